// The fields where raised hands are typed: what is typed is told, and what another machine typed is filled in.
const wall = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const fields = /** @type {HTMLInputElement[]} */ ([...wall.querySelectorAll("[data-hand]")]);
const MOST = 9999;

/** @param {HTMLInputElement} field */
function of(field) {
  const question = /** @type {HTMLElement} */ (field.closest(".ft-slide")).dataset.question ?? "";
  return { question, answer: field.dataset.hand ?? "" };
}

/** @param {HTMLInputElement} field */
function count(field) {
  return Math.min(MOST, Math.max(0, Math.trunc(Number(field.value) || 0)));
}

document.addEventListener("ft-hands", (event) => {
  const hands = /** @type {CustomEvent<Record<string, Record<string, number>>>} */ (event).detail;
  for (const field of fields) {
    const { question, answer } = of(field);
    const counted = hands[question]?.[answer] ?? 0;
    if (count(field) !== counted) field.value = `${counted}`;
  }
});
for (const field of fields) {
  field.addEventListener("input", () => {
    document.dispatchEvent(new CustomEvent("ft-hand", { detail: { ...of(field), count: count(field) } }));
  });
}
for (const part of /** @type {NodeListOf<HTMLElement>} */ (wall.querySelectorAll("[data-hands]"))) part.hidden = false;
document.dispatchEvent(new CustomEvent("ft-hands-ready"));
