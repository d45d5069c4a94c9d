/** Small figures that are dressed anew from picture to picture. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { dress } from "../../framtid/reader/frontend/small-figures.js";

test("one who was an outline and is filled has no outline left", () => {
  const worn = new Map();
  const path = /** @type {any} */ ({
    setAttribute: (/** @type {string} */ name, /** @type {string} */ value) => worn.set(name, value),
    removeAttribute: (/** @type {string} */ name) => worn.delete(name),
  });
  dress(path, "M0,0Z", "red", true);
  assert.equal(worn.get("stroke"), "red");
  dress(path, "M0,0Z", "red", false);
  assert.deepEqual([...worn], [["d", "M0,0Z"], ["fill", "red"]]);
});
