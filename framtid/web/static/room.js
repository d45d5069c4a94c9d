// A phone in the room: follows where the meeting is, and answers. What it has not heard back of it sends again.
// Who one is, is a number in this tab's memory; a second tab on the same phone asks the first for its number.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
/** @typedef {{at: number, asked: string|null, council: string, spread: object|null, way: string, tallies: Record<string, Counts>}} State */
/** @typedef {{answer: string, path?: string, turn: number, sent: boolean}} Stand */
const page = /** @type {HTMLElement} */ (document.querySelector("[data-phone]"));
const { agenda, rooms } = JSON.parse(page.dataset.phone ?? "{}");
const code = location.pathname.split("/").pop();
const address = `${rooms}/${code}`;
const KEY = `ft-room:${code}`;
const [AGAIN, ASLEEP] = [2000, 3000];
const questions = /** @type {HTMLElement[]} */ ([...page.querySelectorAll("[data-question], [data-case]")]);
const waiting = /** @type {HTMLElement} */ (page.querySelector("[data-waiting]"));
const trouble = /** @type {HTMLElement} */ (page.querySelector("[data-trouble]"));
const role = /** @type {HTMLSelectElement} */ (page.querySelector("[data-role]"));
const ANSWERS = /** @type {(keyof Counts)[]} */ (["yes", "no", "blank"]);
const others = new BroadcastChannel(KEY);
/** @type {{voter: string, stands: Record<string, Stand>, role: string}} */
const mine = { voter: "", stands: {}, role: "", ...JSON.parse(sessionStorage.getItem(KEY) ?? "{}") };
let [known, gone] = [mine.voter !== "", false];
/** @type {string|null} */
let shown = null;
let stream = /** @type {EventSource|null} */ (null);
mine.voter ||= crypto.getRandomValues(new Uint8Array(16)).reduce((all, one) => all + one.toString(16).padStart(2, "0"), "");

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(mine));
  } catch {
    // The tab goes on with what it has in mind.
  }
}

// One voice for all tabs of a phone: the one that was first tells, unless this one has answered already.
others.addEventListener("message", ({ data }) => {
  if (data === "who" && known) others.postMessage({ voter: mine.voter, stands: mine.stands });
  if (data.voter && !known) {
    Object.assign(mine, data);
    known = true;
  } else if (data.stands && data.voter === mine.voter) {
    for (const [name, stand] of Object.entries(data.stands)) {
      if (stand.turn > (mine.stands[name]?.turn ?? 0)) mine.stands[name] = { ...stand, sent: true };
    }
  }
  keep();
  for (const section of questions) mark(section);
});
others.postMessage("who");

/** @param {string} [words] */
function tell(words = "") {
  trouble.textContent = words;
  trouble.hidden = !words;
}

/** @param {HTMLElement} section */
function mark(section) {
  const stand = mine.stands[section.dataset.question ?? ""];
  const said = /** @type {HTMLElement} */ (section.querySelector("[data-said]"));
  const { done = "", sending = "", hidden = "" } = said.dataset;
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-answer]"))) {
    const on = button.dataset.answer === stand?.answer;
    button.setAttribute("aria-pressed", String(on));
    if (on) said.textContent = stand.sent ? done.replace("{answer}", button.textContent ?? "") : sending;
  }
  if (!stand || stand.path) said.textContent = stand ? (stand.sent ? done : sending) : hidden;
}

/** @param {HTMLElement} section */
async function send(section) {
  const question = section.dataset.question ?? "";
  const stand = mine.stands[question];
  const said = /** @type {HTMLElement} */ (section.querySelector("[data-said]"));
  if (!stand || stand.sent || gone) return;
  const body = JSON.stringify({ voter: mine.voter, answer: stand.answer, turn: stand.turn, role: mine.role, path: stand.path ?? "" });
  try {
    const headers = { "content-type": "application/json" };
    const answer = await fetch(`${address}/ballots/${question}`, { method: "PUT", headers, body });
    if (answer.status === 409) {
      said.textContent = said.dataset.closed ?? "";
      delete mine.stands[question];
    } else if (!answer.ok) throw new Error(`${answer.status}`);
    if (mine.stands[question] === stand) stand.sent = true;
    keep();
    if (answer.ok) mark(section);
    others.postMessage({ voter: mine.voter, stands: mine.stands });
  } catch {
    if (mine.stands[question] !== stand) return;
    said.textContent = said.dataset.retry ?? "";
    setTimeout(() => send(section), AGAIN);
  }
}

/**
 * @param {HTMLElement} section
 * @param {string} answer
 * @param {string} [path]
 */
function stand(section, answer, path) {
  const question = section.dataset.question ?? "";
  mine.stands[question] = { answer, path, turn: (mine.stands[question]?.turn ?? 0) + 1, sent: false };
  known = true;
  keep();
  mark(section);
  send(section);
}

for (const section of questions) {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (section.querySelectorAll("[data-answer]"))) {
    button.addEventListener("click", () => stand(section, button.dataset.answer ?? ""));
  }
  section.addEventListener("ft-path", (event) => stand(section, "path", /** @type {CustomEvent<string>} */ (event).detail));
  mark(section);
  send(section);
}

// A case of a council is asked anew by each council that meets it: the section takes the name of what is asked.
/** @param {string} council */
function seat(council) {
  const section = questions.find(({ dataset }) => dataset.case && council.endsWith(`.${dataset.case}`));
  if (section === undefined || section.dataset.question === council) return;
  section.dataset.question = council;
  mark(section);
  send(section);
}

/** @param {State} state */
function show(state) {
  tell();
  const step = agenda[state.at];
  if (step.kind === "councils") seat(state.council);
  const on = (step.kind === "councils" ? state.council : ["dilemma", "reveal", "levers", "spread"].includes(step.kind) && step.id) || null;
  waiting.hidden = on !== null;
  document.dispatchEvent(new CustomEvent("ft-state", { detail: { kind: step.kind, way: state.way, voter: mine.voter } }));
  for (const section of questions) {
    const question = section.dataset.question ?? "";
    const tally = state.tallies[question];
    const over = tally !== undefined || (question === "levers" && state.spread !== null);
    section.hidden = !on || question !== on;
    const [stands, said, bars] = [".ft-stands", "[data-said]", "[data-tally]"].map((part) => section.querySelector(part));
    if (!over && stands?.hasAttribute("hidden")) mark(section); // asked again: what was said stands
    for (const part of [stands, said]) part?.toggleAttribute("hidden", over);
    bars?.toggleAttribute("hidden", !tally);
    if (tally) draw(section, tally);
    const after = section.querySelector("[data-after]");
    if (after instanceof HTMLElement) after.hidden = !over;
    if (question === on && shown !== on) section.querySelector("h2")?.focus({ preventScroll: true });
  }
  if (on !== shown) scrollTo({ top: 0 });
  shown = on;
}

/**
 * @param {HTMLElement} section
 * @param {Counts} tally
 */
function draw(section, tally) {
  const most = Math.max(1, ...ANSWERS.map((answer) => tally[answer]));
  for (const answer of ANSWERS) {
    const bar = /** @type {HTMLElement} */ (section.querySelector(`[data-bar="${answer}"]`));
    bar.style.width = `${(70 * tally[answer]) / most}%`;
    /** @type {HTMLElement} */ (section.querySelector(`[data-count="${answer}"]`)).textContent = `${tally[answer]}`;
  }
}

function close() {
  gone = true;
  stream?.close();
  tell(trouble.dataset.gone);
  document.dispatchEvent(new CustomEvent("ft-closed"));
}

function listen() {
  stream?.close();
  if (gone) return;
  stream = new EventSource(`${address}/events`);
  stream.addEventListener("message", (event) => show(JSON.parse(event.data)));
  stream.addEventListener("gone", close);
  stream.addEventListener("error", () => setTimeout(look, AGAIN));
}

// When a phone wakes, and where streams do not come through, the state is asked for.
async function look() {
  try {
    const answer = await fetch(address);
    if (answer.status === 404) return close();
    if (answer.ok) show(await answer.json());
  } catch {
    tell(trouble.dataset.lost);
  }
  if (stream?.readyState !== EventSource.OPEN) setTimeout(look, ASLEEP);
}

role.value = mine.role ||= role.value; // one may have chosen before this script came
role.addEventListener("change", () => { mine.role = role.value; keep(); });
document.addEventListener("visibilitychange", () => {
  if (document.visibilityState === "visible" && !gone) { listen(); look(); }
});
listen();
look();
