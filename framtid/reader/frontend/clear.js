/** What is focused is never left beneath what sticks to the top or the bottom. */

import { scroller } from "./dom.js";

const BARS = ".meter, .rail, .reader--scroll .panel, .unrolled > .readings";
/** Pixels of air between what is focused and the bar beside it. */
const AIR = 12;

/**
 * How far to scroll so that a box stands free of the bars; what is too tall for that keeps its start in sight.
 * @param {{top: number, bottom: number, left: number, right: number}} box
 * @param {{top: number, bottom: number, left: number, right: number}[]} bars
 * @param {number} height of the window
 */
export function wayClear(box, bars, height) {
  for (const bar of bars) {
    const apart = box.right <= bar.left || box.left >= bar.right || box.bottom <= bar.top || box.top >= bar.bottom;
    if (apart) continue;
    if (bar.top + bar.bottom < height) return box.top - bar.bottom - AIR;
    return Math.min(box.bottom - bar.top + AIR, Math.max(box.top - AIR, 0));
  }
  return 0;
}

/** @param {HTMLElement} root @returns {() => void} stop looking */
export function keepClear(root) {
  const look = (/** @type {FocusEvent} */ { target }) => {
    const held = /** @type {HTMLElement} */ (target);
    if (!held.matches(":focus-visible") || held.closest("dialog")) return;
    // A radio button that is drawn by others is as large as its label.
    const whole = held.matches("input[type=radio]") ? held.closest("label") ?? held : held;
    requestAnimationFrame(() => {
      const bars = [...root.querySelectorAll(BARS)].filter((bar) => !bar.contains(held));
      const by = wayClear(whole.getBoundingClientRect(), bars.map((bar) => bar.getBoundingClientRect()), innerHeight);
      if (by) scroller(root).scrollBy({ top: by, behavior: "instant" });
    });
  };
  root.addEventListener("focusin", look);
  return () => root.removeEventListener("focusin", look);
}
