/** The levers: three groups of radio buttons, each drawn as a scale that reads in words. */

import { fill } from "../documents.js";
import { el } from "../dom.js";
import { say } from "../labels.js";
import { remarkLink } from "../remark.js";

const PIPS = /** @type {Object<string, number>} */ ({ solid: 3, indicative: 2, judgement: 1 });

/** Three dots that show how sure something is; the word stands beside. @param {string} certainty */
export function pips(certainty) {
  const dots = [1, 2, 3].map((at) => el("i", { class: at <= PIPS[certainty] ? "pip pip--on" : "pip" }));
  return el("span", { class: "pips", "aria-hidden": "true" }, ...dots);
}

/** One lever. */
class Lever {
  /** @param {import("./types.js").Context} context @param {import("./types.js").Lever} lever */
  constructor({ desk, data, move }, lever) {
    this.lever = lever;
    /** @type {Map<number, HTMLInputElement>} */
    this.inputs = new Map();
    /** @type {number|null} the level that is written */
    this.level = null;
    this.words = el("p", { class: "lever__words" });
    this.detail = el("p", { class: "lever__detail" });
    this.scale = el("div", { class: "scale" },
      el("span", { class: "scale__fill", "aria-hidden": "true" }),
      ...lever.levels.map((level) => this.stop(desk, level, move)));
    this.element = el("fieldset", { class: "lever", id: `spak-${lever.id}` },
      el("legend", { class: "lever__title", text: lever.title }),
      el("p", { class: "lever__short", text: lever.short }),
      this.scale, this.words, this.detail, this.foot(desk, data));
    const remark = remarkLink(desk.labels, `spak.${lever.id}`, lever.title);
    if (remark) this.element.append(remark);
  }

  /** @param {import("./types.js").Desk} desk @param {import("../answers.d.ts").DescribedLevel} level @param {import("./types.js").Context["move"]} move */
  stop(desk, { level, words }, move) {
    const input = /** @type {HTMLInputElement} */ (el("input", {
      class: "stop__input", type: "radio", name: `spak-${this.lever.id}`, value: level,
      on: { change: () => move(this.lever.id, level) },
    }));
    this.inputs.set(level, input);
    return el("label", { class: level ? "stop" : "stop stop--today", "data-level": level }, input,
      el("span", { class: "stop__dot", "aria-hidden": "true" }),
      el("span", { class: "stop__word", text: desk.steps[level] }),
      level !== 0 && el("span", { class: "unseen", text: `: ${words}` }));
  }

  /** @param {import("./types.js").Desk} desk @param {import("./types.js").Data} data */
  foot({ labels, place }, { pages }) {
    const { certainty, certainty_label: word, id, title } = this.lever;
    return el("p", { class: "lever__foot" },
      el("span", { class: "badge" }, pips(certainty),
        el("span", { class: "unseen", text: say(labels, "sim_certainty_of", { word: "" }) }), word),
      el("a", {
        class: "link", href: fill(pages.lever, { lever: id, code: place.code }), text: say(labels, "sim_sheet"),
        "aria-label": say(labels, "sim_sheet_of", { title }),
      }));
  }

  /** Write a level, unless it is the one that is written. @param {number} level */
  show(level) {
    const input = this.inputs.get(level);
    const chosen = this.lever.levels.find((each) => each.level === level);
    if (!input || !chosen || (input.checked && this.level === level)) return;
    input.checked = true;
    this.level = level;
    this.element.dataset.level = String(level);
    this.scale.style.setProperty("--level", String(level));
    this.words.textContent = chosen.words;
    this.detail.textContent = [chosen.value_label, chosen.cost_label].filter(Boolean).join(" · ");
  }
}

export class Levers {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    const { desk } = context;
    this.levers = desk.levers.map((lever) => new Lever(context, lever));
    const groups = [...new Set(desk.levers.map(({ group }) => group))];
    this.element = el("section", { class: "levers", "aria-labelledby": "spakene" },
      el("h2", { class: "unseen", id: "spakene", text: say(desk.labels, "sim_levers") }),
      ...groups.map((group) => this.group(group)), certainties(desk));
  }

  /** @param {string} group */
  group(group) {
    const levers = this.levers.filter(({ lever }) => lever.group === group);
    return el("section", { class: "group" },
      el("h3", { class: "group__title", text: levers[0].lever.group_label }),
      ...levers.map(({ element }) => element));
  }

  /** @param {import("./types.js").Levels} levels */
  show(levels) {
    for (const each of this.levers) each.show(levels[each.lever.id]);
  }
}

/** What the three words of certainty mean. @param {import("./types.js").Desk} desk */
function certainties({ certainties: known, labels }) {
  return el("details", { class: "details certainties" },
    el("summary", { text: say(labels, "sim_certainty") }),
    el("dl", {}, ...known.flatMap(({ id, label, means }) => [
      el("dt", { class: "badge" }, pips(id), label), el("dd", { text: means })])));
}
