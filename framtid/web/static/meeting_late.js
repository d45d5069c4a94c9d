// Answers of phones that come after a result was declared without them: that they are missing, and what they changed.
/** @typedef {{question: string, shown: boolean, letter: string, phones?: object}} Counted */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const KEY = `ft-meeting-late:${location.search}`;
const ROOM = `ft-meeting-room:${location.search}`;
/** @type {Record<string, {declared: string, late: string}>} */
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");
/** @type {Record<string, Counted>} */
const last = {};
let away = !navigator.onLine;

/** @param {Counted} told */
function judge({ question, shown, letter, phones }) {
  const before = kept[question];
  if (!shown) delete kept[question];
  else if (away && !phones && sessionStorage.getItem(ROOM)) kept[question] = { declared: letter, late: "missing" };
  else if (phones && before) kept[question] = { ...before, late: before.declared === letter ? "same" : "changed" };
}

/** @param {Counted} told */
function tell(told) {
  last[told.question] = told;
  judge(told);
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  for (const line of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-late]"))) {
    if (line.closest(".ft-slide")?.getAttribute("data-question") !== told.question) continue;
    line.textContent = line.dataset[kept[told.question]?.late ?? ""] ?? "";
  }
}

document.addEventListener("ft-counted", (event) => tell(/** @type {CustomEvent<Counted>} */ (event).detail));
document.addEventListener("ft-away", (event) => {
  away = /** @type {CustomEvent<boolean>} */ (event).detail;
  for (const told of Object.values(last)) tell(told);
});
