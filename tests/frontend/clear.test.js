/** How far the page is scrolled so that what is focused stands free of the bars. */
import assert from "node:assert/strict";
import { test } from "node:test";

import { wayClear } from "../../framtid/reader/frontend/clear.js";

/** @param {number} top @param {number} bottom */
const box = (top, bottom, left = 0, right = 100) => ({ top, bottom, left, right });

test("what no bar covers stays where it is", () => {
  assert.equal(wayClear(box(200, 240), [box(0, 100), box(700, 760)], 760), 0);
  assert.equal(wayClear(box(20, 60, 0, 100), [box(0, 100, 200, 300)], 760), 0, "beside a bar");
});

test("what lies under the bar on top is drawn down, and under the one at the foot up", () => {
  assert.ok(wayClear(box(60, 110), [box(0, 100)], 760) < -40);
  assert.ok(wayClear(box(690, 730), [box(700, 760)], 760) > 30);
});

test("what is taller than the window keeps its start in sight", () => {
  assert.equal(wayClear(box(0, 1500), [box(700, 760)], 760), 0);
  assert.equal(wayClear(box(300, 1500), [box(700, 760)], 760), 288);
});
