/** The reader's state in the address: `?sted=5610&vei=lys-vei&som=artikkel#pyramiden`. */

const PLACE = "sted";
const PATH = "vei";
const MODE = "som";
const ARTICLE = "artikkel";

/** The step the address names, or null. @returns {string|null} */
export function stepInAddress() {
  try {
    return decodeURIComponent(location.hash.slice(1)) || null;
  } catch {
    return null;
  }
}

/** Whether the address asks for the article. */
export function articleInAddress() {
  return new URLSearchParams(location.search).get(MODE) === ARTICLE;
}

/** @param {string} step */
export function rememberStep(step) {
  replace((url) => {
    url.hash = step;
  });
}

/** @param {string} code */
export function rememberPlace(code) {
  replace((url) => url.searchParams.set(PLACE, code));
}

/** @param {string} path */
export function rememberPath(path) {
  replace((url) => url.searchParams.set(PATH, path));
}

/** @param {import("./types.js").Mode} mode */
export function rememberMode(mode) {
  replace((url) => {
    if (mode === "article") url.searchParams.set(MODE, ARTICLE);
    else url.searchParams.delete(MODE);
  });
}

/**
 * Change the address in place: no history entry per step, and Streamlit's own state is kept.
 * @param {(url: URL) => void} change
 */
export function replace(change) {
  const url = new URL(location.href);
  change(url);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}
