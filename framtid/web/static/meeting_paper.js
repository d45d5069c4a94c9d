// The protocol on paper while the network is away: hands, votes and the path as the wall knows them, printed by the
// browser. The files are made where the model is, and wait for the network.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
/**
 * @typedef {{question: string, shown: boolean, letter: "y"|"n"|"-", counts: Counts, hands?: Counts,
 *   phones?: Counts & {groups?: Record<string, number[]>}}} Counted
 */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const paper = /** @type {HTMLElement} */ (main.querySelector("[data-paper]"));
const offer = /** @type {HTMLElement} */ (main.querySelector("[data-paper-offer]"));
const { roles, path } = /** @type {{roles: Record<string, string>, path: string}} */ (JSON.parse(main.dataset.meeting ?? "{}"));
/** @type {Record<string, Counted>} */
const counted = {};
/** @type {{way: string, told: string[], game: string, many: number}} */
let led = { way: "", told: [], game: "", many: 0 };

/** @param {string} name */
function find(name) {
  return /** @type {HTMLElement} */ (paper.querySelector(`[data-paper-${name}]`));
}

/** @param {Element|null} list @param {string[]} lines */
function fill(list, lines) {
  list?.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
}

/** @param {string} words @param {Counts} counts */
function said(words, { yes, no, blank }) {
  return words.replace("{yes}", `${yes}`).replace("{no}", `${no}`).replace("{blank}", `${blank}`);
}

/** @param {Counts} [counts] */
function some(counts) {
  return counts && counts.yes + counts.no + counts.blank > 0;
}

/** @param {HTMLElement} part @param {Counted} [told] */
function question(part, told) {
  part.hidden = !told?.shown;
  if (!told) return;
  const { answer = "", split = "" } = find("words").dataset;
  const verdict = find("words").dataset[{ y: "yes", n: "no", "-": "none" }[told.letter]] ?? "";
  const { hands, phones } = told;
  const apart = some(hands) && some(phones) && hands && phones
    ? split.replace("{hands}", said(answer, hands).replace(/\.$/, "")).replace("{phones}", said(answer, phones).replace(/\.$/, ""))
    : "";
  const line = part.querySelector("[data-paper-said]");
  if (line) line.textContent = [said(answer, told.counts), apart, verdict].filter(Boolean).join(" ");
  const groups = Object.entries(phones?.groups ?? {});
  fill(part.querySelector("ul"), groups.map(([role, [yes, no, blank]]) => `${roles[role]}: ${said(answer, { yes, no, blank })}`));
}

/** The texts of some parts of the wall. @param {string} parts */
function shown(parts) {
  const found = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(parts)]);
  return found.map(({ textContent }) => (textContent ?? "").replace(/\s+/g, " ").trim());
}

function levers() {
  find("levers").hidden = !led.many;
  const rows = /** @type {HTMLElement[]} */ ([...main.querySelectorAll(".ft-spread tbody tr")]);
  const heads = shown(".ft-spread thead th");
  const middle = rows.map((row) => {
    const at = [...row.children].findIndex(({ className }) => className === "ft-spread__middle");
    return `${row.children[0].textContent}: ${heads[at] ?? ""}`;
  });
  fill(find("middle"), [...middle, ...shown("[data-spread-end] li")]);
}

async function councils() {
  const board = /** @type {HTMLElement|null} */ (main.querySelector("[data-council-ahead]"));
  const terms = /** @type {string[]} */ (JSON.parse(find("councils").dataset.terms ?? "[]"));
  const decided = led.game.split("-")[2] ?? "";
  find("councils").hidden = !decided || !board;
  if (!decided || !board) return;
  const { asked } = /** @type {{asked: Record<string, {title: string}>}} */ (
    await fetch(board.dataset.councilAhead ?? "").then((answer) => answer.json(), () => ({ asked: {} }))
  );
  const { yes = "", no = "" } = find("councils").dataset;
  const lines = decided.split(".").flatMap((term, at) =>
    [...term.matchAll(/([a-z]{2})([jn])/g)].map(([, letters, answer]) => `${terms[at]}. ${asked[letters]?.title ?? letters}: ${answer === "j" ? yes : no}`));
  fill(find("decided"), lines);
}

async function write() {
  for (const part of /** @type {NodeListOf<HTMLElement>} */ (paper.querySelectorAll("[data-paper-of]"))) {
    question(part, counted[part.dataset.paperOf ?? ""]);
  }
  fill(find("chosen"), shown("[data-chosen] li"));
  fill(find("end"), led.told);
  const address = new URL(path.replace("{way}", led.way), location.href).href;
  find("link").textContent = (find("link").dataset.paperLink ?? "").replace("{address}", address);
  levers();
  await councils();
}

offer.querySelector("button")?.addEventListener("click", async () => {
  await write();
  document.documentElement.classList.add("ft-prints");
  paper.hidden = false;
  window.print();
});
addEventListener("afterprint", () => {
  document.documentElement.classList.remove("ft-prints");
  paper.hidden = true;
});

document.addEventListener("ft-counted", (event) => {
  const told = /** @type {CustomEvent<Counted>} */ (event).detail;
  counted[told.question] = told;
});
document.addEventListener("ft-led", (event) => { led = /** @type {CustomEvent} */ (event).detail; });
document.addEventListener("ft-away", (event) => { offer.hidden = !(/** @type {CustomEvent<boolean>} */ (event).detail); });
offer.hidden = navigator.onLine;
