// Controls of a document that need script are shown where there is script: copy, and print.
for (const control of document.querySelectorAll("[data-copy]")) {
  if (navigator.clipboard) control.closest("li").hidden = false;
}
for (const control of document.querySelectorAll("[data-print]")) {
  control.addEventListener("click", () => window.print());
  control.closest("li").hidden = false;
}
