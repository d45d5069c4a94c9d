/** A reader's own age in a pyramid: which bars are outlined, where a figure has ages at all. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { markAges } from "../../framtid/reader/frontend/own-bar.js";

const names = ["0–4", "5–9", "10+"];

function pyramid() {
  const bar = (/** @type {number} */ way) => ({ type: "bar", y: names, x: [way, 2 * way, 3 * way], marker: { color: "#000" } });
  const ages = { year: 2040, each: 5, names, me: "du", you: "Rundt {ages}." };
  return { data: [bar(-1), bar(1)], layout: { font: { color: "#111", family: "Serif", size: 13 }, meta: { ages }, annotations: [{ text: "Menn" }] } };
}

test("both bars of one's age are outlined, and the word stands at the outer end", () => {
  const figure = pyramid();
  assert.equal(markAges(figure, 2033), "Rundt 5–9.");
  for (const { marker } of figure.data) assert.deepEqual([marker.color, .../** @type {any} */ (marker).line.width.map(Boolean)], ["#000", false, true, false]);
  const [, own] = /** @type {any[]} */ (figure.layout.annotations);
  assert.deepEqual([own.text, own.x, own.y], ["du", 2, "5–9"]);
});

test("the oldest share the last bar", () => {
  assert.equal(markAges(pyramid(), 1940), "Rundt 10+.");
});

test("nothing is marked before a year is written, for one not born by then, or in another figure", () => {
  const figure = pyramid();
  assert.equal(markAges(figure, null) + markAges(figure, 2041), "");
  assert.equal(markAges({ data: [], layout: {} }, 1990), "");
  assert.deepEqual(figure, pyramid());
});
