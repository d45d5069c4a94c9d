/** Figures that fit their box, and which of them can glide into each other. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";
import { alike, fitted, movedRanges } from "../../framtid/reader/frontend/fitting.js";

const figure = () => ({
  data: [{ type: "bar", x: [1, 2], y: [3, 4], marker: { color: "red" } }],
  layout: { margin: { l: 200, r: 20, t: 16 }, font: { size: 15 }, xaxis: { range: [0, 1] }, yaxis2: {}, title: {} },
});

test("the document's own figure is left as it came", () => {
  const given = figure();
  const made = fitted(given, 400, 300);
  made.data[0].marker.color = "blue";
  assert.deepEqual(given, figure());
});

test("a narrow box has smaller margins, a wide one what was asked for, and text keeps its size", () => {
  const narrow = fitted(figure(), 400, 300).layout;
  assert.equal(narrow.font.size, 15);
  assert.deepEqual(narrow.margin, { l: 96, r: 20, t: 16 });
  const wide = fitted(figure(), 900, 500).layout;
  assert.equal(wide.font.size, 15);
  assert.equal(wide.margin.l, 200);
  assert.deepEqual([wide.width, wide.height, wide.autosize], [900, 500, false]);
});

test("every axis is fixed, and nothing else is", () => {
  const { layout } = fitted(figure(), 900, 500);
  assert.deepEqual([layout.xaxis.fixedrange, layout.yaxis2.fixedrange, layout.title.fixedrange], [true, true, undefined]);
});

test("a square of dots fills the shorter side", () => {
  const dots = { data: [{ marker: { color: "red" } }], layout: { meta: { dots: [17.7, 10] } } };
  const [trace] = fitted(dots, 900, 500).data;
  assert.equal(trace.marker.color, "red");
  assert.equal(trace.marker.size.toFixed(2), "33.00");
});

test("frames glide where the traces are the same and not too many", () => {
  const { data } = figure();
  assert.equal(alike(data, figure().data), true);
  assert.equal(alike(data, [{ ...data[0], x: [1, 2, 3], y: [1, 2, 3] }]), false);
  assert.equal(alike(data, [{ ...data[0], type: "scatter" }]), false);
  assert.equal(alike(data, [...data, ...data]), false);
  const many = [{ type: "scatter", x: Array.from({ length: 4001 }, () => 0) }];
  assert.equal(alike(many, structuredClone(many)), false);
});

test("only the ranges that differ move", () => {
  const before = { xaxis: { range: [0, 1] }, yaxis: { range: [0, 5] }, legend: { range: [1, 2] } };
  const after = { xaxis: { range: [0, 1] }, yaxis: { range: [0, 9] }, xaxis2: {}, legend: { range: [3, 4] } };
  assert.deepEqual(movedRanges(before, after), { "yaxis.range": [0, 9] });
});
