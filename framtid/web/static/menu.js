// Folds the menu behind one button where a page is narrow. Where this does not run, the whole menu stands.
// It runs before the page is painted, so that nothing moves; Streamlit draws its menu anew, so nothing is bound to one.
const root = document.documentElement;
root.classList.add("ft-folds");

/** @param {boolean} open */
function fold(open) {
  root.classList.toggle("ft-menu-open", open);
  for (const button of document.querySelectorAll(".ft-menu-button")) button.setAttribute("aria-expanded", String(open));
}

document.addEventListener("click", ({ target }) => {
  if (!(target instanceof Element)) return;
  if (target.closest(".ft-menu-button")) fold(!root.classList.contains("ft-menu-open"));
  else if (target.closest(".st-key-ft-menu a")) fold(false);
});

document.addEventListener("keydown", ({ key }) => {
  if (key !== "Escape" || !root.classList.contains("ft-menu-open")) return;
  const within = document.activeElement?.closest(".ft-nav, .st-key-ft-menu");
  fold(false);
  /** @type {HTMLElement|null|undefined} */ (within?.querySelector(".ft-menu-button"))?.focus();
});
