/** The page around us hears of every figure that sets out and comes to rest, some hundred a year. Nobody there asks. */

const HEARD = ["transitionrun", "transitionend", "transitioncancel"];

/** @param {Event} event */
function hush(event) {
  if (event.target instanceof Element && event.target.classList.contains("hundred__one")) event.stopImmediatePropagation();
}

/** Keep the figures' transitions from what listens further in: told of each, it works for longer than we do. */
export function hushFigures() {
  for (const name of HEARD) document.addEventListener(name, hush, { capture: true, passive: true });
}
