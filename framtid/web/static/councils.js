// A step of a game without loading the page anew: the text changes, focus goes to its heading, the address is the game.
const STEP = "a[data-step]";

/** @param {string} address @param {boolean} back */
async function step(address, back) {
  try {
    const answer = await fetch(address, { headers: { accept: "text/html" } });
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const next = page.querySelector("#spillet");
    const now = document.querySelector("#spillet");
    if (!answer.ok || !next || !now) throw new Error("no game");
    if (!back) history.pushState({ game: true }, "", answer.url);
    document.title = page.title;
    now.replaceWith(next);
    shown(/** @type {HTMLElement} */ (next), back);
  } catch {
    location.assign(address);
  }
}

/** @param {HTMLElement} game @param {boolean} back */
function shown(game, back) {
  for (const control of game.querySelectorAll("[data-copy], [data-print]")) reveal(control);
  for (const other of document.querySelectorAll(".ft-other-place")) other.remove();
  if (back) return;
  const heading = game.querySelector("h1");
  window.scrollTo(0, 0);
  if (!heading) return;
  heading.tabIndex = -1;
  heading.focus({ preventScroll: true });
}

/** @param {Element} control */
function reveal(control) {
  const item = control.closest("li");
  if (item && (control.hasAttribute("data-print") || navigator.clipboard)) item.hidden = false;
  if (control.hasAttribute("data-print")) control.addEventListener("click", () => window.print());
}

document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest(STEP) : null;
  const plain = !(event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) && event.button === 0;
  if (!(link instanceof HTMLAnchorElement) || !plain) return;
  event.preventDefault();
  step(link.href, false);
});
window.addEventListener("popstate", () => {
  if (new URLSearchParams(location.search).has("spill")) step(location.href, true);
  else location.reload();
});
