/** The year beside the hundred, which arrow keys, a click or a finger can move. */

import { el } from "./dom.js";

const STEPS = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 });

/**
 * A slider of years; the left of it is a year back, the right a year on.
 * @param {string} name
 * @param {[number, number]} span
 * @param {(by: number) => void} step
 */
export function yearSlider(name, [first, last], step) {
  const text = el("span", { class: "hundred__number" });
  const slider = el("div", {
    class: "hundred__year", role: "slider", tabindex: "0", "aria-label": name, "aria-valuemin": first, "aria-valuemax": last,
    on: {
      keydown: (/** @type {KeyboardEvent} */ event) => press(event, step),
      click: (/** @type {MouseEvent} */ event) => step(side(slider, event)),
    },
  }, el("span", { "aria-hidden": "true", text: "‹" }), text, el("span", { "aria-hidden": "true", text: "›" }));
  return slider;
}

/** @param {HTMLElement} slider @param {number} year */
export function sayYear(slider, year) {
  slider.setAttribute("aria-valuenow", String(year));
  const text = slider.querySelector(".hundred__number");
  if (text) text.textContent = String(year);
}

/** @param {KeyboardEvent} event @param {(by: number) => void} step */
function press(event, step) {
  const by = STEPS[event.key];
  if (!by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  step(by);
}

/** @param {HTMLElement} slider @param {MouseEvent} event */
function side(slider, event) {
  const { left, width } = slider.getBoundingClientRect();
  return event.clientX < left + width / 2 ? -1 : 1;
}
