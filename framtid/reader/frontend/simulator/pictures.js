/** The pictures that answer: four tabs over one drawing. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { Panel } from "../panel.js";

const KEYS = /** @type {Object<string, number>} */ ({ ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 });

export class Pictures {
  /** @param {import("./types.js").Context} context @param {string|null} wanted */
  constructor(context, wanted) {
    this.context = context;
    this.labels = context.desk.labels;
    this.wanted = wanted;
    /** @type {import("./types.js").Choice|null} */
    this.choice = null;
    this.tabs = el("div", { class: "tabs", role: "tablist", "aria-label": say(this.labels, "sim_pictures") });
    this.tabs.addEventListener("keydown", (event) => this.key(/** @type {KeyboardEvent} */ (event)));
    this.panel = new Panel(context);
    this.action = el("p", { class: "picture__action" });
    this.element = el("section", { class: "picture", id: "bildet" }, this.tabs,
      el("div", { class: "picture__body", role: "tabpanel", id: "bilde-flate" }, this.panel.element,
        el("p", { class: "picture__legend", text: say(this.labels, "sim_legend") }), this.action));
  }

  /** @returns {string[]} */
  get ids() {
    return Object.keys(this.choice?.pictures ?? {});
  }

  /** The picture that is shown. */
  get current() {
    return this.wanted && this.ids.includes(this.wanted) ? this.wanted : this.ids[0];
  }

  /** @param {import("./types.js").Choice} choice */
  show(choice) {
    const first = !this.choice;
    this.choice = choice;
    if (first) this.tabs.replaceChildren(...this.ids.map((id) => this.tab(id)));
    this.draw({ swift: !first });
  }

  /** @param {string} id */
  tab(id) {
    return el("button", {
      type: "button", class: "tab", role: "tab", id: `bilde-${id}`, "aria-controls": "bilde-flate",
      text: this.choice?.pictures[id].name, on: { click: () => this.pick(id) },
    });
  }

  /** @param {string} id */
  pick(id) {
    this.wanted = id;
    this.draw({ swift: false });
    this.context.look(id);
  }

  /** @param {{swift: boolean}} how */
  draw({ swift }) {
    const id = this.current;
    const view = this.choice?.pictures[id];
    if (!view) return;
    for (const tab of this.tabs.children) {
      const chosen = tab.id === `bilde-${id}`;
      tab.setAttribute("aria-selected", String(chosen));
      tab.setAttribute("tabindex", chosen ? "0" : "-1");
    }
    this.element.querySelector("[role=tabpanel]")?.setAttribute("aria-labelledby", `bilde-${id}`);
    this.action.textContent = view.action;
    this.panel.change(/** @type {any} */ (this.context.desk), id, view, view.frames.all, { swift });
  }

  /** @param {KeyboardEvent} event */
  key(event) {
    const by = KEYS[event.key];
    if (!by) return;
    event.preventDefault();
    const at = (this.ids.indexOf(this.current) + by + this.ids.length) % this.ids.length;
    this.pick(this.ids[at]);
    /** @type {HTMLElement} */ (this.tabs.children[at]).focus();
  }

  dispose() {
    this.panel.dispose();
  }
}
