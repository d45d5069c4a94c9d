/** The top of the page: whose path it is, and the way to another place. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { PlaceFinder } from "../place-finder.js";

/** @param {import("./types.js").Context} context */
export function head({ desk, data, settle }) {
  const { labels, place } = desk;
  const finding = /** @type {any} */ ({
    document: { labels, place }, data, choose: settle,
  });
  const details = el("details", { class: "details elsewhere" }, el("summary", { text: say(labels, "sim_other_place") }));
  details.addEventListener("toggle", () => {
    const finder = new PlaceFinder(finding);
    finder.ask();
    details.append(finder.element);
    finder.input?.focus();
  }, { once: true });
  return el("header", { class: "head" },
    el("h1", { tabindex: "-1", text: say(labels, "sim_heading", { inside: place.inside }) }),
    el("p", { class: "head__lead", text: say(labels, "sim_lead", { inside: place.inside }) }),
    details);
}
