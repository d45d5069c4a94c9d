/** Where one is on Veivalg. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { standing, visit } from "./browser.js";
import { asked, assuming, remember } from "../../framtid/reader/frontend/simulator/state.js";

beforeEach(() => visit("/veivalg"));

test("the address says where one is", () => {
  visit("/veivalg?sted=5610&vei=lys-vei&bilde=path_kroner&maal=omsorg");
  assert.deepEqual(asked(), { path: "lys-vei", picture: "path_kroner", goal: "omsorg", before: [], switches: {}, wishes: {} });
});

test("an empty address is as today", () => {
  assert.deepEqual(asked(), { path: "", picture: null, goal: null, before: [], switches: {}, wishes: {} });
});

test("what is remembered is asked for again, and what is as always stays out", () => {
  remember({ place: "5610", path: "", picture: null, goal: "skole", before: ["", "lys-vei"], switches: {}, wishes: {} });
  assert.equal(standing(), "/veivalg?sted=5610&maal=skole");
  assert.deepEqual(asked(), { path: "", picture: null, goal: "skole", before: ["", "lys-vei"], switches: {}, wishes: {} });
  remember({ place: "5610", path: "mork-vei", picture: null, goal: null, before: [], switches: {}, wishes: {} });
  assert.equal(standing(), "/veivalg?sted=5610&vei=mork-vei");
});

test("the way one came is not kept without end", () => {
  const before = Array.from({ length: 130 }, (_, at) => `1-heltid${at}`);
  remember({ place: "0", path: "", picture: null, goal: null, before, switches: {}, wishes: {} });
  assert.equal(asked().before.length, 100);
  assert.equal(asked().before.at(-1), "1-heltid129");
});

test("what another script kept in the history is no way one came", () => {
  visit("/veivalg", { framtid: "not a list" });
  assert.deepEqual(asked().before, []);
});

test("what is assumed stands in the address only where it is not as usual", () => {
  visit("/veivalg?sted=5610&state=nothing&use=trend");
  const { switches } = asked();
  assert.deepEqual(switches, { state: "nothing", use: "trend" });
  const here = { place: "5610", path: "", picture: null, goal: null, before: [], wishes: {} };
  remember({ ...here, switches: { alternative: "LLML", state: "nothing" } });
  assert.equal(standing(), "/veivalg?sted=5610&state=nothing&alternative=LLML");
  remember({ ...here, switches: {}, wishes: {} });
  assert.equal(standing(), "/veivalg?sted=5610");
});

test("an answer is asked for under what is assumed", () => {
  assert.equal(assuming("/vei?sted=5610", { state: "wholly" }), "/vei?sted=5610&state=wholly");
  assert.equal(assuming("/vei", { use: "trend" }), "/vei?use=trend");
  assert.equal(assuming("/vei?sted=5610", {}), "/vei?sted=5610");
});

test("what is wished is kept as it is written, and read back", () => {
  const wishes = { indicator: "carers", direction: "at_least", target: "2,7", locked: "heltid,fravaer", ceiling: "1 000" };
  remember({ place: "5610", path: "", picture: null, goal: "eget", before: [], switches: { state: "nothing" }, wishes });
  assert.equal(standing(), "/veivalg?sted=5610&maal=eget&indikator=carers&retning=at_least&tall=2%2C7&fast=heltid%2Cfravaer&tak=1+000&state=nothing");
  assert.deepEqual(asked().wishes, wishes);
  remember({ place: "5610", path: "", picture: null, goal: null, before: [], switches: {}, wishes: {} });
  assert.equal(standing(), "/veivalg?sted=5610");
});
