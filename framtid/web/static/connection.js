// Says so where the app does not come, or the server is gone, and is silent again when it is back.
const SOON = 6000; // milliseconds that an app may take to show its first text
const OFTEN = 500;
const SOONER = 60;
const LONG = 4; // looks in a row that the connection must have been away
/** The page's own HTML, which stands until the app shows the same. */
const article = document.querySelector(".ft-article");
/** A story shows its first screen instead; who comes to a later step reads on from there. */
const behind = Boolean(article?.classList.contains("ft-article--behind"));
if (behind && location.hash) document.getElementById(`les-${location.hash.slice(1)}`)?.scrollIntoView();
const box = /** @type {HTMLElement} */ (document.querySelector(".ft-connection"));
const began = performance.now();
/** The app is built below what is read; who listens to the page hears one of them at a time. */
const app = /** @type {HTMLElement|null} */ (document.getElementById("root"));
if (article && app && getComputedStyle(article).display !== "none") app.inert = true;
let opened = false;
let away = 0;

// Streamlit keeps this up to date on its outermost element.
function connected() {
  const outermost = document.querySelector("[data-testid=stApp]");
  return outermost?.getAttribute("data-test-connection-state") === "CONNECTED";
}

function here() {
  const shown = document.querySelector("[data-testid=stMainBlockContainer] [data-testid=stElementContainer]");
  return Boolean(shown) && !document.querySelector("[data-testid=stAppSkeleton]");
}

/** Whether the app shows the last of its page, and what draws itself has begun. */
function whole() {
  const own = document.querySelector(".stBidiComponent, [data-testid=stBidiComponent]");
  const drawn = !article?.hasAttribute("data-drawn") || own?.querySelector("h1, h2, h3");
  return Boolean(document.querySelector(".stApp .ft-footer") && drawn);
}

// Whoever writes in the page's own HTML keeps it; who reads goes on from the same place.
function give() {
  if (!article?.isConnected || !whole() || article.contains(document.activeElement)) return;
  const page = document.querySelector("[data-testid=stMain]");
  const read = article.scrollTop;
  article.remove();
  if (app) app.inert = false;
  if (behind) return;
  const asked = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (asked) asked.scrollIntoView();
  else if (page) page.scrollTop = read;
}

/** @returns {"late"|"lost"|"back"|""} */
function state() {
  if (document.documentElement.classList.contains("ft-read")) return "late";
  opened ||= connected() && here();
  if (opened) give();
  if (!opened) return performance.now() - began > SOON ? "late" : "";
  const before = away;
  away = connected() ? 0 : away + 1;
  if (away >= LONG) return "lost";
  return before >= LONG || (box.dataset.state === "back" && performance.now() - since < SOON) ? "back" : "";
}

let since = 0;

function look() {
  const now = state();
  if (now === box.dataset.state) return;
  since = performance.now();
  box.dataset.state = now;
  if (now === "late") document.documentElement.classList.add("ft-read");
  const words = document.querySelector(`template[data-when="${now}"]`);
  box.replaceChildren(...(words instanceof HTMLTemplateElement ? [words.content.cloneNode(true)] : []));
}

/** Often until the app is there, then now and then. */
function watch() {
  look();
  setTimeout(watch, article?.isConnected ? SOONER : OFTEN);
}

watch();
