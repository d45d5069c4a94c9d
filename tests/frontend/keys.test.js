/** Arrow keys turn the pages, but not where something needs them itself. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { arrowKeys } from "../../framtid/reader/frontend/keys.js";

/** @param {string} key @param {{own?: boolean, ctrlKey?: boolean}} [how] */
function press(key, { own = false, ctrlKey = false } = {}) {
  const event = Object.assign(new Event("keydown", { cancelable: true }), { key, ctrlKey, altKey: false, metaKey: false, shiftKey: false });
  Object.defineProperty(event, "target", { value: { closest: () => (own ? {} : null) } });
  document.dispatchEvent(event);
  return event.defaultPrevented;
}

test("left and right move, others and those of a field do not, and it can stop", () => {
  Object.assign(globalThis, { document: new EventTarget() });
  /** @type {number[]} */
  const moves = [];
  const stop = arrowKeys((by) => moves.push(by));
  assert.equal(press("ArrowRight"), true);
  assert.equal(press("ArrowLeft"), true);
  assert.equal(press("ArrowUp"), false);
  assert.equal(press("ArrowRight", { own: true }), false);
  assert.equal(press("ArrowRight", { ctrlKey: true }), false);
  stop();
  assert.equal(press("ArrowRight"), false);
  assert.deepEqual(moves, [1, -1]);
});
