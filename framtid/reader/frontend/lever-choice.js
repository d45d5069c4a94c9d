/** The step that lets the reader pull a few levers, each a row of levels that read in words. */

import { carryOut } from "./carry-out.js";
import { el } from "./dom.js";
import { say } from "./labels.js";

/** @param {import("./types.js").Context} context */
export function leverChoice({ document, choose }) {
  const { choice, labels } = document;
  if (!choice) return null;
  const message = el("p", { class: "choice__message", role: "status" });
  const carry = (/** @type {boolean} */ stay) => carryOut(form, message, labels, say(labels, "fetching_levers"),
    () => choose({ path: pathOf(choice.rest, form) }, "levers", stay));
  const go = (/** @type {Event} */ event) => {
    event.preventDefault();
    carry(false);
  };
  /** The figure follows at once; the form comes anew with the document, and the focus stays where it was. */
  const pull = async (/** @type {Event} */ event) => {
    const { id } = /** @type {HTMLElement} */ (event.target);
    await carry(true);
    const held = [null, globalThis.document.body].includes(/** @type {HTMLElement|null} */ (globalThis.document.activeElement));
    if (held) globalThis.document.getElementById(id)?.focus({ preventScroll: true });
  };
  const form = /** @type {HTMLFormElement} */ (el("form", { class: "choice", on: { submit: go, change: pull } },
    choice.result.length > 0 && el("p", { class: "choice__result" }, ...choice.result.flatMap((text) => [el("span", { text }), " "])),
    ...choice.levers.map(leverField),
    el("button", { type: "submit", class: "button", text: say(labels, "see_future") }),
    message));
  return form;
}

/** One lever: its levels as a row, and the words of the one that is picked. @param {import("./types.js").Lever} lever */
function leverField({ id, title, levels }) {
  const words = el("p", { class: "lever__words", "aria-live": "polite", text: levels.find(({ chosen }) => chosen)?.words });
  const options = levels.map((level) =>
    el("label", { class: "lever__level" },
      el("input", {
        type: "radio", class: "lever__radio", id: `spak-${id}-${level.part}`, name: id, value: level.part, checked: level.chosen,
        on: { change: () => { words.textContent = level.words; } },
      }),
      el("span", { class: "lever__name", text: level.name })));
  return el("fieldset", { class: "lever" },
    el("legend", { class: "lever__title", text: title }),
    el("div", { class: "lever__levels" }, ...options), words);
}

/** The path's code: what is not shown here, and what was picked. @param {string} rest @param {HTMLFormElement} form */
function pathOf(rest, form) {
  const picked = /** @type {string[]} */ ([...new FormData(form).values()]);
  const parts = picked.join("");
  return parts && !rest.includes("-") ? `${rest}-${parts}` : rest + parts;
}
