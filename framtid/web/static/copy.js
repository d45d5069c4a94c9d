// Copies what a control says: the page's address, the text beside it, or the text that it links to.
// Without script the text is a link to itself, and the browser's own menu copies.
// Streamlit redraws its pages, so clicks are heard on the document and nothing is bound to a control.
const SHOWN = 2000;
const said = document.createElement("p");
said.className = "ft-quiet";
said.setAttribute("role", "status");

/** @typedef {HTMLElement & {href?: string}} Control */

/** @param {Control} control */
async function wanted(control) {
  if (control.dataset.copy === "link") return window.location.href;
  if (control.dataset.copy === "beside") return control.parentElement?.querySelector("code")?.textContent ?? "";
  return (await fetch(control.href ?? "")).text();
}

/** @param {Control} control */
function confirm(control) {
  const words = control.textContent;
  const { done = "" } = control.dataset;
  if (words === done) return;
  const name = control.getAttribute("aria-label");
  control.textContent = done;
  if (name) control.setAttribute("aria-label", name.replace(words ?? "", done));
  said.textContent = done;
  if (!said.isConnected) document.body.append(said);
  setTimeout(() => {
    control.textContent = words;
    if (name) control.setAttribute("aria-label", name);
    said.textContent = "";
  }, SHOWN);
}

/** What could not be copied stands in a field, selected. @param {Control} control @param {string} text */
function show(control, text) {
  const shown = control.nextElementSibling;
  const field = shown instanceof HTMLInputElement && shown.readOnly ? shown : document.createElement("input");
  field.readOnly = true;
  field.value = text;
  field.className = "ft-copied";
  field.setAttribute("aria-label", control.textContent ?? "");
  control.after(field);
  field.focus();
  field.select();
}

document.addEventListener("click", async (event) => {
  const control = /** @type {Control|null} */ (event.target instanceof Element ? event.target.closest("[data-copy]") : null);
  if (!control || !navigator.clipboard) return;
  event.preventDefault();
  try {
    await navigator.clipboard.writeText(await wanted(control));
    confirm(control);
  } catch {
    if (control.href) window.location.assign(control.href);
    else show(control, await wanted(control));
  }
});
