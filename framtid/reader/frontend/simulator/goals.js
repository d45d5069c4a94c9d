/** What would it take? A goal is chosen, and two or three ways to it are offered. */

import { fill } from "../documents.js";
import { el } from "../dom.js";
import { say } from "../labels.js";
import { ask, assuming } from "./state.js";

export class Goals {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.context = context;
    this.labels = context.desk.labels;
    /** @type {string|null} */
    this.goal = null;
    this.turn = 0;
    /** @type {import("./types.js").Choice|null} */
    this.choice = null;
    this.buttons = context.desk.goals.map(({ id, title, text }) => el("button", {
      type: "button", class: "goal", "data-goal": id, "aria-pressed": "false", on: { click: () => this.pick(id) },
    }, el("strong", { text: title }), el("span", { text })));
    this.said = el("p", { class: "goals__said", role: "status" });
    this.rest = el("div", { class: "goals__rest" });
    this.ways = el("div", { class: "goals__ways" });
    this.element = el("section", { class: "block goals", id: "hva-skal-til", "aria-labelledby": "hva-skal-til-tittel" },
      el("h2", { id: "hva-skal-til-tittel", text: say(this.labels, "sim_goals") }),
      el("p", { text: say(this.labels, "sim_goals_lead") }),
      el("div", { class: "goals__list" }, ...this.buttons), this.said, this.rest, this.ways);
  }

  /** @param {import("./types.js").Choice} choice */
  show(choice) {
    this.choice = choice;
    this.mark();
  }

  /** Ask what it takes from here. @param {string} goal */
  async pick(goal) {
    const { desk, data, aim } = this.context;
    if (!desk.goals.some(({ id }) => id === goal)) return;
    const turn = ++this.turn;
    this.goal = goal;
    this.outcome = "";
    aim(goal);
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.goal === goal));
    this.said.textContent = say(this.labels, "sim_solving");
    this.rest.replaceChildren();
    this.ways.replaceChildren();
    try {
      const found = /** @type {import("./types.js").Ways} */ (await ask(assuming(
        fill(data.ways, { code: desk.place.code, path: this.choice?.path.code ?? "", goal }), this.choice?.switches ?? {})));
      if (turn === this.turn) this.offer(found);
    } catch {
      if (turn === this.turn) this.said.textContent = say(this.labels, "sim_move_failed");
    }
  }

  /** @param {import("./types.js").Ways} found */
  offer({ outcome, text, rest, answers }) {
    this.said.textContent = text;
    this.outcome = text;
    this.rest.replaceChildren(...rest.filter((sentence) => !text.includes(sentence)).map((sentence) => el("p", { text: sentence })));
    const offered = outcome === "already" ? [] : answers;
    this.ways.replaceChildren(...offered.map((way, at) => this.way(way, at, outcome)));
    this.mark();
  }

  /** @param {import("./types.js").Way} way @param {number} at @param {string} outcome */
  way({ code, text, moves }, at, outcome) {
    const title = outcome === "far" ? say(this.labels, "sim_farthest") : say(this.labels, "sim_answer", { number: at + 1 });
    return el("article", { class: "way" },
      el("h3", { text: title }), el("p", { class: "way__text", text }),
      el("ul", {}, ...moves.map(({ title: lever, words }) => el("li", {}, el("strong", { text: lever }), el("span", { text: words })))),
      el("button", {
        type: "button", class: "button", "data-path": code, text: say(this.labels, "sim_apply"),
        "aria-label": `${say(this.labels, "sim_apply")}: ${title}`, on: { click: () => this.context.go(code) },
      }));
  }

  /** Say whether the goal is reached along the path that is chosen now, and which way that is. */
  mark() {
    if (!this.goal || !this.choice || !this.outcome) return;
    const reached = this.choice.reached.includes(this.goal);
    let taken = false;
    for (const button of /** @type {NodeListOf<HTMLElement>} */ (this.ways.querySelectorAll("button[data-path]"))) {
      const here = button.dataset.path === this.choice.path.code;
      taken ||= here;
      button.setAttribute("aria-disabled", String(here));
      button.textContent = say(this.labels, here ? "sim_applied" : "sim_apply");
    }
    const after = say(this.labels, reached ? "sim_reached" : "sim_not_reached");
    this.said.textContent = taken || reached ? after : this.outcome;
    this.said.classList.toggle("goals__said--reached", reached);
  }
}
