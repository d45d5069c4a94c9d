// Says in the reader's language what Streamlit and the map say in English and cannot be told.
/** @type {Record<string, string>} */
const words = JSON.parse(document.currentScript?.dataset.words ?? "{}");
const SELECTOR = "[aria-label], [title], a[href='#'], [data-testid='stSkipToContent'], button, [role='alert'] p, [aria-live]";
let waiting = false;

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

function translate() {
  waiting = false;
  for (const element of document.querySelectorAll(SELECTOR)) {
    for (const name of ["aria-label", "title"]) {
      const known = translated(element.getAttribute(name));
      if (known) element.setAttribute(name, known);
    }
    const text = element.firstChild;
    if (!(text instanceof Text)) continue;
    const known = translated(text.data);
    if (known) text.data = known;
  }
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

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(translate);
}).observe(document, { childList: true, subtree: true, characterData: true, attributeFilter: ["aria-label", "title"] });
