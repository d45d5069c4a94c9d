// The levers on a phone: what each select says is a part of a path's code. `room.js` sends it, and sends it again.
const section = document.querySelector('[data-question="levers"]');

if (section instanceof HTMLElement) {
  const lists = /** @type {HTMLSelectElement[]} */ ([...section.querySelectorAll("select")]);
  const key = `ft-room-levers:${location.pathname}`;
  const kept = /** @type {string[]} */ (JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  for (const [at, list] of lists.entries()) list.value = kept[at] ?? list.value;
  section.addEventListener("change", () => {
    try {
      sessionStorage.setItem(key, JSON.stringify(lists.map(({ value }) => value)));
    } catch {
      // The tab goes on with what stands in the lists.
    }
  });
  section.querySelector("[data-send-levers]")?.addEventListener("click", () => {
    const parts = lists.map(({ value }) => value).join("");
    const detail = `${section.dataset.version}${parts && `-${parts}`}`;
    section.dispatchEvent(new CustomEvent("ft-path", { detail }));
  });
}
