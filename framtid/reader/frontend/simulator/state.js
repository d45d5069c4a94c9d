/** Where one is: place, path, picture and goal, all of it in the address. */

import { replace } from "../address.js";

const NAMES = { place: "sted", path: "vei", picture: "bilde", goal: "maal" };

/** @typedef {{place: string, path: string, picture: string|null, goal: string|null}} State */

/** What the address asks for. @returns {{path: string, picture: string|null, goal: string|null}} */
export function asked() {
  const found = new URLSearchParams(location.search);
  return { path: found.get(NAMES.path) ?? "", picture: found.get(NAMES.picture), goal: found.get(NAMES.goal) };
}

/** Write where one is; what is as it always is stays out. @param {State} state */
export function remember(state) {
  replace((url) => {
    for (const [key, name] of Object.entries(NAMES)) {
      const value = /** @type {Object<string, string|null>} */ (state)[key];
      if (value) url.searchParams.set(name, value);
      else url.searchParams.delete(name);
    }
  });
}

/**
 * The code of some levels: only what is not as today, in the order the levers are shown.
 * @param {import("./types.js").Desk} desk
 * @param {import("./types.js").Levels} levels
 */
export function encode({ levers, code_version }, levels) {
  return [code_version, ...levers.filter(({ id }) => levels[id]).map(({ id }) => id + levels[id])].join("-");
}

/** Fetch an answer; the browser itself keeps those it has had. @param {string} address @returns {Promise<any>} */
export async function ask(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(`${address} answered ${response.status}`);
  return response.json();
}
