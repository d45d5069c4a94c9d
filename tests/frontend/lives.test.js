/** A hundred lives: who stands in a year, and where those are who do not. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { groupOf, isNew, oneBorn, order, parted, spots, stands } from "../../framtid/reader/frontend/lives.js";

/** @returns {import("../../framtid/reader/frontend/lives.js").People} */
const people = () => ({
  year: 2026,
  years: [2026, 2040],
  lives: [
    [1940, 0, 2026, 4, 2030],
    [1990, 0, 2026, 3, 2040],
    [2029, 1, 2029, 3, 2040],
    [2000, 2, 2027, 2, 2033],
  ],
  groups: { child: 0, working: 20, old: 67 },
  shapes: { child: "M0", working: "M1", old: "M2" },
  columns: 2,
  row: 2,
  since: ["{n} here", "{n} new"],
  name: "Year",
});

test("one stands from the first of January after one comes to that of the year one goes", () => {
  const { lives } = people();
  const years = lives.map((life) => [2026, 2027, 2028, 2029, 2030, 2031, 2033, 2034, 2040].filter((year) => stands(life, year)));
  assert.deepEqual(years[0], [2026, 2027, 2028, 2029, 2030]);
  assert.equal(years[1].length, 9);
  assert.deepEqual(years[2], [2030, 2031, 2033, 2034, 2040]);
  assert.deepEqual(years[3], [2028, 2029, 2030, 2031, 2033]);
  assert.deepEqual(lives.map(isNew), [false, false, true, true]);
});

test("the youngest stand first, every second row is read backwards, and each has the shape of an age", () => {
  assert.deepEqual(order(people(), 2030), [2, 3, 1, 0]);
  const at = spots(people(), 2030);
  assert.deepEqual(at.map(({ x, y }) => [x, y]), [[0, 2], [1, 2], [0, 0], [1, 0]]);
  assert.deepEqual(at.map(({ shape }) => shape), ["old", "working", "child", "working"]);
  assert.ok(at.every(({ shown }) => shown));
});

test("who has yet to come waits below, who died is above, and who moved is on the way out", () => {
  const [, , child, mover] = spots(people(), 2026);
  assert.deepEqual([child.shown, mover.shown], [false, false]);
  assert.equal(child.y, spots(people(), 2030)[2].y + 0.8);
  const [dead, , , moved] = spots(people(), 2040);
  assert.deepEqual([dead.shown, moved.shown], [false, false]);
  assert.equal(dead.y, spots(people(), 2030)[0].y - 0.8);
  assert.equal(moved.x, spots(people(), 2033)[3].x + 1.5);
});

test("a figure that makes room goes where it stands, and one that comes into view is not new", () => {
  const all = people();
  all.lives[0] = [1940, 0, 2026, 5, 2030];
  all.lives[3] = [2000, 5, 2027, 3, 2040];
  const there = spots(all, 2030);
  assert.deepEqual(spots(all, 2040)[0], { ...there[0], shown: false });
  assert.equal(spots(all, 2026)[3].y, spots(all, 2028)[3].y);
  assert.equal(isNew(all.lives[3]), false);
});

test("nobody is younger than nought, however early one looks", () => {
  const { lives } = people();
  assert.equal(groupOf(people(), lives[2], 2026), "child");
});

test("a reader is the one nearest in age of those who are here from the first year to the last", () => {
  const some = people();
  some.lives.push([1993, 0, 2026, 3, 2040]);
  assert.equal(oneBorn(some, 1990), 1);
  assert.equal(oneBorn(some, 1992), 4);
  assert.equal(oneBorn(some, 1941), -1, "one who dies is not the reader");
  assert.equal(oneBorn(some, 2029), -1, "nor one who is born later");
  assert.equal(oneBorn(some, null), -1);
});

test("figures of a scene part from the hundred in order, each from one, and evenly", () => {
  assert.deepEqual(parted(7, 3), [0, 0, 0, 1, 1, 2, 2]);
  assert.deepEqual(parted(2, 4), [0, 2]);
  assert.deepEqual(parted(5, 0), []);
  for (const [figures, hundred] of [[60, 7], [44, 9], [100, 11]]) {
    const from = parted(figures, hundred);
    const each = Array.from({ length: hundred }, (_, one) => from.filter((other) => other === one).length);
    assert.ok(Math.max(...each) - Math.min(...each) <= 1);
    assert.deepEqual(from, [...from].sort((one, other) => one - other));
  }
});
