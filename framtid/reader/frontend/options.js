/** The list under a combobox: what it shows, which one is lit, and how one is taken. */

import { el, marked } from "./dom.js";
import { say } from "./labels.js";

/** @typedef {import("./types.js").Place} Place */

const KEYS = ["ArrowDown", "ArrowUp", "Enter", "Escape"];

export class Options {
  /**
   * @param {HTMLInputElement} input the combobox the list belongs to
   * @param {import("./types.js").Labels} labels
   * @param {(place: Place) => void} take
   */
  constructor(input, labels, take) {
    this.input = input;
    this.labels = labels;
    this.take = take;
    /** @type {Place[]} */
    this.places = [];
    this.lit = -1;
    /** @type {Promise<void>|null} the list that is on its way */
    this.coming = null;
    this.element = el("ul", { id: `${input.id}-list`, class: "finder__list", role: "listbox", "aria-label": say(labels, "find_results"), hidden: true });
    input.setAttribute("aria-controls", this.element.id);
    input.setAttribute("aria-autocomplete", "list");
    input.setAttribute("aria-expanded", "false");
    input.addEventListener("keydown", (event) => this.key(event));
    input.addEventListener("blur", () => this.hide());
  }

  /** A new list is on its way; keys pressed meanwhile are for that one. @param {Promise<void>} coming */
  expect(coming) {
    this.coming = coming;
    coming.finally(() => {
      if (this.coming === coming) this.coming = null;
    });
  }

  /** @param {Place[]} places */
  show(places) {
    this.places = places;
    this.element.replaceChildren(...places.map((place, index) => this.option(place, index)));
    this.element.hidden = !places.length;
    this.input.setAttribute("aria-expanded", String(places.length > 0));
    this.light(places.length ? 0 : -1);
  }

  hide() {
    this.show([]);
  }

  /** @param {Place} place @param {number} index */
  option(place, index) {
    return el("li", {
      id: `${this.element.id}-${index}`, class: "finder__option", role: "option",
      // The field keeps its focus while a finger or a mouse picks.
      on: { pointerdown: (/** @type {Event} */ event) => event.preventDefault(), click: () => this.take(place) },
    }, ...marked(place.label, place.tongues), place.found_by && el("small", { text: place.found_by }));
  }

  /** @param {number} index */
  light(index) {
    this.lit = index;
    for (const [at, option] of [...this.element.children].entries()) option.setAttribute("aria-selected", String(at === index));
    const option = this.element.children[index];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {KeyboardEvent} event */
  async key(event) {
    const { key } = event;
    if (!KEYS.includes(key) || event.isComposing || !(this.coming || this.places.length)) return;
    event.preventDefault();
    while (this.coming) await this.coming;
    if (this.places.length) this.press(key);
  }

  /** @param {string} key one of `KEYS` */
  press(key) {
    const last = this.places.length - 1;
    if (key === "ArrowDown") this.light(this.lit === last ? 0 : this.lit + 1);
    else if (key === "ArrowUp") this.light(this.lit <= 0 ? last : this.lit - 1);
    else if (key === "Escape") this.hide();
    else if (this.lit >= 0) this.take(this.places[this.lit]);
  }
}
