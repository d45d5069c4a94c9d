/** A field for a number, with what is wrong with it told beside. */

import { el } from "../dom.js";
import { say } from "../labels.js";

export class NumberField {
  /**
   * @param {import("../types.js").Labels} labels
   * @param {{id: string, label: string, hint?: string, change: (text: string) => void}} field `change` is called when it is left or entered.
   */
  constructor(labels, { id, label, hint = "", change }) {
    this.labels = labels;
    this.hint = el("p", { class: "field__hint", id: `${id}-hint`, text: hint });
    this.wrong = el("p", { class: "field__wrong", id: `${id}-feil`, role: "alert" });
    this.input = /** @type {HTMLInputElement} */ (el("input", {
      class: "field__input", id, type: "text", inputmode: "text", autocomplete: "off", maxlength: 20,
      "aria-describedby": `${id}-hint ${id}-feil`, on: { change: () => change(this.input.value) },
    }));
    this.element = el("div", { class: "field" },
      el("label", { class: "field__label", for: id, text: label }), this.input, this.hint, this.wrong);
  }

  /** Show what is written, and the label of what is wrong with it. @param {string} text @param {string} [wrong] */
  show(text, wrong) {
    if (document.activeElement !== this.input || !this.input.value) this.input.value = text;
    this.complain(wrong);
  }

  /** @param {string} [wrong] */
  complain(wrong) {
    const told = wrong ? say(this.labels, wrong) : "";
    if (this.wrong.textContent !== told) this.wrong.textContent = told;
    if (wrong) this.input.setAttribute("aria-invalid", "true");
    else this.input.removeAttribute("aria-invalid");
  }
}
