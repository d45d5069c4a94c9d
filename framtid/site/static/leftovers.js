// Says in the reader's language what Streamlit and the map say in English and cannot be told.
const words = JSON.parse(document.currentScript.dataset.words);
const SELECTOR = "[aria-label], [title], a[href='#'], [data-testid='stSkipToContent'], button, [role='alert'] p";
let waiting = false;

function translate() {
  waiting = false;
  for (const element of document.querySelectorAll(SELECTOR)) {
    for (const name of ["aria-label", "title"]) {
      const known = words[element.getAttribute(name)];
      if (known) element.setAttribute(name, known);
    }
    const text = element.firstChild;
    if (text?.nodeType === Node.TEXT_NODE && words[text.data.trim()]) text.data = words[text.data.trim()];
  }
}

new MutationObserver(() => {
  if (waiting) return;
  waiting = true;
  requestAnimationFrame(translate);
}).observe(document, { childList: true, subtree: true, attributeFilter: ["aria-label", "title"] });
