// The pages of the council that sits are laid by ahead, both answers to each case, so that a network which is lost
// does not stop it before its term is over. What comes after is the model's to compute, and waits for the network.
const NAME = "framtid-mote";
const ANSWERS = "[data-favoured], [data-refused]";
const OURS = /^\/(assets|static|_stcore)\//;
/** Pages of a council at most: three cases, two answers to each. */
const MOST = 15;
let now = "";

/** @param {string} address @param {Cache} cache */
async function page(address, cache) {
  const kept = await cache.match(address);
  const answer = kept ?? (await fetch(address));
  if (!answer.ok) throw new Error(`${answer.status}`);
  if (!kept) await cache.put(address, answer.clone());
  return new DOMParser().parseFromString(await answer.text(), "text/html");
}

/** @param {Window} place */
function files(place) {
  const made = place.performance.getEntriesByType("resource").map(({ name }) => new URL(name));
  return made.filter(({ origin, pathname }) => origin === location.origin && OURS.test(pathname)).map(({ href }) => href);
}

/** @param {Window} frame whose game is at a case @param {string} address of that, as a game's pages name it */
async function layAhead(frame, address) {
  if (document.documentElement.dataset.offline !== "ready" || !navigator.onLine) return;
  now = address;
  const cache = await caches.open(NAME);
  const edge = [new URL(address, location.href).href];
  for (let left = MOST; left && edge.length && now === address; left -= 1) {
    const told = await page(edge.shift() ?? "", cache);
    for (const link of told.querySelectorAll(ANSWERS)) edge.push(new URL(link.getAttribute("href") ?? "", location.href).href);
    const lived = /** @type {HTMLElement|null} */ (told.querySelector("[data-module]"));
    if (lived) await import(String(lived.dataset.module)); // with all that it imports
  }
  const wanted = new Set([...files(frame), ...files(window)]);
  for (const file of wanted) if (!(await cache.match(file))) await cache.add(file);
  document.documentElement.dataset.ahead = address;
}

document.addEventListener("ft-ahead", (event) => {
  const { frame, address } = /** @type {CustomEvent<{frame: Window, address: string}>} */ (event).detail;
  layAhead(frame, address).catch(() => undefined); // then the game needs the network
});
