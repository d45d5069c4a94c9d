/** Names that are not Norwegian are marked with their language. */

import assert from "node:assert/strict";
import { test } from "node:test";

Object.assign(globalThis, {
  document: {
    createElement: (/** @type {string} */ tag) => {
      /** @type {Record<string, any>} */
      const made = { tag, append() {}, setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => { made[name] = value; } };
      return made;
    },
  },
});
const { marked } = await import("../../framtid/reader/frontend/dom.js");

test("each name is marked, and what stands between them is left", () => {
  const parts = /** @type {any[]} */ (marked("Gáivuotna – Kåfjord – Kaivuono", { "Gáivuotna": "se", Kaivuono: "fkv" }));
  assert.deepEqual(parts.map((part) => part.lang ?? ""), ["se", "", "", "", "fkv"]);
  assert.deepEqual(parts.map((part) => part.textContent ?? part).join(""), "Gáivuotna – Kåfjord – Kaivuono");
});

test("a place with one name is one text", () => {
  assert.deepEqual(marked("Herøy (Nordland)", { Deatnu: "se" }), ["Herøy (Nordland)"]);
  assert.deepEqual(marked("Bærum"), ["Bærum"]);
});
