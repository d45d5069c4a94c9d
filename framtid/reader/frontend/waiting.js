/** What stands there before the document does: a skeleton, or a friendly word on what failed. */

import { el, scroller, still } from "./dom.js";
import { say } from "./labels.js";

const FADE = 60;

/** Grey lines and a grey figure of the right height. @param {import("./types.js").Labels} words */
export function skeleton(words) {
  const lines = [70, 45, 92, 88, 95, 60].map((width, index) => {
    const line = el("div", { class: index < 2 ? "skeleton__line skeleton__line--head" : "skeleton__line" });
    line.style.width = `${width}%`;
    return line;
  });
  return el("div", { class: "skeleton", "aria-busy": "true" },
    el("p", { class: "unseen", role: "status", text: say(words, "loading") }),
    el("div", { class: "skeleton__text" }, ...lines),
    el("div", { class: "skeleton__figure" }));
}

/** @param {import("./types.js").Labels} words @param {() => void} retry */
export function failure(words, retry) {
  return el("div", { class: "failure", role: "alert" },
    el("p", { text: say(words, "failed") }),
    el("button", { type: "button", class: "button", text: say(words, "retry"), on: { click: retry } }));
}

/** Wait until the component's style sheet stands, so that nothing shows undressed. @param {HTMLElement} parent @returns {Promise<void>} */
export function styled(parent) {
  const sheet = /** @type {HTMLLinkElement|null} */ (parent.querySelector('link[rel="stylesheet"]'));
  if (!sheet || sheet.sheet) return Promise.resolve();
  return new Promise((resolve) => {
    sheet.addEventListener("load", () => resolve(), { once: true });
    sheet.addEventListener("error", () => resolve(), { once: true });
  });
}

/**
 * Take away what the page itself showed of the first step, now that the same stands beneath it.
 * @param {HTMLElement} root
 */
export async function uncover(root) {
  const cover = /** @type {HTMLElement|null} */ (document.querySelector(".stand-in"));
  if (!cover) return;
  for (const move of root.getAnimations({ subtree: true })) move.finish();
  cover.inert = true;
  if (cover.scrollTop) scroller(root).scrollTop = cover.scrollTop;
  if (!still()) await cover.animate([{ opacity: 1 }, { opacity: 0 }], FADE).finished;
  cover.remove();
}
