// The same page in another language: what else its address asks for comes along.
document.addEventListener("click", (event) => {
  const link = event.target.closest?.("a[data-language]");
  if (!link) return;
  event.preventDefault();
  const url = new URL(location.href);
  url.searchParams.set("lang", link.dataset.language);
  location.assign(url);
});
