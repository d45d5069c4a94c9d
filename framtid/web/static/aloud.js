// Tells those who hear a page what changed where they are not: another page, table or way to read.
// And lets Escape put away what lies over a figure, until the pointer has moved on.
const AWAY = 24; // pixels the pointer moves before labels come again
const said = document.createElement("p");
said.className = "ft-quiet";
said.setAttribute("role", "status");
let at = location.pathname;
let follow = false;
/** What each thing that is told of says now, by the page it is on. @type {Map<string, string>} */
const known = new Map();

/** @param {string} words */
function say(words) {
  if (!said.isConnected) document.body.append(said);
  said.textContent = words;
}

// Another page came in the place of this one: when it is whole its name is said, and Tab goes on from
// its beginning.
function turned() {
  const app = /** @type {HTMLElement|null} */ (document.querySelector("[data-testid=stApp]"));
  if (location.pathname === at || app?.dataset.testScriptState === "running") return;
  at = location.pathname;
  say(document.title);
  const content = /** @type {HTMLElement|null} */ (document.querySelector(".stApp #innhold"));
  if (follow) content?.focus({ preventScroll: true });
  follow = false;
}

// What has `data-aloud` is said when it says something else than before on the same page.
function changed() {
  for (const element of document.querySelectorAll("[data-aloud]")) {
    const key = `${location.pathname} ${element.getAttribute("data-aloud")}`;
    const words = element.textContent ?? "";
    if (known.has(key) && known.get(key) !== words) say(words);
    known.set(key, words);
  }
}

let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    turned();
    changed();
  });
}).observe(document.documentElement, { childList: true, subtree: true, characterData: true, attributeFilter: ["data-test-script-state"] });

document.addEventListener("click", (event) => {
  follow = event.target instanceof Element && Boolean(event.target.closest(".st-key-ft-menu a"));
}, { capture: true });
document.addEventListener("ft-say", (event) => say(/** @type {CustomEvent<string>} */ (event).detail));

/** @type {{x: number, y: number}|null} */
let hushed = null;
let here = { x: 0, y: 0 };
document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape") return;
  hushed = here;
  document.documentElement.classList.add("ft-hushed");
});
document.addEventListener("pointermove", ({ clientX: x, clientY: y }) => {
  here = { x, y };
  if (!hushed || Math.hypot(x - hushed.x, y - hushed.y) < AWAY) return;
  hushed = null;
  document.documentElement.classList.remove("ft-hushed");
}, { passive: true });
