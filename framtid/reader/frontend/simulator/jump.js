/** Ways within the page: the address holds the path, so no fragment is written into it. */

import { el, still } from "../dom.js";

/**
 * A link to a part of the page.
 * @param {string} id
 * @param {string} text
 * @param {string} [name] its class
 */
export function wayTo(id, text, name = "") {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    document.getElementById(id)?.scrollIntoView({ block: "start", behavior: still() ? "instant" : "smooth" });
  };
  return el("a", { class: `link ${name}`, href: `#${id}`, text, on: { click: go } });
}
