/**
 * Where one is: place, path, picture, goal and what is wished of it, all of it in the address. The way one came, for undo,
 * lies with the address in the tab's own history: a reload keeps it, and nothing is stored.
 */

import { keepBeside, keptBeside, replace } from "../address.js";

const MOST_STEPS = 100;
const LONGEST = 400;
const NAMES = { place: "sted", path: "vei", picture: "bilde", goal: "maal" };
/** The switches: called the same in our own address, in the page that tells a path, and in answers. */
const SWITCHES = ["alternative", "state", "use", "own"];
/** What is wished of an answer, each as it is written in its field. */
const WISHES = { indicator: "indikator", direction: "retning", target: "tall", locked: "fast", ceiling: "tak" };

/**
 * @typedef {{path: string, picture: string|null, goal: string|null, before: string[],
 *   switches: import("./types.js").Assumed, wishes: import("./wishes.js").Wishes}} Asked
 *   `before` are the paths one has come by, `switches` what is not assumed as usual.
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
    switches: Object.fromEntries(SWITCHES.map((name) => [name, found.get(name) ?? ""]).filter(([, value]) => value)),
    wishes: Object.fromEntries(Object.entries(WISHES).map(([key, name]) => [key, (found.get(name) ?? "").slice(0, LONGEST)]).filter(([, value]) => value)),
  };
}

/** Write where one is; what is as it always is stays out. @param {State} state */
export function remember(state) {
  keepBeside(state.before.slice(-MOST_STEPS));
  replace((url) => {
    const { place, path, picture, goal, switches, wishes } = state;
    const named = Object.entries({ place, path, picture, goal }).map(([key, value]) =>
      /** @type {const} */ ([NAMES[/** @type {keyof typeof NAMES} */ (key)], value]));
    const standing = SWITCHES.map((name) => /** @type {const} */ ([name, switches[name]]));
    const wished = Object.entries(WISHES).map(([key, name]) => /** @type {const} */ ([name, wishes[key]]));
    for (const [name, value] of [...named, ...wished, ...standing]) {
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
  });
}

/**
 * An address under what is assumed: nothing is added where all is as usual.
 * @param {string} address @param {import("./types.js").Assumed} switches
 */
export function assuming(address, switches) {
  const query = new URLSearchParams(switches).toString();
  return query ? `${address}${address.includes("?") ? "&" : "?"}${query}` : address;
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
