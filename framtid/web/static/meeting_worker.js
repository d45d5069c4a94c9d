// The wall without a network: what the meeting is made of is answered from what its page has laid by, and from nowhere else.
// It asks the network first and has no memory of its own; rooms and their answers never come this way.
const worker = /** @type {any} */ (self);
/** Milliseconds that a network which says nothing is waited for. */
const PATIENCE = 4000;

/** @param {Request} request */
async function laidBy(request) {
  // The game in its frame has an address below the wall's, so that it comes this way, and is laid by under its own.
  const below = new URL(worker.registration.scope).pathname;
  const url = new URL(request.url);
  if (url.pathname.startsWith(`${below}/`) && url.search) url.pathname = url.pathname.slice(below.length);
  return (await caches.match(request.url, { ignoreVary: true })) ?? caches.match(url, { ignoreVary: true });
}

/** @param {Request} request */
async function answer(request) {
  const network = fetch(request);
  const late = new Promise((resolve) => { setTimeout(resolve, PATIENCE); }).then(() => laidBy(request));
  try {
    return (await Promise.race([network, late])) ?? (await network);
  } catch {
    return (await laidBy(request)) ?? Response.error();
  }
}

worker.addEventListener("install", () => worker.skipWaiting());
worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { method, url } = /** @type {Request} */ (event.request);
  const { origin, pathname } = new URL(url);
  if (method === "GET" && origin === location.origin && !pathname.startsWith("/api/")) event.respondWith(answer(event.request));
});
