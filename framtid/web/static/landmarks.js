// Gives Streamlit's boxes the parts they play: the menu is a list of ways, apart from the content.
const { menu = "", site = "" } = /** @type {HTMLElement|null} */ (document.querySelector("script[data-menu]"))?.dataset ?? {};
/** @type {[string, Record<string, string>][]} */
const PARTS = [
  // Streamlit calls everything the content, the menu and the foot too; it is what scrolls.
  ["[data-testid=stMain]", { role: "group", "aria-label": site }],
  [".st-key-ft-nav", { role: "navigation", "aria-label": menu }],
  [".st-key-ft-menu", { role: "list" }],
  [".st-key-ft-menu > *", { role: "listitem" }],
  [".st-key-ft-content", { role: "main" }],
  [".stApp .ft-footer", { role: "contentinfo" }],
];

/** The map's surface takes the keyboard, so it has a part and the map's own name. @param {Element} surface */
function named(surface) {
  const name = surface.closest("[data-testid=stDeckGlJsonChart]")?.getAttribute("aria-label");
  surface.setAttribute("role", "application");
  if (name) surface.setAttribute("aria-label", name);
}

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
