/** What is assumed of the world around: a few switches beside the levers, each a group of radio buttons. */

import { el } from "../dom.js";
import { say } from "../labels.js";

/**
 * The switches of an address that there are, standing as they may and not as usual; own figures are of one place alone.
 * @param {import("./types.js").Desk} desk
 * @param {import("./types.js").Assumed} asked
 * @returns {import("./types.js").Assumed}
 */
export function known({ switches, place }, asked) {
  const standing = switches.filter(({ id, usual, settings }) =>
    asked[id] !== usual && settings.some((setting) => setting.id === asked[id]));
  const own = asked.own?.split("-")[1] === place.code ? [["own", asked.own]] : [];
  return Object.fromEntries([...standing.map(({ id }) => [id, asked[id]]), ...own]);
}

export class Switches {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, assume }) {
    this.desk = desk;
    this.assume = assume;
    /** @type {HTMLInputElement[]} */
    this.inputs = [];
    this.usual = el("button", {
      type: "button", class: "button button--quiet", text: say(desk.labels, "sim_switches_usual"), on: { click: () => assume({}) },
    });
    this.details = el("details", { class: "details switches__all" },
      el("summary", { text: say(desk.labels, "sim_switches_open") }),
      ...desk.switches.map((each) => this.switch(each)), this.usual);
    this.element = el("section", { class: "block switches", id: "hva-regner-vi-med", "aria-labelledby": "hva-regner-vi-med-tittel" },
      el("h2", { id: "hva-regner-vi-med-tittel", text: say(desk.labels, "sim_switches") }),
      el("p", { class: "switches__lead", text: say(desk.labels, "sim_switches_lead") }), this.details);
  }

  /** @param {import("../answers.d.ts").DescribedSwitch} described */
  switch({ id, title, text, settings }) {
    return el("fieldset", { class: "switch", "aria-describedby": `bryter-${id}` },
      el("legend", { class: "switch__title", text: title }),
      el("p", { class: "switch__text", id: `bryter-${id}`, text }),
      ...settings.map((setting) => this.setting(id, setting)));
  }

  /** @param {string} name @param {import("../answers.d.ts").DescribedSetting} setting */
  setting(name, { id, title, text }) {
    const input = /** @type {HTMLInputElement} */ (el("input", {
      class: "setting__input", type: "radio", name: `bryter-${name}`, value: id, "data-switch": name,
      "aria-describedby": `bryter-${name}-${id}`, on: { change: () => this.assume(this.chosen()) },
    }));
    this.inputs.push(input);
    return el("div", { class: "setting" },
      el("label", { class: "setting__name" }, input, el("span", { text: title })),
      el("p", { class: "setting__text", id: `bryter-${name}-${id}`, text }));
  }

  /** Where the switches stand on the page. */
  chosen() {
    const checked = this.inputs.filter((input) => input.checked);
    return known(this.desk, Object.fromEntries(checked.map((input) => [input.dataset.switch ?? "", input.value])));
  }

  /** Show where the switches stand; they are in sight where one is not as usual. @param {{switches: import("./types.js").Assumed}} choice */
  show({ switches }) {
    const usual = Object.fromEntries(this.desk.switches.map((each) => [each.id, each.usual]));
    for (const input of this.inputs) {
      const name = input.dataset.switch ?? "";
      input.checked = input.value === (switches[name] ?? usual[name]);
    }
    const moved = Object.keys(switches).some((name) => name in usual);
    if (moved) this.details.setAttribute("open", "");
    this.usual.setAttribute("aria-disabled", String(!moved));
  }
}
