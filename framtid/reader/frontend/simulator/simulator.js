/** The page Veivalg: levers beside what they lead to. It keeps the state, the parts show it. */

import { fetchJson, fill, loadPlotly } from "../documents.js";
import { el } from "../dom.js";
import { say } from "../labels.js";
import { fitToPage, reads } from "../surroundings.js";
import { failure, skeleton, styled } from "../waiting.js";
import { head } from "./head.js";
import { Parts } from "./parts.js";
import { ask, asked, assuming, encode, remember } from "./state.js";
import { known } from "./switches.js";
import { possible } from "./wishes.js";

/** The code of a choice's path; as today needs none. @param {import("./types.js").Choice} choice */
function codeOf({ path, changes }) {
  return changes.length ? path.code : "";
}

export class Simulator {
  /** @param {HTMLElement} parent @param {import("./types.js").Data} data */
  constructor(parent, data) {
    this.data = data;
    this.root = el("div", { class: "reader simulator", hidden: true });
    parent.append(this.root);
    this.stopFitting = fitToPage(this.root);
    this.unmark = reads("desk");
    /** @type {import("./types.js").Levels} */
    this.levels = {};
    /** @type {import("./types.js").Starts} */
    this.starts = {};
    this.turn = 0;
    /** @type {import("./state.js").State} */
    this.state = { place: data.place, ...asked() };
    this.dressed = styled(parent).then(() => { this.root.hidden = false; });
    this.load(data.place);
  }

  get words() {
    return { ...this.data.words, loading: this.data.words.sim_loading, failed: this.data.words.sim_failed };
  }

  /** Open the desk of a place, along the path one is on. @param {string} place */
  async load(place) {
    this.root.replaceChildren(skeleton(this.words));
    try {
      await this.open(place);
    } catch (error) {
      console.warn(error);
      this.root.replaceChildren(failure(this.words, () => this.load(place)));
    }
  }

  /** @param {string} place */
  async open(place) {
    const opening = fetchJson(fill(this.data.choices, { code: place }));
    // A switch in the address may be misspelt, and only the desk knows which there are.
    if (Object.keys(this.state.switches).length) this.state.switches = known(await opening, this.state.switches);
    const [desk, choice] = await Promise.all([
      opening,
      this.answer(place, this.state.path),
      this.dressed,
    ]);
    this.state.place = place;
    this.state.wishes = possible(desk, this.state.wishes);
    this.render(desk);
    this.show(choice, { aloud: false });
    document.getElementById(location.hash.slice(1))?.scrollIntoView(); // the way back to a lever
    if (this.state.goal) this.parts?.goals.pick(this.state.goal, { quiet: true });
  }

  /** Go on in another place along the same path. @param {string} place */
  async settle(place) {
    await this.open(place);
    if (this.desk) document.title = say(this.desk.labels, "sim_heading", { inside: this.desk.place.inside });
    this.root.querySelector("h1")?.focus();
  }

  /** @param {string} code @param {string} path @param {import("./types.js").Assumed} [switches] @returns {Promise<import("./types.js").Choice>} */
  answer(code, path, switches = this.state.switches) {
    return ask(assuming(fill(this.data.choice, { code, path, picture: this.state.picture ?? "" }), switches));
  }

  /** @param {import("./types.js").Desk} desk */
  render(desk) {
    this.desk = desk;
    const context = this.context(desk);
    this.parts?.dispose();
    this.parts = new Parts(context);
    this.root.lang = desk.language;
    this.root.replaceChildren(head(context), this.parts.element);
  }

  /** @param {import("./types.js").Desk} desk @returns {import("./types.js").Context} */
  context(desk) {
    return {
      desk,
      data: this.data,
      plotly: loadPlotly(this.data.plotly),
      go: (path) => this.go(path),
      move: (lever, level) => this.go(encode(desk, { ...this.levels, [lever]: level }, this.starts)),
      undo: () => this.undo(),
      assume: (switches) => this.assume(switches),
      look: (picture) => this.look(picture),
      aim: (goal) => this.keep({ goal }),
      wish: (wishes) => this.keep({ wishes }),
      wishes: this.state.wishes,
      settle: ({ place }) => this.settle(String(place)),
    };
  }

  /** Take another path, and remember the way back. @param {string} path */
  async go(path) {
    const from = this.state.path;
    const choice = await this.ask(path);
    if (!choice) return;
    if (codeOf(choice) !== from) this.state.before.push(from);
    this.show(choice, { aloud: true });
  }

  /** Look at the same path in another picture. @param {string} picture */
  async look(picture) {
    this.keep({ picture });
    const choice = await this.ask(this.state.path);
    if (choice) this.show(choice, { aloud: false });
  }

  /** Take the same path under other assumptions; own figures are no switch, and stay. What it takes to reach the goal is then another question. @param {import("./types.js").Assumed} switches */
  async assume(switches) {
    const { own } = this.state.switches;
    const choice = await this.ask(this.state.path, own ? { ...switches, own } : switches);
    if (!choice) return;
    this.show(choice, { aloud: true });
    if (this.state.goal) this.parts?.goals.pick(this.state.goal, { quiet: true });
  }

  async undo() {
    const path = this.state.before.at(-1);
    const choice = path === undefined ? null : await this.ask(path);
    if (!choice) return;
    this.state.before.pop();
    this.show(choice, { aloud: true });
  }

  /** Ask what a path leads to; null where another was asked for meanwhile, or no answer came. @param {string} path @param {import("./types.js").Assumed} [switches] */
  async ask(path, switches) {
    const turn = ++this.turn;
    try {
      const choice = await this.answer(this.state.place, path, switches);
      return turn === this.turn ? choice : null;
    } catch (error) {
      console.warn(error);
      if (turn === this.turn) this.parts?.complain(this.levels, this.state);
      return null;
    }
  }

  /** @param {import("./types.js").Choice} choice @param {{aloud: boolean}} how */
  show(choice, how) {
    this.levels = choice.levers;
    this.starts = choice.path.starts;
    this.keep({ path: codeOf(choice), switches: choice.switches });
    this.parts?.show(choice, { ...how, undoable: this.state.before.length > 0 });
  }

  /** @param {Partial<import("./state.js").State>} change */
  keep(change) {
    Object.assign(this.state, change);
    remember(this.state);
  }

  /** Python has spoken again: take up another place, and leave the rest alone. @param {import("./types.js").Data} data */
  update(data) {
    const before = this.data;
    this.data = data;
    if (data.place !== before.place && data.place !== this.state.place) this.load(data.place);
  }

  dispose() {
    this.stopFitting();
    this.unmark();
    this.parts?.dispose();
    this.root.remove();
  }
}
