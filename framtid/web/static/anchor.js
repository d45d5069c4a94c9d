// Streamlit draws a page's text after the browser has looked for the section its address names.
const wanted = decodeURIComponent(location.hash.slice(1));

function find() {
  const section = document.querySelector(`.ft-text section[id="${CSS.escape(wanted)}"]`);
  section?.scrollIntoView();
  return Boolean(section);
}

if (wanted) {
  const watch = new MutationObserver(() => find() && watch.disconnect());
  watch.observe(document, { childList: true, subtree: true });
  // One who has begun to read is left alone.
  addEventListener("wheel", () => watch.disconnect(), { once: true, passive: true });
  addEventListener("touchmove", () => watch.disconnect(), { once: true, passive: true });
}
