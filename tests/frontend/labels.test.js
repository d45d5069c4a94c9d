/** Words and numbers as the document's language writes them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { cell, day, say, ended } from "../../framtid/reader/frontend/labels.js";

const plain = (/** @type {string} */ text) => text.replace(/\s/gu, " ");

test("a label's names are filled in, unknown ones stay", () => {
  assert.equal(say({ counter: "{number} av {count}" }, "counter", { number: 0, count: 9 }), "0 av 9");
  assert.equal(say({ a: "{other}" }, "a"), "{other}");
});

test("a missing label shows its key", () => {
  assert.equal(say({}, "no_such_label"), "no_such_label");
});

test("numbers have the column's decimals and are grouped", () => {
  assert.equal(plain(cell(5627400, 0, "nb", "–")), "5 627 400");
  assert.equal(cell(2.66, 1, "nb", "–"), "2,7");
  assert.equal(cell(3, 2, "nb", "–"), "3,00");
});

test("years and texts are as they are, and what is not known is said so", () => {
  assert.equal(cell(2040, null, "nb", "–"), "2040");
  assert.equal(cell("0–4 år", 0, "nb", "–"), "0–4 år");
  assert.equal(cell(null, 0, "nb", "–"), "–");
  assert.equal(cell(0, 0, "nb", "–"), "0");
});

test("a date is written in words whatever the reader's time zone; what is none stays", () => {
  assert.equal(day("2026-06-10", "nb"), "10. juni 2026");
  assert.equal(day("snart", "nb"), "snart");
});

test("a heading is ended once where more is said after it", () => {
  assert.deepEqual(["Kartet mørkner", "Hva tror du?", "Noen har begynt."].map(ended), ["Kartet mørkner.", "Hva tror du?", "Noen har begynt."]);
});
