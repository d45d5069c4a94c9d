// What is for the leader's own eyes: who comes by the leader's own link has the notes open, and is told what comes next.
const NEXT = /** @type {HTMLElement} */ (document.querySelector(".ft-next"));
const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ft-slide")]);
const KEY = `ft-meeting-own:${location.search}`;

if (location.hash.startsWith("#nokkel=")) sessionStorage.setItem(KEY, "1");
if (sessionStorage.getItem(KEY)) {
  document.documentElement.dataset.ownLink = "";
  addEventListener("DOMContentLoaded", () => {
    const notes = /** @type {HTMLElement} */ (document.querySelector("[data-notes]"));
    if (notes.getAttribute("aria-pressed") === "false") notes.click();
  });
}

document.addEventListener("ft-slide", (event) => {
  const after = slides[/** @type {CustomEvent<number>} */ (event).detail + 1];
  const title = after?.querySelector("h2")?.textContent ?? "";
  NEXT.textContent = title && (NEXT.dataset.next ?? "").replace("{title}", title);
});
