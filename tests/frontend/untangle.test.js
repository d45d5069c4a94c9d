/** Words that would touch are set beside each other, and those that do not stay where they are. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { moves } from "../../framtid/reader/frontend/untangle.js";

const box = (/** @type {number} */ x, /** @type {number} */ width) => ({ x, width });

test("words with room between them stay", () => {
  assert.deepEqual(moves([box(0, 50), box(80, 60)], 320), [0, 0]);
});

test("words that touch are set in a row that keeps within the box", () => {
  const boxes = [box(70, 85), box(135, 100), box(207, 45)];
  const by = moves(boxes, 320);
  const set = boxes.map(({ x, width }, at) => ({ left: x + by[at], right: x + by[at] + width }));
  assert.ok(set[0].left >= 0);
  assert.ok(set[2].right <= 320);
  assert.ok(set.every((each, at) => at === 0 || each.left >= set[at - 1].right + 5));
});

test("where there is no room for all, nothing is moved", () => {
  assert.deepEqual(moves([box(0, 200), box(100, 200)], 320), [0, 0]);
});
