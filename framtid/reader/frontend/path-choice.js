/** The step that asks which future to tell of: a few paths, each a button with its words. */

import { carryOut } from "./carry-out.js";
import { el } from "./dom.js";
import { say } from "./labels.js";

/** @param {import("./types.js").Context} context */
export function pathChoice({ document, choose, cameWithPath }) {
  const { choice, labels } = document;
  if (!choice) return null;
  const message = el("p", { class: "choice__message", role: "status" });
  const take = (/** @type {import("./types.js").Road} */ road) =>
    carryOut(element, message, labels, say(labels, "fetching_path", { path: road.title }),
      () => choose({ path: road.code }, "path"));
  const element = el("fieldset", { class: "choice" },
    el("legend", { class: "unseen", text: say(labels, "choose_path") }),
    choice.note && el("p", { class: "choice__note", text: choice.note }),
    cameWithPath && choice.recount && el("p", { class: "choice__note" }, `${choice.recount.text} `,
      el("a", { class: "link", href: choice.recount.address, text: choice.recount.link })),
    ...choice.paths.map((road) => pathCard(road, () => take(road))),
    message);
  return element;
}

/** A path: a button over all of it, and the words that describe it. @param {import("./types.js").Road} road @param {() => void} click */
function pathCard({ code, title, text, tone, chosen }, click) {
  const words = `vei-${code}`;
  return el("div", { class: `choice__path choice__path--${tone}` },
    el("button", {
      type: "button", class: "choice__button", text: title,
      "aria-pressed": String(chosen), "aria-describedby": words, on: { click },
    }),
    el("p", { id: words, text }));
}
