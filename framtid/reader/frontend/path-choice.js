/** The step that asks which future to tell of: a few paths, each a button with its words. */

import { carryOut } from "./carry-out.js";
import { el } from "./dom.js";
import { say } from "./labels.js";

/** @param {import("./types.js").Context} context */
export function pathChoice({ document, choose }) {
  const { choice, labels } = document;
  if (!choice) return null;
  const message = el("p", { class: "choice__message", role: "status" });
  const take = (/** @type {import("./types.js").Road} */ road) =>
    carryOut(element, message, labels, say(labels, "fetching_path", { path: road.title }),
      () => choose({ path: road.code }, "path"));
  const element = el("fieldset", { class: "choice" },
    el("legend", { class: "unseen", text: say(labels, "choose_path") }),
    choice.note && el("p", { class: "choice__note", text: choice.note }),
    ...choice.paths.map((road) => roadButton(road, () => take(road))),
    message);
  return element;
}

/** A path's button: its title is its name, and its words describe it. @param {import("./types.js").Road} road @param {() => void} click */
function roadButton({ code, title, text, tone, chosen }, click) {
  const [name, words] = [`vei-${code}-navn`, `vei-${code}-tekst`];
  return el("button", {
    type: "button", class: `choice__path choice__path--${tone}`, "aria-pressed": String(chosen),
    "aria-labelledby": name, "aria-describedby": words, on: { click },
  },
  el("span", { class: "choice__title", id: name, text: title }),
  el("span", { class: "choice__text", id: words, text }));
}
