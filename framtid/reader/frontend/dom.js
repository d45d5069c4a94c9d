/** Building elements without a framework, and what the reader's device prefers. */

/**
 * Make an element: `class`, `text`, `html` and `on` are special, the rest become attributes.
 * `html` is only ever given the document's own prose, which is made with raw HTML switched off.
 * @param {string} tag
 * @param {Object<string, any>} [properties]
 * @param {...(Node|string|null|undefined|false)} children
 * @returns {HTMLElement}
 */
export function el(tag, properties = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === null || value === undefined || value === false) continue;
    if (name === "class") node.className = value;
    else if (name === "text") node.textContent = value;
    else if (name === "html") node.innerHTML = value;
    else if (name === "on") listen(node, value);
    else node.setAttribute(name, value === true ? "" : String(value));
  }
  node.append(...children.filter((child) => child !== null && child !== undefined && child !== false));
  return node;
}

/**
 * A text in which the names that are not Norwegian are marked with their language, to be read aloud right.
 * @param {string} text
 * @param {Record<string, string>} [tongues] each such name and its language
 * @returns {(Node|string)[]}
 */
export function marked(text, tongues = {}) {
  return text.split(/( – )/).map((part) => tongues[part] ? el("span", { lang: tongues[part], text: part }) : part);
}

/** @param {HTMLElement} node @param {Object<string, EventListener>} handlers */
function listen(node, handlers) {
  for (const [event, handler] of Object.entries(handlers)) node.addEventListener(event, handler);
}

/**
 * Put other children in a node; the focus that one of the old ones had goes to `heir`, and is not lost.
 * @param {HTMLElement} node
 * @param {Node[]} children
 * @param {HTMLElement|null} [heir]
 */
export function refill(node, children, heir = node) {
  const held = node.contains(document.activeElement);
  node.replaceChildren(...children);
  if (held && heir) takeFocus(heir);
}

/** Give the focus to a node, also to one that is no control. @param {HTMLElement} node */
export function takeFocus(node) {
  if (node.tabIndex < 0) node.setAttribute("tabindex", "-1");
  node.focus({ preventScroll: true });
}

/** Tell those who listen, wherever they are on the page. @param {string} words */
export function sayAloud(words) {
  document.dispatchEvent(new CustomEvent("ft-say", { detail: words }));
}

/** @param {number} milliseconds @returns {Promise<null>} */
export function pause(milliseconds) {
  return new Promise((resolve) => setTimeout(() => resolve(null), milliseconds));
}

/** Whether the reader has asked for stillness. */
export function still() {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Fade an element in, unless the reader wants stillness. @param {HTMLElement} node */
export function fadeIn(node, milliseconds = 350) {
  if (!still()) node.animate([{ opacity: 0 }, { opacity: 1 }], { duration: milliseconds });
}

/** The scrolling element around a node: Streamlit's main region, or the page. @param {Element} node */
export function scroller(node) {
  return node.closest('[data-testid="stMain"]') ?? document.documentElement;
}

/** Wait for the next picture of the screen. @returns {Promise<void>} */
export function nextPicture() {
  return new Promise((done) => { requestAnimationFrame(() => done()); });
}

/**
 * Do something, and again in the next pictures of the screen while the address is the same: the
 * browser gives what it names its focus a picture later, and scrolls to the end of it where it is long.
 * @param {() => void} act
 */
export async function pastFocus(act) {
  const { href } = location;
  for (let pictures = 0; pictures < 4 && location.href === href; pictures++) {
    act();
    await nextPicture();
  }
}
