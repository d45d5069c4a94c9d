/** The reader's state in the address: `?sted=5610&vei=lys-vei&som=artikkel#pyramiden`. */

const PLACE = "sted";
const PATH = "vei";
const MODE = "som";
const ARTICLE = "artikkel";
const BESIDE = "framtid";

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

/**
 * Write which step one is at; `anew` where the step before is one to come back to.
 * @param {string} step @param {{anew?: boolean}} [how]
 */
export function rememberStep(step, { anew = false } = {}) {
  const change = (/** @type {URL} */ url) => { url.hash = step; };
  if (anew) push(change);
  else replace(change);
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
 * An address of another way to read, for the place, the path and the step one is at.
 * @param {string} address
 */
export function alike(address) {
  const [url, here] = [new URL(address, location.href), new URLSearchParams(location.search)];
  for (const name of [PLACE, PATH]) {
    const asked = here.get(name);
    if (asked) url.searchParams.set(name, asked);
  }
  url.hash = location.hash;
  return `${url.pathname}${url.search}${url.hash}`;
}

/**
 * Change the address in place: no entry in the history, and Streamlit's own state is kept.
 * @param {(url: URL) => void} change
 */
export function replace(change) {
  const url = new URL(location.href);
  change(url);
  if (url.href !== location.href) history.replaceState(history.state, "", url);
}

/**
 * Change the address so that the browser's way back leads to the one before.
 * @param {(url: URL) => void} change
 */
function push(change) {
  const url = new URL(location.href);
  change(url);
  if (url.href !== location.href) history.pushState(history.state, "", url);
}

/** What was kept beside the address in the tab's history, or undefined. @returns {unknown} */
export function keptBeside() {
  return history.state?.[BESIDE];
}

/** Keep something beside the address; a reload finds it, another tab does not. @param {unknown} kept */
export function keepBeside(kept) {
  history.replaceState({ ...history.state, [BESIDE]: kept }, "");
}
