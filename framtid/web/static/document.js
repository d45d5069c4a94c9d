// Controls of a document that need script are shown where there is script: copy, and print.
/** @param {Element} control */
function reveal(control) {
  const item = control.closest("li");
  if (item) item.hidden = false;
}

for (const control of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) reveal(control);
}
for (const control of document.querySelectorAll("[data-print]")) {
  control.addEventListener("click", () => window.print());
  reveal(control);
}
