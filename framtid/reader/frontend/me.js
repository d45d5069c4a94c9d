/** The year a reader was born, once it is written: in the memory of the page, and nowhere else. */

const told = new EventTarget();
/** @type {number|null} */
let year = null;

/** The year that was written, if any. */
export function born() {
  return year;
}

/** @param {number|null} value */
export function setBorn(value) {
  if (value === year) return;
  year = value;
  told.dispatchEvent(new Event("born"));
}

/**
 * Hear of every new year; what is returned stops it.
 * @param {() => void} hear
 */
export function whenBorn(hear) {
  told.addEventListener("born", hear);
  return () => told.removeEventListener("born", hear);
}
