// Says so where the app does not come, or the server is gone, and is silent again when it is back.
const SOON = 6000; // milliseconds that an app may take to show its first text
const OFTEN = 500;
const LONG = 4; // looks in a row that the connection must have been away
/** The page's own HTML, which stands until the app shows the same. */
const article = document.querySelector(".ft-article");
/** A story shows its first screen instead; who comes to a later step reads on from there. */
const behind = Boolean(article?.classList.contains("ft-article--behind"));
if (behind && location.hash) document.getElementById(`les-${location.hash.slice(1)}`)?.scrollIntoView();
const box = /** @type {HTMLElement} */ (document.querySelector(".ft-connection"));
const began = performance.now();
let opened = false;
let away = 0;

// Streamlit keeps this up to date on its outermost element.
function connected() {
  const app = document.querySelector("[data-testid=stApp]");
  return app?.getAttribute("data-test-connection-state") === "CONNECTED";
}

function here() {
  const shown = document.querySelector("[data-testid=stMainBlockContainer] [data-testid=stElementContainer]");
  const own = document.querySelector("[data-testid=stBidiComponent]");
  return Boolean(shown) && !document.querySelector("[data-testid=stAppSkeleton]") && (!own || Boolean(own.querySelector("h1, h2, h3")));
}

// Whoever reads or writes in the page's own HTML keeps it, where it stands, until the app is there.
function give() {
  if (!article?.isConnected || article.contains(document.activeElement)) return;
  const page = document.querySelector("[data-testid=stMain]");
  if (page && !behind) page.scrollTop = article.scrollTop;
  article.remove();
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

setInterval(look, OFTEN);
