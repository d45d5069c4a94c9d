/** The year beside the hundred, which arrow keys, a click or a finger can move. */

import { el } from "./dom.js";

const STEPS = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 });

/** Pixels that the arrows of the year may stand out. */
const ARROWS = 60;
/** The smallest type of the year; a figure's width from which on it has its own, and below which words are close. */
const SMALLEST = 15;
const ROOMY = 18;
const CROWDED = 11;

/**
 * Put the year where the drawing has it, as far out as its arrows ask for; in a small drawing it is
 * smaller too, and beside the key's first row, so that it keeps off the words.
 * @param {{at: (x: number, y: number) => [number, number], unit: number, width: number, slider: HTMLElement}} hundred
 * @param {any} trace of the year @param {any} key
 */
export function placeYear({ at, unit, width, slider }, trace, key) {
  const [x, between] = at(trace.x[0], trace.y[0]);
  const [, beside] = at(key.x[0], key.y[0]);
  const { size } = trace.textfont;
  const type = Math.min(size, Math.max(SMALLEST, (size * unit) / ROOMY));
  const right = Math.max(0, width - x - ARROWS);
  Object.assign(slider.style, { right: `${right}px`, top: `${unit < CROWDED ? beside : between}px`, fontSize: `${type}px` });
}

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
