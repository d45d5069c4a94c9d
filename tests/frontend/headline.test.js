/** A screen has one headline: a figure's title is not shown where the step's heading says the same. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { says } from "../../framtid/reader/frontend/headline.js";

test("a heading with every figure of a title says it", () => {
  assert.ok(says("I 2040 er det folk til 79 av hundre vakter", "Fortsetter vi som i dag, har vi folk til 79 av hundre vakter i 2040"));
  assert.ok(says("Å vente koster 1\u00a0524 årsverk", "1\u00a0524 årsverk er prisen"));
});

test("a title with a figure more is shown, and one without figures", () => {
  assert.ok(!says("775 flere som har fylt 80", "Hjem til 2\u00a0405 som har fylt 80 år i 2040, mot 1\u00a0630 i dag"));
  assert.ok(!says("Behovet vokser, hendene blir færre", "Behovet vokser. Tallet på hender minker"));
  assert.ok(!says("79 år", "1\u00a079 år og 2,79"));
});
