/** The step that asks where the reader lives: a combobox that forgives, and a surprise. */

import { carryOut, complain } from "./carry-out.js";
import { el } from "./dom.js";
import { say } from "./labels.js";
import { Options } from "./options.js";
import { anyPlace, PlaceQuery } from "./place-query.js";

let count = 0;

export class PlaceFinder {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.context = context;
    this.labels = context.document.labels;
    this.query = new PlaceQuery(context.data.places);
    this.message = el("p", { class: "finder__message", role: "status" });
    this.element = el("div", { class: "finder" });
    if (context.document.place.level === "nation") this.ask();
    else this.tellChoice();
  }

  /** Show the search field. */
  ask() {
    count += 1;
    const id = `finder-${count}`;
    this.input = /** @type {HTMLInputElement} */ (el("input", {
      id, class: "finder__input", type: "text", role: "combobox", autocomplete: "off",
      autocapitalize: "off", spellcheck: "false", enterkeyhint: "search",
      placeholder: say(this.labels, "find_example"),
    }));
    this.options = new Options(this.input, this.labels, (place) => this.take(place));
    this.input.addEventListener("input", () => this.options?.expect(this.suggest()));
    // Who has left the field is not shown a list any more.
    this.input.addEventListener("blur", () => this.query.overtake());
    this.input.addEventListener("focus", () => this.prepare(), { once: true });
    this.element.replaceChildren(
      el("label", { class: "finder__label", for: id, text: say(this.labels, "find_label") }),
      el("div", { class: "finder__field" }, this.input, this.options.element),
      el("button", {
        type: "button", class: "button button--quiet", text: say(this.labels, "surprise"),
        on: { click: () => this.surprise() },
      }),
      this.message);
  }

  /** Show where the reader is, with the way to another place. */
  tellChoice() {
    const again = () => {
      this.ask();
      this.input?.focus();
    };
    this.element.replaceChildren(
      el("p", { class: "finder__chosen", text: say(this.labels, "chosen", { place: this.context.document.place.short }) }),
      el("button", { type: "button", class: "button button--quiet", text: say(this.labels, "change_place"), on: { click: again } }),
      this.message);
  }

  /** The reader shows interest: on a narrow page, make room for the answers. */
  prepare() {
    if (matchMedia("(max-width: 559px), (max-width: 899px) and (min-height: 520px)").matches) this.element.scrollIntoView({ block: "start" });
  }

  /** Show the places that what is written may mean. @returns {Promise<void>} */
  async suggest() {
    const query = this.input?.value ?? "";
    try {
      const places = await this.query.find(query);
      if (places) this.show(places, query.trim());
    } catch {
      complain(this.message, this.labels, () => {
        this.input?.focus();
        this.options?.expect(this.suggest());
      });
    }
  }

  /** @param {import("./types.js").Place[]} places @param {string} query */
  show(places, query) {
    this.options?.show(places);
    const nothing = query && !places.length;
    this.message.textContent = nothing
      ? say(this.labels, "find_none", { query })
      : places.length ? say(this.labels, "find_count", { count: places.length }) : "";
    this.message.classList.toggle("unseen", !nothing);
  }

  /** Go on in a municipality, any of them. @returns {Promise<void>} */
  async surprise() {
    try {
      this.take(await anyPlace(this.context.data.any_place));
    } catch {
      complain(this.message, this.labels, () => this.surprise());
    }
  }

  /** Go on in a place; where it cannot be fetched, everything stays and can be tried again. @param {import("./types.js").Place} place */
  take(place) {
    this.query.overtake();
    this.options?.hide();
    if (this.input) this.input.value = place.label;
    const waiting = say(this.labels, "fetching", { place: place.short });
    carryOut(this.element, this.message, this.labels, waiting, () => this.context.choose({ place: place.code }, "place"));
  }
}
