// Says so where the app does not come, or the server is gone, and is silent again when it is back.
const SOON = 6000; // milliseconds that an app may take to show its first text
const OFTEN = 500;
const LONG = 4; // looks in a row that the connection must have been away
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
  return Boolean(shown) && !document.querySelector("[data-testid=stAppSkeleton]");
}

/** @returns {"late"|"lost"|"back"|""} */
function state() {
  opened ||= connected() && here();
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
  const words = document.querySelector(`template[data-when="${now}"]`);
  box.replaceChildren(...(words instanceof HTMLTemplateElement ? [words.content.cloneNode(true)] : []));
}

setInterval(look, OFTEN);
