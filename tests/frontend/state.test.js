/** Where one is on Veivalg. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { standing, visit } from "./browser.js";
import { asked, remember } from "../../framtid/reader/frontend/simulator/state.js";

beforeEach(() => visit("/veivalg"));

test("the address says where one is", () => {
  visit("/veivalg?sted=5610&vei=lys-vei&bilde=path_kroner&maal=omsorg");
  assert.deepEqual(asked(), { path: "lys-vei", picture: "path_kroner", goal: "omsorg", before: [] });
});

test("an empty address is as today", () => {
  assert.deepEqual(asked(), { path: "", picture: null, goal: null, before: [] });
});

test("what is remembered is asked for again, and what is as always stays out", () => {
  remember({ place: "5610", path: "", picture: null, goal: "skole", before: ["", "lys-vei"] });
  assert.equal(standing(), "/veivalg?sted=5610&maal=skole");
  assert.deepEqual(asked(), { path: "", picture: null, goal: "skole", before: ["", "lys-vei"] });
  remember({ place: "5610", path: "mork-vei", picture: null, goal: null, before: [] });
  assert.equal(standing(), "/veivalg?sted=5610&vei=mork-vei");
});

test("the way one came is not kept without end", () => {
  const before = Array.from({ length: 130 }, (_, at) => `1-heltid${at}`);
  remember({ place: "0", path: "", picture: null, goal: null, before });
  assert.equal(asked().before.length, 100);
  assert.equal(asked().before.at(-1), "1-heltid129");
});

test("what another script kept in the history is no way one came", () => {
  visit("/veivalg", { framtid: "not a list" });
  assert.deepEqual(asked().before, []);
});
