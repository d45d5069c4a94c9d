/** Carrying out what a reader chose: told while it is fetched, and tried again where it fails. */

import { el } from "./dom.js";
import { say } from "./labels.js";

/**
 * @param {HTMLElement} element the question; it is busy meanwhile
 * @param {HTMLElement} message where to tell
 * @param {import("./types.js").Labels} labels
 * @param {string} waiting what to tell while it is fetched
 * @param {() => Promise<void>} action
 */
export async function carryOut(element, message, labels, waiting, action) {
  message.classList.remove("unseen");
  message.textContent = waiting;
  element.setAttribute("aria-busy", "true");
  try {
    await action();
    message.textContent = "";
  } catch {
    complain(message, labels, () => carryOut(element, message, labels, waiting, action));
  } finally {
    element.removeAttribute("aria-busy");
  }
}

/** Tell that it could not be fetched; everything stays and can be tried again. @param {HTMLElement} message @param {import("./types.js").Labels} labels @param {() => void} retry */
export function complain(message, labels, retry) {
  message.classList.remove("unseen");
  message.replaceChildren(
    `${say(labels, "place_failed")} `,
    el("button", { type: "button", class: "button", text: say(labels, "retry"), on: { click: retry } }));
}
