/** A figure whose year can be moved with the arrow keys, as a slider is. */

const STEPS = /** @type {Record<string, number>} */ ({ ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 });
const NAMES = ["tabindex", "aria-valuemin", "aria-valuemax", "aria-valuenow"];

/**
 * Make an element a slider of years, or the picture it was.
 * @param {HTMLElement} element
 * @param {{people: import("./lives.js").People, year: number}|null} hundred
 */
export function yearsOf(element, hundred) {
  element.setAttribute("role", hundred ? "slider" : "img");
  if (!hundred) {
    for (const name of NAMES) element.removeAttribute(name);
    return;
  }
  const [first, last] = hundred.people.years;
  element.tabIndex = 0;
  element.setAttribute("aria-valuemin", String(first));
  element.setAttribute("aria-valuemax", String(last));
  element.setAttribute("aria-valuenow", String(hundred.year));
}

/**
 * Step through the years while the element has the focus and shows people.
 * @param {HTMLElement} element
 * @param {() => {step: (by: number) => void}|null} shown
 */
export function yearKeys(element, shown) {
  element.addEventListener("keydown", (event) => {
    const by = STEPS[event.key];
    const hundred = shown();
    if (!hundred || !by || event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    hundred.step(by);
  });
}
