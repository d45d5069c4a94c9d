/** What a reader wishes of an answer: a goal of their own, levers that stay, a ceiling on the cost. */

import { readNumber } from "./number.js";

/** The goal whose target the reader sets. */
export const OWN = "eget";

/**
 * What is wished, as it is written in the fields: `indicator`, `direction`, `target`, `locked` (levers
 * with commas between) and `ceiling`; what is not wished is not there.
 * @typedef {Record<string, string>} Wishes
 */

/** The levers that stay. @param {Wishes} wishes */
export function locked({ locked: names = "" }) {
  return names.split(",").filter(Boolean);
}

/** The same wishes with a lever that stays, or no longer. @param {Wishes} wishes @param {string} lever @returns {Wishes} */
export function toggled(wishes, lever) {
  const before = locked(wishes);
  const after = before.includes(lever) ? before.filter((name) => name !== lever) : [...before, lever];
  return wished(wishes, { locked: after.join(",") });
}

/** Wishes with a change; what is emptied is not there. @param {Wishes} wishes @param {Wishes} change @returns {Wishes} */
export function wished(wishes, change) {
  return Object.fromEntries(Object.entries({ ...wishes, ...change }).filter(([, value]) => value.trim()));
}

/**
 * The wishes of an address as far as there are such levers and indicators; what is written in a
 * number's field is left as it is, so that nobody loses what they wrote.
 * @param {import("./types.js").Desk} desk @param {Wishes} asked @returns {Wishes}
 */
export function possible({ levers, measures }, asked) {
  const names = locked(asked).filter((name, at, all) => levers.some(({ id }) => id === name) && all.indexOf(name) === at);
  const indicator = measures.some(({ id }) => id === asked.indicator) ? asked.indicator : "";
  const direction = ["at_least", "at_most"].includes(asked.direction) ? asked.direction : "";
  return wished({}, { indicator, direction, target: asked.target ?? "", locked: names.join(","), ceiling: asked.ceiling ?? "" });
}

/**
 * What is asked of the server, and the label of what is wrong with each field.
 * @param {string} goal @param {Wishes} wishes @param {import("./types.js").Desk} desk
 * @returns {{query: Record<string, string>, wrong: {target?: string, ceiling?: string}}}
 */
export function question(goal, wishes, { measures, language }) {
  /** @type {Record<string, string>} */
  const query = wishes.locked ? { locked: wishes.locked } : {};
  /** @type {{target?: string, ceiling?: string}} */
  const wrong = {};
  if (wishes.ceiling) {
    const ceiling = readNumber(wishes.ceiling, language);
    if (ceiling === null) wrong.ceiling = "sim_number_wrong";
    else if (ceiling < 0) wrong.ceiling = "sim_ceiling_below";
    else query.ceiling = String(ceiling);
  }
  if (goal !== OWN) return { query, wrong };
  const measure = measures.find(({ id }) => id === wishes.indicator) ?? measures[0];
  const target = readNumber(wishes.target ?? "", language);
  if (target === null) wrong.target = wishes.target ? "sim_number_wrong" : "sim_target_missing";
  else query.target = String(measure.unit === "share" ? target / 100 : target);
  return { query: { ...query, indicator: measure.id, direction: wishes.direction ?? measure.direction }, wrong };
}
