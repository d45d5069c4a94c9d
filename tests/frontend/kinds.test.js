/** Kinds of step: what a birth year is looked up to, and how a pen changes a curve. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { frame, onward, stroke } from "../../framtid/reader/frontend/guess.js";
import { lookUp, rounded } from "../../framtid/reader/frontend/you.js";

/** @type {import("../../framtid/reader/frontend/answers.d.ts").You} */
const table = { kind: "you", now: 2026, goal: 2040, here: Array.from({ length: 106 }, (_, age) => age), later: Array.from({ length: 106 }, () => 2) };

test("a birth year is looked up as an age now and in 2040", () => {
  assert.deepEqual(lookUp(table, 1984), { age: 56, now: 42, later: 2, stage: "you_working", all: 94 });
  assert.equal(lookUp(table, 2021)?.stage, "you_young");
  assert.equal(lookUp(table, 1973)?.stage, "you_old");
  assert.equal(lookUp(table, 1960)?.stage, "you_oldest");
  assert.equal(lookUp(table, 1960)?.all, 52);
});

test("a year that the table does not reach has nothing to say", () => {
  for (const born of [1900, 2027, Number.NaN, 19.5]) assert.equal(lookUp(table, born), null);
});

test("counts are rounded as prose tells them", () => {
  assert.deepEqual([3.4, 67, 567, 4380, 56_274].map(rounded), [3, 67, 570, 4400, 56_300]);
});

test("a pen that skips years draws a line through them", () => {
  assert.deepEqual(stroke([0, 0, 0, 0, 0], null, [1, 8]), [0, 8, 0, 0, 0]);
  assert.deepEqual(stroke([0, 8, 0, 0, 0], [1, 8], [3, 4]), [0, 8, 6, 4, 0]);
  assert.deepEqual(stroke([0, 8, 6, 4, 0], [3, 4], [1, 0]), [0, 0, 2, 4, 0]);
});

test("years that no pen has been at follow it", () => {
  assert.deepEqual(onward([0, 8, 0, 0], 1, 8), [0, 8, 8, 8]);
  assert.deepEqual(onward([1, 2, 3], 5, 9), [1, 2, 3]);
});

test("a guess has room for far more than today, and for the answer", () => {
  const seen = frame({ kind: "guess", since: 2000, history: [1, 2, 10], future: [11, 12], low: 10, high: 40, html: "" });
  assert.deepEqual([seen.now, seen.goal, seen.count], [2002, 2004, 10]);
  assert.ok(Math.abs(seen.most - 44) < 1e-9);
});
