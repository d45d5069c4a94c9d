// Small helpers for making elements without a framework.

/**
 * Make an element: `el("a", {href: "/x", class: "door"}, "text", child)`.
 * Attributes are set as attributes, functions as listeners; null and false are left out.
 * @param {string} tag
 * @param {Record<string, unknown>} [attributes]
 * @param {...(Node|string|null|undefined)} children
 * @returns {HTMLElement}
 */
export function el(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (typeof value === "function") made.addEventListener(name, /** @type {EventListener} */ (value));
    else made.setAttribute(name, value === true ? "" : String(value));
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** Fill `{name}` in a label. @param {string} text @param {Record<string, unknown>} values */
export function fill(text, values) {
  return text.replace(/\{(\w+)\}/g, (whole, key) => String(values[key] ?? whole));
}

/** Make prose from a document's html, which comes from Markdown with raw HTML off. @param {string} html */
export function prose(html) {
  const box = el("div", { class: "prose" });
  box.innerHTML = html;
  return box;
}

export const reducedMotion = () => matchMedia("(prefers-reduced-motion: reduce)").matches;
export const narrow = () => matchMedia("(max-width: 899px)").matches;
