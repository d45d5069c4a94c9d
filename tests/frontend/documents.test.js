/** What the reader fetches: once per address, tried again where it failed, and whole. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { fetchDocument, fetchJson, fill } from "../../framtid/reader/frontend/documents.js";

/** @param {(address: string) => Response} answer @returns {string[]} the addresses that were asked for */
function server(answer) {
  /** @type {string[]} */
  const asked = [];
  globalThis.fetch = async (address) => {
    asked.push(String(address));
    return answer(String(address));
  };
  return asked;
}

const json = (/** @type {unknown} */ content) => new Response(JSON.stringify(content));

test("names in an address are filled in and escaped, others stay", () => {
  assert.equal(fill("/a/{code}.json?path={path}", { code: "56/10" }), "/a/56%2F10.json?path={path}");
});

test("an answer is fetched once, a failed one again", async () => {
  const asked = server((address) => (asked.length > 1 ? json({ address }) : new Response("", { status: 503 })));
  await assert.rejects(fetchJson("/once"), /503/);
  assert.deepEqual(await fetchJson("/once"), { address: "/once" });
  await fetchJson("/once");
  assert.deepEqual(asked, ["/once", "/once"]);
});

const step = { id: "a", view: "carers/0", frame: "now" };
const whole = { version: 1, steps: [step], views: { "carers/0": { frames: { now: {} } } }, labels: {} };

test("a whole document is taken", async () => {
  server(() => json(whole));
  assert.deepEqual(await fetchDocument("/whole"), whole);
});

for (const [what, change] of Object.entries({
  "of another version": { version: 2 },
  "without steps": { steps: [] },
  "without labels": { labels: undefined },
  "with a step whose frame is missing": { steps: [{ ...step, frame: "later" }] },
  "with a step whose view is missing": { steps: [{ ...step, view: "map/0" }] },
})) {
  test(`a document ${what} is refused`, async () => {
    server(() => json({ ...whole, ...change }));
    await assert.rejects(fetchDocument(`/${what}`));
  });
}
