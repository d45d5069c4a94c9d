/** An address that could not be copied: in a field, selected, for the reader to copy. */

import { el } from "./dom.js";

/**
 * Show an address in a place of its own, selected; asked again, it is the newest that stands there.
 * @param {HTMLElement} holder @param {string} address @param {string} name what a screen reader calls the field
 */
export function showAddress(holder, address, name) {
  const field = /** @type {HTMLInputElement} */ (el("input", { class: "address-field", type: "text", readonly: true, value: address, "aria-label": name }));
  holder.querySelector(".address-field")?.remove();
  holder.append(field);
  field.focus();
  field.select();
}
