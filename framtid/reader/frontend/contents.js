/** A list of what an article holds, to jump from: open where there is room, folded on a phone. */

import { el } from "./dom.js";
import { say } from "./labels.js";

const ROOM = "(min-width: 900px)";

/**
 * @param {import("./types.js").Document} document
 * @param {(step: string) => void} jump
 */
export function contents({ steps, views, labels }, jump) {
  const go = (/** @type {string} */ id) => (/** @type {Event} */ event) => {
    event.preventDefault();
    jump(id);
  };
  const links = steps.map(({ id, view, heading }) =>
    el("li", {}, el("a", {
      class: "link", href: `#${id}`, text: view ? views[view].name : heading, on: { click: go(id) },
    })));
  return el("nav", { class: "contents", "aria-label": say(labels, "contents") },
    el("details", { open: matchMedia(ROOM).matches },
      el("summary", { text: say(labels, "contents") }),
      el("ul", { class: "contents__list" }, ...links)));
}
