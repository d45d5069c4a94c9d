/** What would it take? A goal is chosen or set, and two or three ways to it are offered. */

import { fill } from "../documents.js";
import { el } from "../dom.js";
import { say } from "../labels.js";
import { Limits } from "./limits.js";
import { Offers } from "./offers.js";
import { OwnGoal } from "./own-goal.js";
import { ask, assuming } from "./state.js";
import { OWN, question, toggled, wished } from "./wishes.js";

export class Goals {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    const { desk } = context;
    this.context = context;
    this.labels = desk.labels;
    /** @type {string|null} */
    this.goal = null;
    this.turn = 0;
    /** @type {import("./types.js").Choice|null} */
    this.choice = null;
    /** @type {import("./types.js").Ways|null} the answer that is shown */
    this.found = null;
    this.from = "";
    this.wishes = context.wishes;
    const own = { id: OWN, title: say(this.labels, "sim_own"), text: say(this.labels, "sim_own_text") };
    this.buttons = [...desk.goals, own].map(({ id, title, text }) => el("button", {
      type: "button", class: "goal", "data-goal": id, "aria-pressed": "false", on: { click: () => this.pick(id) },
    }, el("strong", { text: title }), el("span", { text })));
    this.own = new OwnGoal(desk, (change) => this.change(change), () => this.ask());
    this.limits = new Limits(desk, {
      lock: (lever) => this.limit(toggled(this.wishes, lever)),
      ceil: (ceiling) => this.limit(wished(this.wishes, { ceiling })),
    });
    this.said = el("p", { class: "goals__said", role: "status" });
    this.rest = el("div", { class: "goals__rest" });
    this.offers = new Offers(context);
    this.element = el("section", { class: "block goals", id: "hva-skal-til", "aria-labelledby": "hva-skal-til-tittel" },
      el("h2", { id: "hva-skal-til-tittel", text: say(this.labels, "sim_goals") }),
      el("p", { text: say(this.labels, "sim_goals_lead") }),
      el("div", { class: "goals__list" }, ...this.buttons), this.own.element, this.limits.element,
      this.said, this.rest, this.offers.element);
    this.fields({});
  }

  /** @param {import("./types.js").Choice} choice */
  show(choice) {
    this.choice = choice;
    this.mark();
  }

  /** Choose a goal, and ask what it takes; one of the reader's own is asked for when it is set. @param {string} goal @param {{quiet?: boolean}} [how] quiet leaves the focus where it is */
  async pick(goal, { quiet = false } = {}) {
    if (!this.buttons.some((button) => button.dataset.goal === goal)) return;
    this.goal = goal;
    this.context.aim(goal);
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.goal === goal));
    this.own.element.hidden = goal !== OWN;
    if (goal === OWN && !this.wishes.target) {
      this.forget();
      if (!quiet) this.own.indicator.focus();
    } else await this.ask({ quiet });
  }

  /** Keep what is wished. @param {import("./wishes.js").Wishes} wishes */
  wish(wishes) {
    this.wishes = wishes;
    this.context.wish(wishes);
  }

  /** Another goal of the reader's own: what was computed is not for that one. @param {import("./wishes.js").Wishes} change */
  change(change) {
    this.wish(wished(this.wishes, change));
    this.forget();
    this.own.target.complain(this.wishes.target && question(OWN, this.wishes, this.context.desk).wrong.target);
  }

  /** Ask again within other limits. @param {import("./wishes.js").Wishes} wishes */
  limit(wishes) {
    this.wish(wishes);
    if (this.goal && (this.goal !== OWN || wishes.target)) return this.ask({ quiet: true });
    this.fields(question("", wishes, this.context.desk).wrong);
  }

  /** @param {{target?: string, ceiling?: string}} wrong */
  fields(wrong) {
    this.own.show(this.wishes, wrong);
    this.limits.show(this.wishes, wrong);
  }

  forget() {
    this.turn++;
    this.found = null;
    this.said.textContent = "";
    this.said.classList.remove("goals__said--reached");
    this.rest.replaceChildren();
    this.offers.clear();
  }

  /** Ask what the goal takes from here; what cannot be read is told beside its field. @param {{quiet?: boolean}} [how] */
  async ask({ quiet = false } = {}) {
    const { desk, data } = this.context, goal = this.goal ?? "";
    const { query, wrong } = question(goal, this.wishes, desk);
    this.forget();
    this.fields(wrong);
    if (wrong.target && !quiet) this.own.target.input.focus();
    if (wrong.target || wrong.ceiling) return;
    const turn = this.turn;
    this.from = this.choice?.path.code ?? "";
    this.said.textContent = say(this.labels, "sim_solving");
    try {
      const found = /** @type {import("./types.js").Ways} */ (await ask(assuming(
        fill(data.ways, { code: desk.place.code, path: this.from, goal }), { ...this.choice?.switches, ...query })));
      if (turn === this.turn) this.offer(found);
    } catch {
      if (turn === this.turn) this.said.textContent = say(this.labels, "sim_move_failed");
    }
  }

  /** @param {import("./types.js").Ways} found */
  offer(found) {
    this.found = found;
    const { text, rest } = found;
    this.rest.replaceChildren(...rest.filter((sentence) => !text.includes(sentence)).map((sentence) => el("p", { text: sentence })));
    this.offers.show(found);
    this.mark();
  }

  /** Say whether the goal is reached along the path that is chosen now, and which way that is. */
  mark() {
    if (!this.goal || !this.choice || !this.found) return;
    const { found, choice } = this;
    const taken = this.offers.mark(choice.path.code);
    const reached = this.goal === OWN ? this.ownReached(choice.path.code) : choice.reached.includes(this.goal);
    const after = reached === null ? "sim_own_moved" : reached ? "sim_reached" : "sim_not_reached";
    this.said.textContent = taken || reached || reached === null ? say(this.labels, after) : found.text;
    this.said.classList.toggle("goals__said--reached", reached === true);
  }

  /** Whether a path reaches the reader's own goal; null where that is not computed. @param {string} path */
  ownReached(path) {
    const { outcome, answers } = /** @type {import("./types.js").Ways} */ (this.found);
    const way = answers.find(({ code }) => code === path);
    if (way) return way.reached;
    return path === this.from ? outcome === "already" : null;
  }
}
