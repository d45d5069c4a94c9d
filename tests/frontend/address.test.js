/** The reader's state in the address. */

import assert from "node:assert/strict";
import { beforeEach, test } from "node:test";
import { standing, visit } from "./browser.js";
import {
  alike, articleInAddress, keepBeside, keptBeside, rememberMode, rememberPath, rememberPlace, rememberStep, stepInAddress,
} from "../../framtid/reader/frontend/address.js";

beforeEach(() => visit("/historie"));

test("a step is read from the fragment, decoded", () => {
  visit("/historie#b%C3%B8lgen");
  assert.equal(stepInAddress(), "bølgen");
});

test("a fragment that cannot be decoded is no step", () => {
  visit("/historie#%E0%A4%A");
  assert.equal(stepInAddress(), null);
});

test("no fragment is no step", () => {
  assert.equal(stepInAddress(), null);
});

test("what is remembered leaves the rest of the address alone", () => {
  visit("/historie?sted=0301&annet=1#hvor");
  rememberPlace("5610");
  rememberPath("lys-vei");
  rememberStep("anna");
  assert.equal(standing(), "/historie?sted=5610&annet=1&vei=lys-vei#anna");
});

test("a path cannot break out of the address", () => {
  rememberPath("1-heltid2&sted=0#x");
  assert.equal(standing(), "/historie?vei=1-heltid2%26sted%3D0%23x");
});

test("the article is in the address, the story is not", () => {
  rememberMode("article");
  assert.equal(articleInAddress(), true);
  assert.equal(standing(), "/historie?som=artikkel");
  rememberMode("scroll");
  assert.equal(articleInAddress(), false);
  assert.equal(standing(), "/historie");
});

test("another way to read is of the same place, path and step", () => {
  visit("/historie?sted=5610&vei=lys-vei&som=artikkel#skolen");
  assert.equal(alike("/lysbilder?sted=0301&fortelling=x"), "/lysbilder?sted=5610&fortelling=x&vei=lys-vei#skolen");
  assert.equal(alike("/historie?sted=0301"), "/historie?sted=5610&vei=lys-vei#skolen");
  visit("/historie");
  assert.equal(alike("/utskrift?sted=0"), "/utskrift?sted=0");
});

test("what is kept beside the address leaves the history's other state alone", () => {
  visit("/veivalg", { streamlit: 7 });
  assert.equal(keptBeside(), undefined);
  keepBeside(["lys-vei"]);
  assert.deepEqual(keptBeside(), ["lys-vei"]);
  assert.equal(history.state.streamlit, 7);
  rememberStep("x");
  assert.deepEqual(keptBeside(), ["lys-vei"]);
});
