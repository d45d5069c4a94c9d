/** What a reader wishes of an answer on Veivalg, and numbers as readers write them. */

import assert from "node:assert/strict";
import { test } from "node:test";
import "./browser.js";
import { readNumber, writeNumber } from "../../framtid/reader/frontend/simulator/number.js";
import { locked, possible, question, toggled, wished } from "../../framtid/reader/frontend/simulator/wishes.js";

const desk = /** @type {import("../../framtid/reader/frontend/simulator/types.js").Desk} */ (/** @type {unknown} */ ({
  language: "nb",
  levers: [{ id: "heltid" }, { id: "fravaer" }],
  measures: [
    { id: "gap", unit: "man_years", direction: "at_most" },
    { id: "care_share", unit: "share", direction: "at_most" },
    { id: "carers", unit: "ratio", direction: "at_least" },
  ],
}));

test("numbers are read as they are written in Norwegian", () => {
  const known = { "2,7": 2.7, " 1 000 ": 1000, "1\u00a0234\u00a0567,5": 1234567.5, "2.7": 2.7, "1.000": 1000, "−5": -5, "0.125": 0.125, "0": 0 };
  for (const [text, value] of Object.entries(known)) assert.equal(readNumber(text, "nb"), value, text);
});

test("and as they are written in English", () => {
  const known = { "2.7": 2.7, "1,000": 1000, "1,234.5": 1234.5, "2,7": 2.7 };
  for (const [text, value] of Object.entries(known)) assert.equal(readNumber(text, "en"), value, text);
});

test("what is no number is none", () => {
  for (const text of ["", "mye", "1,2,3", "2 7", "1e3", "Infinity", "12 kr", "--2", ",5"]) assert.equal(readNumber(text, "nb"), null, text);
});

test("what is written can be read again", () => {
  for (const value of [2.75, 1000, 12345.6, -3]) assert.equal(readNumber(writeNumber(value, "nb"), "nb"), value);
});

test("a lever is locked and unlocked, and nothing else is lost", () => {
  const once = toggled({ ceiling: "500" }, "heltid");
  assert.deepEqual(once, { ceiling: "500", locked: "heltid" });
  assert.deepEqual(locked(toggled(once, "fravaer")), ["heltid", "fravaer"]);
  assert.deepEqual(toggled(once, "heltid"), { ceiling: "500" });
  assert.deepEqual(wished({ target: "2", ceiling: "5" }, { ceiling: " " }), { target: "2" });
});

test("an address of another edition keeps what there still is, and what was written", () => {
  const asked = { indicator: "constructor", direction: "sideways", target: "mye", locked: "heltid,romskip,heltid", ceiling: "x" };
  assert.deepEqual(possible(desk, asked), { target: "mye", locked: "heltid", ceiling: "x" });
});

test("a goal of the known is asked for within the limits alone", () => {
  const wishes = { target: "2,7", indicator: "carers", locked: "heltid", ceiling: "1 000" };
  assert.deepEqual(question("hender", wishes, desk), { query: { locked: "heltid", ceiling: "1000" }, wrong: {} });
});

test("a goal of one's own is asked for in the server's numbers: a share of one", () => {
  assert.deepEqual(question("eget", { indicator: "care_share", direction: "at_most", target: "7,5" }, desk),
    { query: { indicator: "care_share", direction: "at_most", target: "0.075" }, wrong: {} });
  assert.deepEqual(question("eget", { indicator: "carers", target: "2,7" }, desk).query,
    { indicator: "carers", direction: "at_least", target: "2.7" });
  assert.equal(question("eget", { target: "1 000" }, desk).query.indicator, "gap");
});

test("what cannot be read is told by its field", () => {
  assert.deepEqual(question("eget", { target: "mye", ceiling: "lite" }, desk).wrong, { target: "sim_number_wrong", ceiling: "sim_number_wrong" });
  assert.deepEqual(question("eget", {}, desk).wrong, { target: "sim_target_missing" });
  assert.deepEqual(question("hender", { ceiling: "-1", target: "mye" }, desk).wrong, { ceiling: "sim_ceiling_below" });
});
