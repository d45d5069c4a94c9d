// A meeting: hands that are counted here, answers of phones, what the majority decides, where it leads.
// All of it is in the page and in the tab's own memory, so that the meeting goes on without a network.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
/** @typedef {Counts & {groups?: Record<string, [number, number, number]>}} Tally */
/** @typedef {{way: string, told: string[]}} End */
/**
 * @typedef {{dilemmas: string[], roles: Record<string, string>, ends: {ends: End[], ways: Record<string, number>}}} Known
 */
/**
 * @typedef {{hands: Record<string, Counts>, phones: Record<string, Tally>, shown: string[], open: string[],
 *   turn: number, council: string, game: string, middle: string, many: number}} Kept
 */
const ANSWERS = /** @type {(keyof Counts)[]} */ (["yes", "no", "blank"]);
const ASKS = new Set(["dilemma", "levers"]);
const SHOWS = new Set(["reveal", "spread"]);
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const known = /** @type {Known} */ (JSON.parse(main.dataset.meeting ?? "{}"));
const slides = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(".ft-slide")]);
const inputs = /** @type {HTMLInputElement[]} */ ([...main.querySelectorAll("[data-hand]")]);
const KEY = `ft-meeting:${location.search}`;
const kept = read();

/** @returns {Kept} */
function fresh() {
  return { hands: {}, phones: {}, shown: [], open: [], turn: 0, council: "", game: "", middle: "", many: 0 };
}

/** @returns {Kept} */
function read() {
  const empty = fresh();
  try {
    return { ...empty, ...JSON.parse(sessionStorage.getItem(KEY) ?? "{}") };
  } catch {
    return empty;
  }
}

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The tab goes on with what it has in mind.
  }
}

/**
 * @param {string} question
 * @returns {Counts}
 */
function counts(question) {
  const hands = kept.hands[question] ?? {};
  const phones = kept.phones[question] ?? {};
  const sum = (/** @type {keyof Counts} */ answer) => (hands[answer] ?? 0) + (phones[answer] ?? 0);
  return { yes: sum("yes"), no: sum("no"), blank: sum("blank") };
}

/** @param {string} question */
function decided(question) {
  const { yes, no } = counts(question);
  if (!kept.shown.includes(question) || yes === no) return "-";
  return yes > no ? "y" : "n";
}

/** @param {string} letters */
function end(letters) {
  return known.ends.ends[known.ends.ways[letters]];
}

/**
 * @param {Element|null|undefined} list
 * @param {string[]} lines
 */
function fill(list, lines) {
  list?.replaceChildren(...lines.map((line) => {
    const item = document.createElement("li");
    item.textContent = line;
    return item;
  }));
}

/** @param {HTMLElement} slide */
function reveal(slide) {
  const question = slide.dataset.question ?? "";
  const told = counts(question);
  const most = Math.max(1, ...Object.values(told));
  for (const answer of ANSWERS) {
    const bar = /** @type {HTMLElement} */ (slide.querySelector(`[data-bar="${answer}"]`));
    bar.style.width = `${(80 * told[answer]) / most}%`;
    /** @type {HTMLElement} */ (slide.querySelector(`[data-count="${answer}"]`)).textContent = `${told[answer]}`;
  }
  const somebody = told.yes + told.no + told.blank > 0;
  /** @type {HTMLElement} */ (slide.querySelector("[data-bars]")).hidden = !somebody;
  const letter = decided(question);
  const line = /** @type {HTMLElement} */ (slide.querySelector("[data-decided]"));
  const { yes = "", no = "", none = "", nobody = "" } = line.dataset;
  line.textContent = !somebody ? nobody : { y: yes, n: no, "-": none }[letter];
  const alone = /** @type {HTMLElement} */ (slide.querySelector("[data-alone]"));
  alone.hidden = letter === "-";
  fill(alone.querySelector("ul"), end(known.dilemmas.map((name) => (name === question ? letter : "-")).join("")).told);
  groups(slide, kept.phones[question]?.groups ?? {});
}

/**
 * @param {HTMLElement} slide
 * @param {Record<string, [number, number, number]>} by
 */
function groups(slide, by) {
  const part = /** @type {HTMLElement} */ (slide.querySelector("[data-groups]"));
  const list = /** @type {HTMLElement} */ (part.querySelector("ul"));
  part.hidden = !Object.keys(by).length;
  fill(list, Object.entries(by).map(([role, [yes, no, blank]]) => {
    const spread = (list.dataset.spread ?? "").replace("{yes}", `${yes}`).replace("{no}", `${no}`);
    return `${known.roles[role]}: ${spread.replace("{blank}", `${blank}`)}`;
  }));
}

function lead() {
  const letters = known.dilemmas.map(decided).join("");
  const asked = known.dilemmas.filter((name) => kept.shown.includes(name));
  const said = asked.map((name) => [name, ...ANSWERS.map((answer) => counts(name)[answer])].join(".")).join("~");
  const { middle, many, game } = kept;
  document.dispatchEvent(new CustomEvent("ft-led", { detail: { ...end(letters), letters, said, middle, many, game } }));
}

function show() {
  for (const slide of slides) if (slide.dataset.kind === "reveal") reveal(slide);
  lead();
}

document.addEventListener("ft-slide", (event) => {
  const at = /** @type {CustomEvent<number>} */ (event).detail;
  const { kind, question = "" } = slides[at].dataset;
  close(at);
  if (ASKS.has(kind ?? "")) reopen(question);
  moved(at);
});

// A question is closed where its answers are shown, and also where a key jumps past them: what was asked is told.
/** @param {number} at */
function close(at) {
  for (const [number, { dataset }] of slides.entries()) {
    const { kind = "", question = "" } = dataset;
    const past = number === at || (number < at && kept.open.includes(question));
    if (!SHOWS.has(kind) || !past) continue;
    kept.open = kept.open.filter((name) => name !== question);
    if (!kept.shown.includes(question)) kept.shown.push(question);
  }
}

// Who goes back to a question asks it again: hands and answers stand, and are hidden until they are shown anew.
/** @param {string} question */
function reopen(question) {
  kept.shown = kept.shown.filter((name) => name !== question);
  if (!kept.open.includes(question)) kept.open.push(question);
  delete kept.phones[question];
}

// A new room, or a meeting that begins again, remembers nothing of the one before.
document.addEventListener("ft-anew", () => {
  Object.assign(kept, fresh());
  for (const input of inputs) input.value = "0";
  moved(here());
});

// The game of four councils tells which case it is at, and when the room's answer is to be shown.
document.addEventListener("ft-council", (event) => {
  const { council, game, shown } = /** @type {CustomEvent} */ (event).detail;
  if (shown && !kept.shown.includes(council)) kept.shown.push(council);
  Object.assign(kept, { council, game });
  moved(here());
});

function here() {
  return Math.max(0, slides.findIndex(({ classList }) => classList.contains("ft-slide--shown")));
}

/** @param {number} at */
function moved(at) {
  kept.turn += 1;
  keep();
  show();
  const { council, game } = kept;
  const { way } = end(known.dilemmas.map(decided).join(""));
  const detail = { at, turn: kept.turn, revealed: kept.shown, council, game, way };
  document.dispatchEvent(new CustomEvent("ft-moved", { detail }));
}

// What the room is told: the answers of phones, once they are shown, and where another screen has led.
document.addEventListener("ft-room", (event) => {
  const { tallies, turn, spread } = /** @type {CustomEvent} */ (event).detail;
  Object.assign(kept.phones, tallies);
  const shown = [...Object.keys(tallies), ...(spread ? ["levers"] : [])];
  kept.shown = turn < kept.turn ? [...new Set([...kept.shown, ...shown])] : shown;
  const { kind = "", question = "" } = slides[here()].dataset;
  if (ASKS.has(kind)) reopen(question);
  if (spread) Object.assign(kept, { middle: spread.way, many: spread.many });
  kept.turn = Math.max(kept.turn, turn);
  keep();
  show();
});

for (const input of inputs) {
  const question = /** @type {HTMLElement} */ (input.closest(".ft-slide")).dataset.question ?? "";
  const answer = /** @type {keyof Counts} */ (input.dataset.hand);
  input.value = `${kept.hands[question]?.[answer] ?? 0}`;
  input.addEventListener("input", () => {
    const counted = Math.min(9999, Math.max(0, Math.trunc(Number(input.value) || 0)));
    kept.hands[question] = { ...{ yes: 0, no: 0, blank: 0 }, ...kept.hands[question], [answer]: counted };
    keep();
    show();
  });
}
for (const part of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll("[data-hands]"))) part.hidden = false;
