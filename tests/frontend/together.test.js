/** Words that were a trace each become one, and nothing else does. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";
import { together } from "../../framtid/reader/frontend/together.js";

/** @param {string} text */
const word = (text, more = {}) => ({
  type: "scatter", mode: "text", x: [2050], y: [7], text: [text], textposition: "middle right",
  cliponaxis: false, textfont: { color: "red", size: 14 }, marker: { size: 9 }, ...more,
});
const line = { type: "scatter", mode: "lines", x: [1, 2], y: [3, 4] };

test("each word keeps what it says, where, and its type", () => {
  const own = { x: [2040, 2041], y: [1, 2], text: ["b", "c"], textposition: "top center", textfont: { color: "blue", size: 16 } };
  const [first, words] = together([line, word("a"), word("", own)]);
  assert.deepEqual(first, line);
  assert.deepEqual(words, {
    type: "scatter", mode: "text", cliponaxis: false,
    x: [2050, 2040, 2041], y: [7, 1, 2], text: ["a", "b", "c"],
    textposition: ["middle right", "top center", "top center"],
    textfont: { color: ["red", "blue", "blue"], size: [14, 16, 16] },
  });
});

test("they stand where the last of them stood", () => {
  assert.deepEqual(together([word("a"), line, word("b")]).map(({ mode }) => mode), ["lines", "text"]);
});

test("words of another axis, or that say more at a touch, stay by themselves", () => {
  const given = [word("a"), word("b", { xaxis: "x2" }), word("c", { hovertext: "more" }), word("d", { textfont: { color: "red" } })];
  assert.deepEqual(together(given), given);
});

test("a figure without words, or with one, is as it came", () => {
  assert.deepEqual(together([line, word("a")]), [line, word("a")]);
});
