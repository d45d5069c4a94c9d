// The time that is left of the part that is shown, and of the whole meeting; both go on from where they were after a reload.
// The first part is where people come in: there is no clock until it is left. A part's clock runs only while it is shown.
const timer = /** @type {HTMLElement} */ (document.querySelector(".ft-timer"));
const parts = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ft-slide")]);
const KEY = `ft-meeting-clock:${location.search}`;
const whole = parts.slice(1).reduce((sum, { dataset }) => sum + 60 * Number(dataset.minutes), 0);
/** @typedef {{spent: Record<string, number>, at: number, since: number, started: number}} Clock */
/** @type {Clock} */
let kept = JSON.parse(sessionStorage.getItem(KEY) ?? "null") ?? fresh();

/** @returns {Clock} */
function fresh() {
  return { spent: {}, at: 0, since: Date.now(), started: 0 };
}

/** @param {number} seconds */
function clock(seconds) {
  const all = Math.floor(Math.abs(seconds));
  return `${Math.floor(all / 60)}:${`${all % 60}`.padStart(2, "0")}`;
}

/** @param {string} name of its words @param {number} left */
function words(name, left) {
  return (timer.dataset[left < 0 ? `${name}Over` : name] ?? "").replace("{time}", clock(left));
}

function tell() {
  const { spent, at, since, started } = kept;
  timer.hidden = at === 0;
  if (timer.hidden) return;
  const now = Date.now();
  const left = 60 * Number(parts[at].dataset.minutes) - ((spent[at] ?? 0) + now - since) / 1000;
  const ofAll = whole - (now - started) / 1000;
  timer.classList.toggle("ft-timer--over", left < 0);
  // Who came to lead from elsewhere does not know when the meeting began.
  timer.textContent = [words("left", left), ...(started ? [words("whole", ofAll)] : [])].join(" · ");
}

/** @param {number} at */
function turn(at) {
  const now = Date.now();
  if (at !== kept.at) {
    if (kept.at === 0 && at > 0 && !kept.started && !("ownLink" in document.documentElement.dataset)) kept.started = now;
    kept.spent[kept.at] = (kept.spent[kept.at] ?? 0) + now - kept.since;
    Object.assign(kept, { at, since: now });
  }
  sessionStorage.setItem(KEY, JSON.stringify(kept));
  tell();
}

document.addEventListener("ft-slide", (event) => turn(/** @type {CustomEvent<number>} */ (event).detail));
document.addEventListener("ft-anew", () => {
  const { at } = kept;
  kept = fresh();
  turn(at);
});
setInterval(tell, 1000);
