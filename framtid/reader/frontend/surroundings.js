/** Fitting the reader into Streamlit's page: header height, room below it, the full width. */

import { keepClear } from "./clear.js";
import { scroller } from "./dom.js";

/**
 * Keep the measures of the page in custom properties on `root` and what is focused in it in sight,
 * and let `root` use the full width
 * while it scrolls. They are measured and never assumed: the header differs when embedded.
 * @param {HTMLElement} root
 * @returns {() => void} stop measuring
 */
export function fitToPage(root) {
  const main = scroller(root);
  const header = document.querySelector('[data-testid="stHeader"]');
  const measure = () => {
    const box = main.getBoundingClientRect();
    const top = header ? Math.max(0, header.getBoundingClientRect().bottom - Math.max(0, box.top)) : 0;
    const parent = /** @type {Element} */ (root.parentElement).getBoundingClientRect();
    const { style } = root;
    style.setProperty("--reader-top", `${top}px`);
    style.setProperty("--reader-height", `${main.clientHeight}px`);
    style.setProperty("--reader-width", `${main.clientWidth}px`);
    style.setProperty("--reader-left", `${Math.min(0, box.left - parent.left)}px`);
  };
  const observer = new ResizeObserver(measure);
  observer.observe(main);
  if (header) observer.observe(header);
  if (root.parentElement) observer.observe(root.parentElement);
  measure();
  const stopClearing = keepClear(root);
  return () => {
    observer.disconnect();
    stopClearing();
  };
}

/**
 * Say on the page itself what is read in it, for the styles of what lies around: what they find with
 * `:has()` is looked for anew at every change in the reader, and much of the page is styled again.
 * @param {"scroll"|"desk"} what
 * @returns {() => void} take it back
 */
export function reads(what) {
  const { dataset } = document.documentElement;
  dataset.reads = what;
  return () => {
    if (dataset.reads === what) delete dataset.reads;
  };
}
