/** The four ways to read one story: the same links in all of them, and they lead to the step one is at. */

import { alike } from "./address.js";
import { el } from "./dom.js";
import { say } from "./labels.js";

/** The ways that the reader itself shows, without another page. @type {import("./types.js").Mode[]} */
const HERE = ["scroll", "article"];

/**
 * @param {import("./types.js").Context} context
 * @param {"nav"|"div"} [tag] a landmark of its own, or a part of the one it stands in
 * @returns {HTMLElement|false} the links; false for what is no story, or where there is one way only
 */
export function readings({ document, data, mode, canScroll, switchMode }, tag = "nav") {
  const here = (/** @type {string} */ way) => HERE.find((each) => each === way);
  const offered = (document.readings ?? [])
    .filter(({ way }) => (way === "scroll" ? canScroll : data.opening || here(way)));
  if (offered.length < 2) return false;
  const label = say(document.labels, "read_as");
  const links = offered.map(({ way, text, address }) => el("li", {}, link(text, address, way === mode, () => {
    const own = here(way);
    if (own) switchMode(own);
    return Boolean(own);
  })));
  return el(tag, { class: "readings", "aria-label": label, ...(tag === "div" && { role: "group" }) },
    el("span", { class: "readings__label", "aria-hidden": "true", text: label }),
    el("ul", { class: "readings__ways" }, ...links));
}

/**
 * @param {string} text @param {string} address @param {boolean} current
 * @param {() => boolean} go read on here; say whether that can be done
 */
function link(text, address, current, go) {
  const made = /** @type {HTMLAnchorElement} */ (el("a", { class: "link", href: address, text }));
  if (current) made.setAttribute("aria-current", "page");
  for (const event of ["pointerdown", "focus"]) made.addEventListener(event, () => { made.href = alike(address); });
  made.addEventListener("click", (event) => {
    made.href = alike(address);
    const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.altKey;
    if (!elsewhere && (current || go())) event.preventDefault();
  });
  return made;
}
