/** The pictures that answer: tabs over one drawing. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { Panel } from "../panel.js";
import { TabRow } from "./tab-row.js";

const KEYS = /** @type {Object<string, number>} */ ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

export class Pictures {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.context = context;
    this.labels = context.desk.labels;
    this.ids = context.desk.pictures.map(({ id }) => id);
    /** @type {string|null} */
    this.current = null;
    this.tabs = el("div", { class: "tabs", role: "tablist", "aria-label": say(this.labels, "sim_pictures") },
      ...context.desk.pictures.map((picture) => this.tab(picture)));
    this.tabs.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)));
    this.row = new TabRow(this.tabs);
    this.panel = new Panel(context);
    this.action = el("p", { class: "picture__action" });
    this.element = el("section", { class: "picture", id: "bildet" }, this.row.element,
      el("div", { class: "picture__body", role: "tabpanel", id: "bilde-flate" }, this.panel.element,
        el("p", { class: "picture__legend", text: say(this.labels, "sim_legend") }), this.action));
  }

  /** @param {{id: string, name: string}} picture */
  tab({ id, name }) {
    return el("button", {
      type: "button", class: "tab", role: "tab", id: `bilde-${id}`, "aria-controls": "bilde-flate",
      text: name, on: { click: () => this.context.look(id) },
    });
  }

  /** Draw a choice: at once where the same picture changes, with a fade where another comes. @param {import("./types.js").Choice} choice */
  show({ picture }) {
    const swift = picture.id === this.current;
    this.current = picture.id;
    if (!swift) this.light(picture.id);
    this.action.textContent = picture.action;
    /* A picture of years has none of all of them: the last is where the path leads. */
    const frame = picture.frames.all ?? Object.values(picture.frames).at(-1);
    this.panel.change(/** @type {any} */ (this.context.desk), picture.id, picture, frame, { swift });
  }

  /** @param {string} id */
  light(id) {
    for (const tab of this.tabs.children) {
      const chosen = tab.id === `bilde-${id}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("tabindex", chosen ? "0" : "-1");
      if (chosen) this.row.show(/** @type {HTMLElement} */ (tab));
    }
    this.element.querySelector("[role=tabpanel]")?.setAttribute("aria-labelledby", `bilde-${id}`);
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    const here = [...this.tabs.children].indexOf(/** @type {Element} */ (document.activeElement));
    const at = (here + by + this.ids.length) % this.ids.length;
    this.light(this.ids[at]);
    this.context.look(this.ids[at]);
    /** @type {HTMLElement} */ (this.tabs.children[at]).focus();
  }

  dispose() {
    this.row.dispose();
    this.panel.dispose();
  }
}
