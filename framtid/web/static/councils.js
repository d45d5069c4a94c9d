// A step of a game without loading the page anew, and the hundred who live through the years of a term.
const STEP = "a[data-step]";
/** Milliseconds that a year takes, and that all of them take at most. */
const YEAR = 650;
const LONGEST = 4800;
const still = matchMedia("(prefers-reduced-motion: reduce)");

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
    if (navigator.onLine) location.assign(address); // without a network the page that stands is better than none
  }
}

/** @param {HTMLElement} game @param {boolean} back */
function shown(game, back) {
  for (const control of game.querySelectorAll("[data-copy], [data-print]")) reveal(control);
  for (const other of document.querySelectorAll(".ft-other-place")) other.remove();
  revive(game);
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

/** Let the hundred of a page live, where it has years to live through. @param {HTMLElement} game */
async function revive(game) {
  const figure = /** @type {HTMLElement|null} */ (game.querySelector("[data-lived]"));
  if (!figure) return;
  const { lived, module, from } = figure.dataset;
  const { Hundred } = await import(String(module));
  const drawn = figure.querySelector("[role=img]");
  if (!drawn) return;
  const hundred = new Hundred({ figure: JSON.parse(String(lived)), alt: drawn.getAttribute("aria-label") });
  drawn.after(hundred.element);
  drawn.classList.add("ft-still"); // what stands on paper: the living hundred are drawn for a screen's width
  let begun = false;
  const draw = () => {
    if (!fit(hundred) || begun) return;
    begun = true;
    begin(hundred, Number(from));
  };
  draw();
  window.addEventListener("resize", draw); // a frame that was out of sight has its width then
}

/** Let them live once they are drawn: from a year, when they are seen. @param {any} hundred @param {number} from */
function begin(hundred, from) {
  const last = hundred.year;
  if (still.matches) return;
  hundred.goTo(from, { swift: true });
  const watch = new IntersectionObserver(([seen]) => {
    if (!seen.isIntersecting) return;
    watch.disconnect();
    live(hundred, last);
  }, { threshold: 0.6 });
  watch.observe(hundred.element);
}

/** Draw the hundred as wide as the page, and as high as they need; whether there is any width. @param {any} hundred */
function fit(hundred) {
  const width = hundred.element.clientWidth;
  if (!width) return false;
  const height = Math.round(width * (width > 500 ? 0.64 : 0.87));
  hundred.element.style.height = `${height}px`;
  hundred.draw(width, height);
  return true;
}

/** Go on year by year; whoever moves the year takes over. @param {any} hundred @param {number} last */
async function live(hundred, last) {
  const pace = Math.min(YEAR, LONGEST / Math.max(last - hundred.year, 1));
  for (let year = hundred.year + 1; year <= last; year += 1) {
    await new Promise((resolve) => setTimeout(resolve, pace));
    if (hundred.wanted !== year - 1) return;
    hundred.goTo(year);
  }
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
const first = /** @type {HTMLElement|null} */ (document.querySelector("#spillet"));
if (first) revive(first);
