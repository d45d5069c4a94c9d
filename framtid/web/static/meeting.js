// A meeting: hands that are counted here, answers of phones, what the majority decides, where it leads.
// All of it is in the page and in the tab's own memory, so that the meeting goes on without a network.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
/** @typedef {Counts & {groups?: Record<string, [number, number, number]>}} Tally */
/** @typedef {Counts & {turn: number}} Hands */
/** @typedef {{way: string, told: string[]}} End */
/**
 * @typedef {{dilemmas: string[], ends: {ends: End[], ways: Record<string, number>}}} Known
 */
/**
 * @typedef {{hands: Record<string, Hands>, phones: Record<string, Tally>, shown: string[], open: string[],
 *   turn: number, council: string, game: string, middle: string, many: number, apart: string}} Kept
 */
const ANSWERS = /** @type {(keyof Counts)[]} */ (["yes", "no", "blank"]);
const ASKS = new Set(["dilemma", "levers"]);
const SHOWS = new Set(["reveal", "spread"]);
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const known = /** @type {Known} */ (JSON.parse(main.dataset.meeting ?? "{}"));
const slides = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(".ft-slide")]);
const KEY = `ft-meeting:${location.search}`;
const kept = read();
const NOWHERE = -1;
/** The slide that another machine has led to, until it is shown. */
let followed = NOWHERE;

/** @returns {Kept} */
function fresh() {
  return { hands: {}, phones: {}, shown: [], open: [], turn: 0, council: "", game: "", middle: "", many: 0, apart: "" };
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

/** @param {string[]} names @param {(name: string) => Counts} of */
function written(names, of) {
  return names.map((name) => [name, ...ANSWERS.map((answer) => of(name)[answer])].join(".")).join("~");
}

/** How the groups of a question spread, of those that the room tells of. @param {string} name */
function groups(name) {
  return Object.entries(kept.phones[name]?.groups ?? {}).map(([role, spread]) => [name, role, ...spread].join("."));
}

/** How many of each group set the levers, and its middle. @param {Record<string, {many: number, way: string}>} by */
function ofGroups(by) {
  return Object.entries(by ?? {}).map(([role, { many, way }]) => `${role}.${many}.${way}`).join("~");
}

function lead() {
  const letters = known.dilemmas.map(decided).join("");
  const asked = known.dilemmas.filter((name) => kept.shown.includes(name));
  const said = written(asked, counts);
  const raised = written(asked.filter((name) => name in kept.hands), (name) => kept.hands[name]);
  const grouped = asked.flatMap((name) => groups(name)).join("~");
  const { apart, middle, many, game } = kept;
  document.dispatchEvent(new CustomEvent("ft-led", { detail: { ...end(letters), letters, said, raised, grouped, apart, middle, many, game } }));
}

function show() {
  for (const question of known.dilemmas) tell(question);
  lead();
}

/** @param {string} question */
function tell(question) {
  const letter = decided(question);
  const alone = end(known.dilemmas.map((name) => (name === question ? letter : "-")).join("")).told;
  const [hands, phones] = [kept.hands[question], kept.phones[question]];
  const detail = { question, shown: kept.shown.includes(question), letter, counts: counts(question), hands, phones, alone };
  document.dispatchEvent(new CustomEvent("ft-counted", { detail }));
}

document.addEventListener("ft-slide", (event) => {
  const at = /** @type {CustomEvent<number>} */ (event).detail;
  const { kind, question = "" } = slides[at].dataset;
  close(at);
  if (ASKS.has(kind ?? "")) reopen(question);
  if (at !== followed) kept.turn += 1;
  followed = NOWHERE;
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
  followed = NOWHERE;
  fillHands();
  turn();
});

// The game of four councils tells which case it is at, and when the room's answer is to be shown.
document.addEventListener("ft-council", (event) => {
  const { council, game, shown } = /** @type {CustomEvent} */ (event).detail;
  if (shown && !kept.shown.includes(council)) kept.shown.push(council);
  Object.assign(kept, { council, game });
  turn();
});

function here() {
  return Math.max(0, slides.findIndex(({ classList }) => classList.contains("ft-slide--shown")));
}

function turn() {
  kept.turn += 1;
  moved(here());
}

/** @param {number} at */
function moved(at) {
  keep();
  show();
  const { council, game, hands } = kept;
  const { way } = end(known.dilemmas.map(decided).join(""));
  const detail = { at, turn: kept.turn, revealed: kept.shown, council, game, way, hands };
  document.dispatchEvent(new CustomEvent("ft-moved", { detail }));
}

// What the room is told: the answers of phones, once they are shown, and where another screen has led.
document.addEventListener("ft-room", (event) => {
  const { at, tallies, turn, spread, hands, council, game } = /** @type {CustomEvent} */ (event).detail;
  const led = turn > kept.turn;
  Object.assign(kept.phones, tallies);
  const shown = [...Object.keys(tallies), ...(spread ? ["levers"] : [])];
  kept.shown = turn < kept.turn ? [...new Set([...kept.shown, ...shown])] : shown;
  const to = led ? (at ?? here()) : here();
  const { kind = "", question = "" } = slides[to].dataset;
  if (ASKS.has(kind)) reopen(question);
  if (led) Object.assign(kept, { council: council ?? "", game: game ?? "" });
  if (led && game) document.dispatchEvent(new CustomEvent("ft-game-led", { detail: game }));
  for (const [name, counted] of Object.entries(/** @type {Record<string, Hands>} */ (hands ?? {}))) {
    if (counted.turn >= (kept.hands[name]?.turn ?? 0)) kept.hands[name] = counted;
  }
  fillHands();
  if (spread) Object.assign(kept, { middle: spread.way, many: spread.many, apart: ofGroups(spread.groups) });
  kept.turn = Math.max(kept.turn, turn);
  keep();
  show();
  follow(to);
});

// All machines that lead the room stand on the same slide; who follows tells the room nothing of it.
/** @param {number} to */
function follow(to) {
  if (to === here()) return;
  followed = to;
  location.replace(`#${slides[to].id}`);
}

// Hands that were typed here are the room's from then on, each question's with a turn of its own.
document.addEventListener("ft-hand", (event) => {
  const { question, answer, count } = /** @type {CustomEvent} */ (event).detail;
  const before = kept.hands[question] ?? { yes: 0, no: 0, blank: 0, turn: 0 };
  kept.hands[question] = { ...before, [answer]: count, turn: before.turn + 1 };
  moved(here());
});
document.addEventListener("ft-hands-ready", fillHands);

function fillHands() {
  document.dispatchEvent(new CustomEvent("ft-hands", { detail: kept.hands }));
}
