/**
 * Where one is: place, path, picture and goal, all of it in the address. The way one came, for undo,
 * lies with the address in the tab's own history: a reload keeps it, and nothing is stored.
 */

import { keepBeside, keptBeside, replace } from "../address.js";

const MOST_STEPS = 100;
const NAMES = { place: "sted", path: "vei", picture: "bilde", goal: "maal" };

/**
 * @typedef {{path: string, picture: string|null, goal: string|null, before: string[]}} Asked
 *   `before` are the paths one has come by.
 * @typedef {Asked & {place: string}} State
 */

/** What the address asks for, and the way one came. @returns {Asked} */
export function asked() {
  const found = new URLSearchParams(location.search);
  const before = keptBeside();
  return {
    path: found.get(NAMES.path) ?? "",
    picture: found.get(NAMES.picture),
    goal: found.get(NAMES.goal),
    before: Array.isArray(before) ? before.map(String) : [],
  };
}

/** Write where one is; what is as it always is stays out. @param {State} state */
export function remember(state) {
  keepBeside(state.before.slice(-MOST_STEPS));
  replace((url) => {
    const { place, path, picture, goal } = state;
    for (const [key, value] of Object.entries({ place, path, picture, goal })) {
      const name = NAMES[/** @type {keyof typeof NAMES} */ (key)];
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
  });
}

/**
 * The code of some levels: only what is not as today, in the order the levers are shown, each with
 * the last two digits of the year it begins where that is not its own.
 * @param {import("./types.js").Desk} desk
 * @param {import("./types.js").Levels} levels
 * @param {import("./types.js").Starts} starts
 */
export function encode({ levers, code_version }, levels, starts) {
  const parts = levers.map(({ id, levels: known }) => {
    const part = known.find(({ level }) => level === levels[id])?.part;
    return part ? part + String(starts[id] ?? "").slice(-2) : "";
  }).join("");
  return parts ? `${code_version}-${parts}` : code_version;
}

/** Fetch an answer; the browser itself keeps those it has had. @param {string} address @returns {Promise<any>} */
export async function ask(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
