/** Ways within the page: the address holds the path, so no fragment is written into it. */

import { el, still, takeFocus } from "../dom.js";

/**
 * A link to a part of the page.
 * @param {string} id
 * @param {string} text
 * @param {string} [name] its class
 */
export function wayTo(id, text, name = "") {
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    const part = document.getElementById(id);
    part?.scrollIntoView({ block: "start", behavior: still() ? "instant" : "smooth" });
    if (part) takeFocus(part);
  };
  return el("a", { class: `link ${name}`, href: `#${id}`, text, on: { click: go } });
}
