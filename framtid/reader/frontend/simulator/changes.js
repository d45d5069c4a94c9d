/** What is changed, with a way back for each; and what does not add up, with a way out. */

import { el, refill } from "../dom.js";
import { say } from "../labels.js";
import { wayTo } from "./jump.js";

/** How many, undo and reset: beside the answer, always at hand. */
export class Toolbar {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, undo, go }) {
    this.labels = desk.labels;
    this.count = wayTo("endringer", "", "toolbar__count");
    const button = (/** @type {string} */ key, /** @type {() => void} */ act) =>
      /** @type {HTMLButtonElement} */ (el("button", { type: "button", class: "button button--quiet", text: say(this.labels, key), on: { click: act } }));
    this.undo = button("sim_undo", undo);
    this.reset = button("sim_reset", () => go(""));
    this.element = el("div", { class: "toolbar" }, this.count, this.undo, this.reset);
  }

  /** @param {import("./types.js").Choice} choice @param {boolean} canUndo */
  show({ changes }, canUndo) {
    const key = ["sim_moves_none", "sim_moves_one"][changes.length] ?? "sim_moves";
    this.count.textContent = say(this.labels, key, { count: changes.length });
    this.undo.setAttribute("aria-disabled", String(!canUndo));
    this.reset.setAttribute("aria-disabled", String(!changes.length));
  }
}

/** Warnings with a suggestion that one click follows. */
export class Warnings {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, go }) {
    this.labels = desk.labels;
    this.go = go;
    this.element = el("div", { class: "warnings", role: "status" });
  }

  /** @param {import("./types.js").Choice} choice */
  show({ warnings }) {
    const [first, ...rest] = warnings.map((warning) => this.warning(warning));
    const more = rest.length > 0 && el("details", { class: "warnings__more" },
      el("summary", { text: say(this.labels, "sim_more_warnings", { count: rest.length }) }), ...rest);
    refill(this.element, [first, more].filter((part) => part instanceof Node));
  }

  /** @param {import("./types.js").Warning} warning */
  warning({ text, suggested }) {
    return el("div", { class: "warning" },
      el("p", {}, el("strong", { text: `${say(this.labels, "sim_warning")}: ` }), text),
      el("button", { type: "button", class: "button button--quiet", text: say(this.labels, "sim_follow"), on: { click: () => this.go(suggested) } }));
  }
}

/** Every change in words. */
export class Changes {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, go }) {
    this.labels = desk.labels;
    this.go = go;
    this.list = el("ul", { class: "changes__list" });
    this.none = el("p", { class: "changes__none", text: say(this.labels, "sim_changes_none") });
    this.title = el("h2", { id: "endringer-tittel", text: say(this.labels, "sim_changes") });
    this.element = el("section", { class: "block changes", id: "endringer", "aria-labelledby": "endringer-tittel" },
      this.title, this.none, this.list);
  }

  /** @param {import("./types.js").Choice} choice */
  show({ changes }) {
    this.none.hidden = changes.length > 0;
    refill(this.list, changes.map(({ title, words, undo }) => el("li", {},
      el("span", {}, el("strong", { text: title }), el("span", { class: "changes__words", text: words })),
      el("button", {
        type: "button", class: "button button--quiet", text: say(this.labels, "sim_take_back"),
        "aria-label": say(this.labels, "sim_take_back_of", { title }), on: { click: () => this.go(undo) },
      }))), this.title);
  }
}
