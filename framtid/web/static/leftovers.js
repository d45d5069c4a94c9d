// Says in the reader's language what Streamlit and the map say in English and cannot be told.
/** @type {Record<string, string>} */
const words = JSON.parse(document.currentScript?.dataset.words ?? "{}");
const SELECTOR = "[aria-label], [title], a[href='#'], [data-testid='stSkipToContent'], button, [role='alert'] p, [aria-live]";

const FAILED = "[data-testid='stException']"; // what the page shows of the first step must not cover that

// A button's name may be followed by what it is for: "Fullscreen: Kart over Norge".
/** @param {string|null} said */
function translated(said) {
  const whole = (said ?? "").trim();
  const [name, ...rest] = whole.split(": ");
  return words[whole] ?? (words[name] && [words[name], ...rest].join(": ")) ?? patterned(whole);
}

// What stands around a name or a number: "532 options available.", "Farge color picker".
const AROUND = Object.entries(words).filter(([said]) => said.includes("{}")).map(([said, ours]) => {
  const [before, after] = said.split("{}").map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
  return /** @type {const} */ ([new RegExp(`^${before}(.+?)${after}$`), ours]);
});

/** @param {string} said */
function patterned(said) {
  for (const [pattern, ours] of AROUND) {
    const [, inner] = pattern.exec(said) ?? [];
    if (inner) return ours.replace("{}", inner);
  }
}

/** @param {Element} element */
function translate(element) {
  for (const name of ["aria-label", "title"]) {
    const said = element.getAttribute(name);
    const known = said && translated(said);
    if (known && known !== said) element.setAttribute(name, known);
  }
  const text = element.firstChild;
  const known = text instanceof Text && translated(text.data);
  if (known && known !== text.data) text.data = known;
}

// What has come or changed, with all that is in it.
/** @param {Node|null} node */
function within(node) {
  const element = node instanceof Element ? node : node?.parentElement;
  if (!element) return;
  if (element.matches(FAILED) || element.querySelector(FAILED)) document.documentElement.classList.add("ft-failed");
  if (element.matches(SELECTOR)) translate(element);
  if (node === element) for (const one of element.querySelectorAll(SELECTOR)) translate(one);
}

// Streamlit's way past the menu leads to what the menu is a part of; ours leads to what follows it.
document.addEventListener("click", (event) => {
  const way = event.target instanceof Element && event.target.closest("[data-testid=stSkipToContent]");
  const content = /** @type {HTMLElement|null} */ (document.querySelector(".stApp #innhold"));
  if (!way || !content) return;
  event.preventDefault();
  event.stopImmediatePropagation();
  content.focus();
}, { capture: true });

// Before anything is painted or read aloud: an observer is told before the page is drawn again.
within(document.documentElement);
new MutationObserver((changes) => {
  for (const { type, target, addedNodes } of changes) {
    if (type === "childList") for (const node of addedNodes) within(node);
    else if (type === "attributes" && target instanceof Element) translate(target);
    else within(target);
  }
}).observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ["aria-label", "title"] });
