/** The ways on from the last step, and a button that shares the story. */

import { showAddress } from "./address-field.js";
import { el } from "./dom.js";
import { say } from "./labels.js";

/** @param {import("./types.js").Document} document */
export function onward(document) {
  const links = (document.onward ?? []).map(({ text, address }, at) =>
    el("li", {}, el("a", { class: at ? "link" : "button", href: address, text })));
  return el("div", { class: "onward" }, shareButton(document), pictures(document), el("ul", { class: "onward__ways" }, ...links));
}

/**
 * Hand the story to whoever the reader chooses; without a share sheet, copy its address. Where the browser
 * refuses, or has no clipboard, the address stands selected.
 * @param {import("./types.js").Document} document
 */
function shareButton({ title, labels }) {
  const copies = !navigator.share;
  const said = el("span", { class: "onward__said", role: "status" });
  const share = async () => {
    const url = location.href.split("#")[0];
    try {
      await (copies ? navigator.clipboard.writeText(url) : navigator.share({ title, url }));
      if (copies) said.textContent = say(labels, "copied");
    } catch (error) {
      // Who closes the share sheet has chosen not to share.
      if (/** @type {Error} */ (error).name === "AbortError") return;
      showAddress(line, url, say(labels, "address"));
      said.textContent = say(labels, "not_copied");
    }
  };
  const text = copies ? say(labels, "copy") : say(labels, "share");
  const line = el("p", { class: "onward__share" }, el("button", { type: "button", class: "button", text, on: { click: share } }), said);
  return line;
}

/** The reader's own 2040 as a picture to save. @param {import("./types.js").Document} document */
function pictures({ pictures: forms, labels }) {
  if (!forms?.length) return null;
  const links = forms.flatMap(({ text, address }) => [" ", el("a", { class: "link", href: address, download: "", text })]);
  return el("p", { class: "onward__pictures" }, say(labels, "save_picture"), ...links);
}
