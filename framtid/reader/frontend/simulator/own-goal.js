/** A goal of the reader's own: what, which way and how much. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { writeNumber } from "./number.js";
import { NumberField } from "./number-field.js";

export class OwnGoal {
  /**
   * @param {import("./types.js").Desk} desk
   * @param {(change: import("./wishes.js").Wishes) => void} change
   * @param {() => void} ask
   */
  constructor(desk, change, ask) {
    this.desk = desk;
    const { labels, measures } = desk;
    this.indicator = this.choice("eget-hva", measures.map(({ id, title }) => [id, title]), () => this.turned(change));
    this.direction = this.choice("eget-retning",
      [["at_least", say(labels, "sim_at_least")], ["at_most", say(labels, "sim_at_most")]], () => change({ direction: this.direction.value }));
    this.target = new NumberField(labels, { id: "eget-tall", label: say(labels, "sim_target"), change: (target) => change({ target }) });
    this.element = /** @type {HTMLFormElement} */ (el("form", { class: "own", novalidate: true, hidden: true, "aria-label": say(labels, "sim_own"), on: {
      submit: (/** @type {Event} */ event) => {
        event.preventDefault();
        change({ target: this.target.input.value });
        ask();
      },
    } },
    this.field("eget-hva", say(labels, "sim_indicator"), this.indicator),
    this.field("eget-retning", say(labels, "sim_direction"), this.direction),
    this.target.element,
    el("button", { type: "submit", class: "button", text: say(labels, "sim_solve") })));
  }

  /** @param {string} id @param {string[][]} options @param {() => void} change */
  choice(id, options, change) {
    return /** @type {HTMLSelectElement} */ (el("select", { class: "field__input", id, on: { change } },
      ...options.map(([value, text]) => el("option", { value, text }))));
  }

  /** @param {string} id @param {string} label @param {HTMLElement} control */
  field(id, label, control) {
    return el("div", { class: "field" }, el("label", { class: "field__label", for: id, text: label }), control);
  }

  /** Another indicator: the way that is better is chosen, and the number is another. @param {(change: import("./wishes.js").Wishes) => void} change */
  turned(change) {
    const { id, direction } = this.measure();
    this.direction.value = direction;
    change({ indicator: id, direction, target: "" });
    this.show({ indicator: id, direction }, {});
  }

  measure() {
    const { measures } = this.desk;
    return measures.find(({ id }) => id === this.indicator.value) ?? measures[0];
  }

  /** @param {import("./wishes.js").Wishes} wishes @param {{target?: string}} wrong */
  show({ indicator, direction, target = "" }, wrong) {
    this.indicator.value = indicator ?? this.desk.measures[0].id;
    const { unit, unit_label: label, today, direction: better } = this.measure();
    this.direction.value = direction ?? better;
    const share = unit === "share";
    const value = writeNumber(share ? 100 * today : today, this.desk.language, unit === "ratio" ? 2 : 1);
    const named = share ? say(this.desk.labels, "sim_percent") : label;
    this.target.hint.textContent = say(this.desk.labels, "sim_today", { value, unit: named });
    this.target.show(target, wrong.target);
  }
}
