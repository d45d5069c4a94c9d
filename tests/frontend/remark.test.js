/** The way to a longer room, from the step or the lever that is read. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { visit } from "./browser.js";
import { remarkAddress, subjectOf } from "../../framtid/reader/frontend/remark.js";

test("who reads for no room has no link", () => {
  for (const address of ["/historie?sted=5610", "/historie?innspill=", "/historie?innspill=..%2F..%2Fx", "/historie?innspill=abc"]) {
    visit(address);
    assert.equal(remarkAddress("spak.heltid"), null);
  }
});

test("code, subject, place, path and language come along, and nothing else", () => {
  visit("/veivalg?sted=5610&vei=lys-vei&lang=nn&innspill=K7D2PM4X&annet=1#spak-heltid");
  const url = new URL(remarkAddress("spak.heltid") ?? "", location.href);
  assert.equal(url.pathname, "/innspill/K7D2PM4X");
  assert.deepEqual(Object.fromEntries(url.searchParams), { om: "spak.heltid", sted: "5610", vei: "lys-vei", lang: "nn" });
});

test("a step is of its story, a figure of the municipality", () => {
  assert.equal(subjectOf("2040", "kartet"), "steg.2040.kartet");
  assert.equal(subjectOf("gallery", "carers"), "figur.carers");
});
