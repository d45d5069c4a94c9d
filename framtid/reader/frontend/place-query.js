/** Asking the server which places a query may mean; only the newest question is answered. */

import { fill } from "./documents.js";
import { pause } from "./dom.js";

/** How long a reader is let type on before the server is asked, in milliseconds. */
const PATIENCE = 120;

/** @typedef {import("./types.js").Place} Place */

export class PlaceQuery {
  /**
   * @param {string} address with `{query}` for what is looked for
   * @param {{ask?: typeof fetch, wait?: (milliseconds: number) => Promise<unknown>}} [means]
   */
  constructor(address, { ask = (input, init) => fetch(input, init), wait = pause } = {}) {
    this.address = address;
    this.ask = ask;
    this.wait = wait;
    /** @type {AbortController|null} */
    this.asking = null;
  }

  /**
   * The places a query may mean, best first; null where it was overtaken by a newer one.
   * @param {string} query
   * @returns {Promise<Place[]|null>}
   */
  async find(query) {
    const { signal } = this.overtake();
    const wanted = query.trim();
    if (!wanted) return [];
    try {
      await this.wait(PATIENCE);
      if (signal.aborted) return null;
      const { places } = await answered(this.ask(fill(this.address, { query: wanted }), { signal }));
      return signal.aborted ? null : places;
    } catch (error) {
      if (signal.aborted) return null;
      throw error;
    }
  }

  /** Let go of what was asked before. */
  overtake() {
    this.asking?.abort();
    this.asking = new AbortController();
    return this.asking;
  }
}

/**
 * A municipality, any of them.
 * @param {string} address
 * @returns {Promise<Place>}
 */
export async function anyPlace(address) {
  const { places: [place] } = await answered(fetch(address, { cache: "no-store" }));
  return place;
}

/** @param {Promise<Response>} asked @returns {Promise<import("./answers.d.ts").Places>} */
async function answered(asked) {
  const response = await asked;
  if (!response.ok) throw new Error(`${response.url} answered ${response.status}`);
  return response.json();
}
