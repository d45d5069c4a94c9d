/** The year one was born is kept in memory, and who listens hears of a new one alone. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { born, setBorn, whenBorn } from "../../framtid/reader/frontend/me.js";

test("who listens hears of each new year, until it stops", () => {
  /** @type {(number|null)[]} */
  const heard = [];
  const stop = whenBorn(() => heard.push(born()));
  setBorn(1985);
  setBorn(1985);
  setBorn(null);
  stop();
  setBorn(2001);
  assert.deepEqual(heard, [1985, null]);
  assert.equal(born(), 2001);
});
