/** The parts of Veivalg, and how they lie: levers beside what they lead to. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { Changes, Toolbar, Warnings } from "./changes.js";
import { Goals } from "./goals.js";
import { Levers } from "./levers.js";
import { Meter } from "./meter.js";
import { Paths } from "./paths.js";
import { Pictures } from "./pictures.js";
import { Share } from "./share.js";
import { Switches } from "./switches.js";

export class Parts {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.paths = new Paths(context);
    this.levers = new Levers(context);
    this.switches = new Switches(context);
    this.meter = new Meter(context);
    this.pictures = new Pictures(context);
    this.toolbar = new Toolbar(context);
    this.warnings = new Warnings(context);
    this.changes = new Changes(context);
    this.goals = new Goals(context);
    this.share = new Share(context);
    this.trouble = el("p", { class: "trouble", role: "alert", hidden: true, text: say(context.desk.labels, "sim_move_failed") });
    this.answer = el("div", { class: "desk__answer" }, this.meter.element, this.meter.assumed, this.warnings.element, this.trouble, this.pictures.element, this.toolbar.element);
    this.element = el("div", { class: "desk" },
      el("div", { class: "desk__levers" }, this.paths.element, this.levers.element, this.switches.element, this.changes.element, this.goals.element, this.share.element),
      this.answer);
  }

  /** @param {import("./types.js").Choice} choice @param {{aloud: boolean, undoable: boolean}} how */
  show(choice, { aloud, undoable }) {
    this.trouble.hidden = true;
    this.levers.show(choice.levers);
    this.meter.show(choice, { aloud });
    for (const part of [this.pictures, this.paths, this.switches, this.warnings, this.changes, this.goals, this.share]) part.show(choice);
    this.toolbar.show(choice, undoable);
    this.answer.classList.toggle("desk__answer--warned", choice.warnings.length > 0);
  }

  /** The answer did not come: levers and switches go back to what is shown. @param {import("./types.js").Levels} levels @param {import("./state.js").State} state */
  complain(levels, state) {
    this.trouble.hidden = false;
    this.levers.show(levels);
    this.switches.show(state);
  }

  dispose() {
    this.pictures.dispose();
  }
}
