// A story on a wall: one slide at a time, by keys, clicker or buttons; the slide stands in the address.
const slides = /** @type {HTMLElement[]} */ ([...document.querySelectorAll(".ft-slide")]);
const count = /** @type {HTMLElement} */ (document.querySelector(".ft-clicker__count"));
const notes = document.querySelector("[data-notes]");
const STEP = new Map([
  ["ArrowRight", 1], ["ArrowDown", 1], ["PageDown", 1], [" ", 1], ["Enter", 1],
  ["ArrowLeft", -1], ["ArrowUp", -1], ["PageUp", -1], ["Backspace", -1],
  ["Home", -slides.length], ["End", slides.length],
]);

/** Pixels of about a line on a wall: less than that below the edge is no reason not to turn. */
const LINE = 48;
const SCROLLS = new Set(["ArrowDown", "ArrowUp", "PageDown", "PageUp", " "]);

function here() {
  const asked = location.hash.slice(1);
  return Math.max(0, slides.findIndex(({ id, dataset }) => [id, dataset.step, ...(dataset.was ?? "").split(" ")].includes(asked)));
}

function show() {
  const at = here();
  for (const [number, slide] of slides.entries()) slide.classList.toggle("ft-slide--shown", number === at);
  count.textContent = (count.dataset.of ?? "").replace("{number}", `${at + 1}`).replace("{count}", `${slides.length}`);
  slides[at].scrollTop = 0;
  slides[at].focus({ preventScroll: true });
  document.dispatchEvent(new CustomEvent("ft-slide", { detail: at }));
}

/** @param {number} by */
function go(by) {
  const to = Math.min(slides.length - 1, Math.max(0, here() + by));
  if (to !== here() || !location.hash) history.replaceState(null, "", `#${slides[to].id}`);
  show();
}

/**
 * Keys that scroll a page show the rest of a tall slide before they turn to another. Notes are for who leads, and
 * make a slide tall: a clicker turns it all the same.
 * @param {string} key @param {number} by
 */
function rests(key, by) {
  if (TURNS.has(key) && document.documentElement.classList.contains("ft-with-notes")) return false;
  const slide = slides[here()];
  const left = by > 0 ? slide.scrollHeight - slide.clientHeight - slide.scrollTop : slide.scrollTop;
  if (!SCROLLS.has(key) || left < LINE) return false;
  slide.scrollBy({ top: by * slide.clientHeight * 0.85, behavior: "instant" });
  return true;
}

function toggleNotes() {
  const shown = document.documentElement.classList.toggle("ft-with-notes");
  notes?.setAttribute("aria-pressed", String(shown));
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(".ft-notes"))) part.tabIndex = shown ? 0 : -1;
}

function toggleFull() {
  if (document.fullscreenElement) document.exitFullscreen();
  else document.documentElement.requestFullscreen?.();
}

/**
 * Letters are keys only while a slide has the focus, or something in it that was pressed:
 * who speaks to the machine says letters too.
 * @param {Event} event
 */
function on({ target }) {
  return target instanceof Element && target.closest(".ft-slide") !== null;
}

const TURNS = new Set(["PageDown", "PageUp"]);
const LEAVES = new Set(["Enter", "Escape"]);

/** In a field keys are for the field, but for those that a clicker sends, and Enter, which leaves it. @param {KeyboardEvent} event */
function edits({ target, key }) {
  const field = target instanceof Element && target.closest("input, select, textarea");
  if (target instanceof Element && target.matches(".ft-notes") && SCROLLS.has(key) && !TURNS.has(key)) return true; // they are scrolled
  if (!field || TURNS.has(key)) return false;
  if (LEAVES.has(key) && field.matches("input")) slides[here()].focus({ preventScroll: true });
  return true;
}

addEventListener("keydown", (event) => {
  if (event.altKey || event.ctrlKey || event.metaKey) return;
  if (edits(event)) return;
  const pressed = event.target instanceof Element && event.target.closest("a, button, summary");
  if (pressed && (event.key === " " || event.key === "Enter")) return;
  const by = STEP.get(event.key);
  if (by) rests(event.key, by) || go(by);
  else if (event.key === "n" && on(event)) toggleNotes();
  else if (event.key === "f" && on(event)) toggleFull();
  else return;
  event.preventDefault();
});

for (const button of document.querySelectorAll("[data-go]")) {
  button.addEventListener("click", () => go(Number(button.getAttribute("data-go"))));
}
/** A pointer gives the keys back to the slide; who presses a button by the keyboard stays on it. @param {Event} event */
function giveBack(event) {
  if (event instanceof MouseEvent && event.detail > 0) slides[here()].focus({ preventScroll: true });
}

// A button that shuts itself off when it is pressed would leave the keys to nobody.
document.addEventListener("click", (event) => {
  const pressed = event.target instanceof Element && event.target.closest(".ft-slide button");
  if (!pressed) return;
  if (pressed.matches(":disabled")) slides[here()].focus({ preventScroll: true });
  else giveBack(event);
});

const full = document.querySelector("[data-full]");
notes?.addEventListener("click", toggleNotes);
full?.addEventListener("click", toggleFull);
for (const button of [notes, full]) button?.addEventListener("click", giveBack);
addEventListener("hashchange", show);
document.documentElement.classList.add("ft-one-slide");
/** @type {HTMLElement} */ (document.querySelector(".ft-clicker__buttons")).hidden = false;
show();
