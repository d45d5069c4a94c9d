/** Only the newest question about a place is answered, in whatever order the answers come. */

import assert from "node:assert/strict";
import { test } from "node:test";
import { PlaceQuery } from "../../framtid/reader/frontend/place-query.js";

const ADDRESS = "/api/v1/places.json?v=abc&q={query}";
const now = () => Promise.resolve();
const named = (/** @type {string} */ name) => new Response(JSON.stringify({ edition: "abc", places: [{ code: name }] }));

/** A server whose answers come when the test says so, and that does not care about being left. */
function slow() {
  /** @type {Record<string, {resolve: (answer: Response) => void, reject: (error: Error) => void, signal: AbortSignal}>} */
  const asked = {};
  const ask = (/** @type {any} */ address, /** @type {any} */ { signal }) => new Promise((resolve, reject) => {
    asked[new URL(address, "https://framtid.test").searchParams.get("q") ?? ""] = { resolve, reject, signal };
  });
  return { asked, ask: /** @type {typeof fetch} */ (ask) };
}

const turn = () => new Promise((resolve) => setTimeout(resolve, 0));

test("an answer that comes late and out of order is not shown", async () => {
  const { asked, ask } = slow();
  const query = new PlaceQuery(ADDRESS, { ask, wait: now });
  const first = query.find("ut");
  await turn();
  const second = query.find("utsi");
  await turn();
  asked.utsi.resolve(named("1151"));
  assert.deepEqual(await second, [{ code: "1151" }]);
  asked.ut.resolve(named("0301"));
  assert.equal(await first, null);
  assert.equal(asked.ut.signal.aborted, true);
  assert.equal(asked.utsi.signal.aborted, false);
});

test("who types on is not asked for letter by letter", async () => {
  const { asked, ask } = slow();
  /** @type {(() => void)[]} */
  const waiting = [];
  const wait = () => new Promise((resolve) => waiting.push(() => resolve(null)));
  const query = new PlaceQuery(ADDRESS, { ask, wait });
  const found = ["u", "ut", "uts"].map((typed) => query.find(typed));
  for (const go of waiting) go();
  await turn();
  assert.deepEqual(Object.keys(asked), ["uts"]);
  asked.uts.resolve(named("1151"));
  assert.deepEqual(await Promise.all(found), [null, null, [{ code: "1151" }]]);
});

test("an empty field asks nobody, and lets go of what was asked", async () => {
  const { asked, ask } = slow();
  const query = new PlaceQuery(ADDRESS, { ask, wait: now });
  const before = query.find("bo");
  await turn();
  assert.deepEqual(await query.find("  "), []);
  assert.deepEqual(Object.keys(asked), ["bo"]);
  asked.bo.resolve(named("5503"));
  assert.equal(await before, null);
});

test("what is typed is trimmed and cannot break out of the address", async () => {
  /** @type {string[]} */
  const addresses = [];
  const ask = /** @type {typeof fetch} */ ((address) => {
    addresses.push(String(address));
    return Promise.resolve(named("1"));
  });
  await new PlaceQuery(ADDRESS, { ask, wait: now }).find(" bø&v=x#y ");
  assert.deepEqual(addresses, ["/api/v1/places.json?v=abc&q=b%C3%B8%26v%3Dx%23y"]);
});

test("a failure is told for the newest question alone", async () => {
  const { asked, ask } = slow();
  const query = new PlaceQuery(ADDRESS, { ask, wait: now });
  const first = query.find("a");
  await turn();
  const second = query.find("b");
  await turn();
  asked.a.reject(new Error("off the net"));
  asked.b.resolve(new Response("", { status: 503 }));
  assert.equal(await first, null);
  await assert.rejects(second, /503/);
});
