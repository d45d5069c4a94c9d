/** The year one was born: how old one is then, and how many are as old. It never leaves the browser. */

import { el, still } from "./dom.js";
import { say } from "./labels.js";
import { born as written, setBorn } from "./me.js";

const OLDEST = 105;
/** From which age on one is told of as what. */
const STAGES = [[80, "you_oldest"], [67, "you_old"], [20, "you_working"], [0, "you_young"]];

/**
 * Two digits of a count that is large, the whole number of one that is small: as prose tells it.
 * @param {number} value
 */
export function rounded(value) {
  if (value < 100) return Math.round(value);
  const step = 10 ** (Math.floor(Math.log10(value)) - (value < 10_000 ? 1 : 2));
  return Math.round(value / step) * step;
}

/**
 * What there is to say to one who is born in a year; nothing for a year that the table does not reach.
 * @param {import("./answers.d.ts").You} table @param {number} born
 * @returns {{age: number, now: number, later: number, stage: string, all: number}|null}
 */
export function lookUp({ now, goal, here, later }, born) {
  const age = goal - born;
  if (!Number.isInteger(born) || born > now || age > OLDEST) return null;
  const [least, stage] = /** @type {[number, string]} */ (STAGES.find(([from]) => age >= Number(from)));
  const most = stage === "you_young" ? 19 : stage === "you_working" ? 66 : OLDEST;
  const all = later.slice(least, most + 1).reduce((sum, n) => sum + n, 0);
  return { age, now: here[now - born] ?? 0, later: later[age] ?? 0, stage, all };
}

/** The words of each stage, each asked for by its own name. @param {import("./types.js").Labels} labels @param {string} stage @param {Record<string, string>} values */
function staged(labels, stage, values) {
  if (stage === "you_oldest") return say(labels, "you_oldest", values);
  if (stage === "you_old") return say(labels, "you_old", values);
  return stage === "you_working" ? say(labels, "you_working", values) : say(labels, "you_young", values);
}

/** @param {Element|null} node */
function intoView(node) {
  node?.scrollIntoView({ block: "nearest", behavior: still() ? "instant" : "smooth" });
}

/** @param {import("./types.js").Document} document @param {import("./answers.d.ts").You} table */
export function you({ labels, language, place }, table) {
  const number = new Intl.NumberFormat(language);
  const said = el("div", { class: "you__said", role: "status", tabindex: "-1" });
  const input = /** @type {HTMLInputElement} */ (el("input", {
    class: "you__input", id: "fodt", type: "text", inputmode: "numeric", maxlength: "4", autocomplete: "bday-year", value: String(written() ?? ""),
    on: { input: () => { if (tell()) intoView(said.firstElementChild); }, keydown: answer },
  }));

  function tell() {
    const born = Number(input.value);
    const one = input.value.length === 4 ? lookUp(table, born) : null;
    setBorn(one ? born : null);
    if (!one) {
      said.textContent = input.value.length === 4 ? say(labels, "you_unknown") : "";
      return false;
    }
    const count = (/** @type {number} */ n) => (n < 0.5 ? say(labels, "you_none") : number.format(rounded(n)));
    said.replaceChildren(
      el("p", { class: "you__age", text: say(labels, "you_age", { goal: table.goal, age: one.age }) }),
      el("p", { text: say(labels, "you_share", { born, inside: place.inside, now: count(one.now), later: count(one.later), goal: table.goal }) }),
      el("p", { text: staged(labels, one.stage, { all: count(one.all), inside: place.inside }) }),
      el("p", { text: say(labels, "you_one") }));
    return true;
  }

  /** Enter leads from the year to what it gives: a phone's keyboard goes, and all of it is in sight. @param {KeyboardEvent} event */
  function answer({ key, isComposing }) {
    if (key !== "Enter" || isComposing || !said.textContent) return;
    said.focus({ preventScroll: true });
    intoView(said);
  }

  if (written() !== null) tell();

  return el("div", { class: "kind you" },
    el("label", { class: "you__label", for: "fodt", text: say(labels, "you_label") }), input, said,
    el("p", { class: "kind__note", text: say(labels, "you_private") }));
}
