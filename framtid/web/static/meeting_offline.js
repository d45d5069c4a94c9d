// The page and what it is made of are laid by, so that a reload without a network shows the meeting again.
// Only this meeting's, only what anybody may read; gone with the room, or when the next meeting is opened.
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const NAME = "framtid-mote";
const OURS = /^\/(assets|static|_stcore)\//;

async function layBy() {
  await navigator.serviceWorker.register(main.dataset.worker ?? "", { scope: main.dataset.scope });
  await navigator.serviceWorker.ready;
  const made = performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  const files = made.filter(({ origin, pathname }) => origin === location.origin && OURS.test(pathname));
  const cache = await caches.open(NAME);
  const ahead = /** @type {HTMLElement|null} */ (main.querySelector("[data-council-ahead]"))?.dataset.councilAhead;
  const more = ahead ? [new URL(ahead, location.href).href] : []; // what the councils can be asked
  const wanted = new Set([location.origin + location.pathname + location.search, ...more, ...files.map(({ href }) => href)]);
  await cache.addAll([...wanted]); // all or nothing: where it fails, what was laid by before stands
  for (const { url } of await cache.keys()) if (!wanted.has(url)) await cache.delete(url);
  document.documentElement.dataset.offline = "ready";
  document.dispatchEvent(new CustomEvent("ft-laid-by"));
}

async function forget() {
  await caches.delete(NAME);
  const worker = await navigator.serviceWorker.getRegistration(main.dataset.scope);
  await worker?.unregister();
}

if ("serviceWorker" in navigator && navigator.onLine) {
  const begin = () => layBy().catch(() => undefined); // where it cannot be, the open page holds the meeting
  if (document.readyState === "complete") begin();
  else addEventListener("load", begin);
  main.querySelector("[data-room-delete]")?.addEventListener("click", () => forget().catch(() => undefined));
}

// What needs the network is not opened without it: the wall would be left for a page of the browser's own.
const lost = /** @type {HTMLElement} */ (document.querySelector(".ft-lost"));
/** @param {Event} event */
function later(event) {
  const opens = event.target instanceof Element && event.target.closest("a, form");
  if (navigator.onLine || !opens || opens.getAttribute("href")?.startsWith("#")) return;
  event.preventDefault();
  lost.textContent = lost.dataset.later ?? "";
}
main.addEventListener("click", (event) => { if (event.target instanceof Element && event.target.closest("a")) later(event); });
main.addEventListener("submit", later);
