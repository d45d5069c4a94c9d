// What a document can do where there is script: copy its text or its address, and print.
// Without script the text is a link to itself, and the browser's own menu copies and prints.
const SHOWN = 2000;

async function wanted(control) {
  if (control.dataset.copy === "link") return window.location.href;
  return (await fetch(control.href)).text();
}

function confirm(control) {
  const words = control.textContent;
  if (words === control.dataset.done) return;
  control.textContent = control.dataset.done;
  control.setAttribute("role", "status");
  setTimeout(() => {
    control.textContent = words;
    control.removeAttribute("role");
  }, SHOWN);
}

async function copy(event) {
  const control = event.currentTarget;
  if (!navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(await wanted(control));
    confirm(control);
  } catch {
    if (control.href) window.location.assign(control.href);
  }
}

for (const control of document.querySelectorAll("[data-copy]")) {
  control.addEventListener("click", copy);
  if (navigator.clipboard) control.closest("li").hidden = false;
}
for (const control of document.querySelectorAll("[data-print]")) {
  control.addEventListener("click", () => window.print());
  control.closest("li").hidden = false;
}
