// The levers on a phone: what each select says is a part of a path's code. `room.js` sends it, and sends it again.
// They stand where the room's answers have led, until somebody moves one.
const section = document.querySelector('[data-question="levers"]');

if (section instanceof HTMLElement) {
  const lists = /** @type {HTMLSelectElement[]} */ ([...section.querySelectorAll("select")]);
  const key = `ft-room-levers:${location.pathname}`;
  const kept = /** @type {string[]} */ (JSON.parse(sessionStorage.getItem(key) ?? "[]"));
  let own = kept.length > 0;
  for (const [at, list] of lists.entries()) list.value = kept[at] ?? list.value;

  /** @param {string} way the code of a path, of which a lever's part is two letters and its level */
  const begin = (way) => {
    /** @type {string[]} */
    const parts = (way.split("-")[1] ?? "").match(/[a-z]{2}[m\d]/g) ?? [];
    for (const list of lists) {
      const [chosen] = [...list.options].filter(({ value }) => parts.includes(value));
      list.value = chosen?.value ?? "";
    }
  };
  document.addEventListener("ft-state", (event) => {
    const { kind, way } = /** @type {CustomEvent<{kind: string, way: string}>} */ (event).detail;
    if (kind === "levers" && !own) begin(way);
  });
  section.addEventListener("change", () => {
    own = true;
    try {
      sessionStorage.setItem(key, JSON.stringify(lists.map(({ value }) => value)));
    } catch {
      // The tab goes on with what stands in the lists.
    }
  });
  section.querySelector("[data-send-levers]")?.addEventListener("click", () => {
    own = true;
    const parts = lists.map(({ value }) => value).join("");
    const detail = `${section.dataset.version}${parts && `-${parts}`}`;
    section.dispatchEvent(new CustomEvent("ft-path", { detail }));
  });
}
