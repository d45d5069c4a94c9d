// Gives Streamlit's boxes the parts they play: the menu is a list of ways, apart from the content.
const { menu = "" } = /** @type {HTMLElement|null} */ (document.querySelector("script[data-menu]"))?.dataset ?? {};
/** @type {[string, Record<string, string>][]} */
const PARTS = [
  // Streamlit calls everything the content, the menu and the foot too; it is what scrolls.
  ["[data-testid=stMain]", { role: "group", tabindex: "-1" }],
  [".st-key-ft-nav", { role: "navigation", "aria-label": menu }],
  [".st-key-ft-menu", { role: "list" }],
  [".st-key-ft-menu > *", { role: "listitem" }],
  [".st-key-ft-content", { role: "main" }],
  [".stApp .ft-footer", { role: "contentinfo" }],
];

const SCROLLING = new Set(["PageDown", "PageUp", "Home", "End", "ArrowDown", "ArrowUp", " "]);

/** The map's surface takes the keyboard, so it has a part and the map's own name. @param {Element} surface */
function named(surface) {
  const name = surface.closest("[data-testid=stDeckGlJsonChart]")?.getAttribute("aria-label");
  surface.setAttribute("role", "application");
  if (name) surface.setAttribute("aria-label", name);
}

// Who has not gone anywhere yet turns the page's own keys on it; it is no stop on the way of Tab.
document.addEventListener("keydown", ({ key }) => {
  if (!SCROLLING.has(key)) return;
  const page = /** @type {HTMLElement|null} */ (document.querySelector("[data-testid=stMain]"));
  if (document.activeElement === document.body) page?.focus({ preventScroll: true });
});

function give() {
  for (const [selector, attributes] of PARTS) {
    for (const element of document.querySelectorAll(selector)) {
      for (const [name, value] of Object.entries(attributes)) {
        if (element.getAttribute(name) !== value) element.setAttribute(name, value);
      }
    }
  }
  for (const surface of document.querySelectorAll("[data-testid=stDeckGlJsonChart] [tabindex='0']:not([role], a, button)")) named(surface);
}

let waiting = false;
new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(() => {
    waiting = false;
    give();
  });
}).observe(document, { childList: true, subtree: true });
