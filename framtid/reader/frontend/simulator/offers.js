/** The ways to a goal that are offered: what each takes, how far it gets which goals it newly reaches and what it takes back. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { writeNumber } from "./number.js";

export class Offers {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, go }) {
    this.desk = desk;
    this.labels = desk.labels;
    this.go = go;
    /** @type {HTMLButtonElement[]} */
    this.buttons = [];
    this.element = el("div", { class: "goals__ways" });
  }

  clear() {
    this.buttons = [];
    this.element.replaceChildren();
  }

  /** @param {import("./types.js").Ways} found */
  show({ outcome, answers }) {
    this.clear();
    const offered = outcome === "already" ? [] : answers;
    this.element.replaceChildren(...offered.map((way, at) => this.way(way, at, outcome)));
  }

  /** @param {import("./types.js").Way} way @param {number} at @param {string} outcome */
  way({ code, text, moves, newly, taken_back: back, cost }, at, outcome) {
    const title = outcome === "far" ? say(this.labels, "sim_farthest") : say(this.labels, "sim_answer", { number: at + 1 });
    const others = this.desk.goals.filter(({ id }) => newly.includes(id)).map((each) => each.title);
    const kroner = writeNumber(cost, this.desk.language, 0);
    const button = /** @type {HTMLButtonElement} */ (el("button", {
      type: "button", class: "button", "data-path": code, text: say(this.labels, "sim_apply"),
      "aria-label": `${say(this.labels, "sim_apply")}: ${title}`, "data-title": title, on: { click: () => this.go(code) },
    }));
    this.buttons.push(button);
    return el("article", { class: "way" },
      el("h3", { text: title }), el("p", { class: "way__text", text }),
      el("ul", {}, ...moves.map(({ title: lever, words }) => el("li", {}, el("strong", { text: lever }), el("span", { text: words })))),
      ...back.map((sentence) => el("p", { class: "way__also", text: sentence })),
      el("p", { class: "way__also", text: say(this.labels, kroner === "0" ? "sim_way_free" : "sim_way_cost", { kroner }) }),
      others.length > 0 && el("p", { class: "way__also" }, el("strong", { text: `${say(this.labels, "sim_way_reaches")} ` }), others.join(" · ")),
      button);
  }

  /** Mark the way that is the path chosen now; whether one is. @param {string} path */
  mark(path) {
    for (const button of this.buttons) {
      const here = button.dataset.path === path;
      button.setAttribute("aria-disabled", String(here));
      button.textContent = say(this.labels, here ? "sim_applied" : "sim_apply");
      button.setAttribute("aria-label", `${button.textContent}: ${button.dataset.title}`);
    }
    return this.buttons.some((button) => button.dataset.path === path);
  }
}
