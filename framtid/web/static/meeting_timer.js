// The time that is left of the part that is shown; it goes on from where it was after a reload.
// The first part is where people come in: there is no clock until it is left.
const timer = /** @type {HTMLElement} */ (document.querySelector(".ft-timer"));
const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ft-slide")]);
const KEY = `ft-meeting-timer:${location.search}`;
let at = 0;
/** @type {Record<string, number>} */
let begun = JSON.parse(sessionStorage.getItem(KEY) ?? "{}");

/** @param {number} seconds */
function clock(seconds) {
  return `${Math.floor(seconds / 60)}:${`${Math.floor(seconds % 60)}`.padStart(2, "0")}`;
}

function tell() {
  timer.hidden = at === 0;
  if (timer.hidden) return;
  const given = 60 * Number(parts[at].dataset.minutes);
  const left = given - (Date.now() - begun[at]) / 1000;
  const { left: words = "", over = "" } = timer.dataset;
  timer.classList.toggle("ft-timer--over", left < 0);
  timer.textContent = (left < 0 ? over : words).replace("{time}", clock(Math.abs(left)));
}

document.addEventListener("ft-slide", (event) => {
  at = /** @type {CustomEvent<number>} */ (event).detail;
  begin();
});
document.addEventListener("ft-anew", () => {
  begun = {};
  begin();
});

function begin() {
  begun[at] ??= Date.now();
  sessionStorage.setItem(KEY, JSON.stringify(begun));
  tell();
}
setInterval(tell, 1000);
