// How the room spread on a question, and what the majority says.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
/** @typedef {Record<string, [number, number, number]>} Groups */
/**
 * @typedef {{question: string, letter: "y"|"n"|"-", counts: Counts, hands?: Counts, phones?: Counts & {groups?: Groups},
 *   alone: string[]}} Counted
 */
const ANSWERS = /** @type {(keyof Counts)[]} */ (["yes", "no", "blank"]);
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const { roles } = /** @type {{roles: Record<string, string>}} */ (JSON.parse(main.dataset.meeting ?? "{}"));

/** @param {Element} part @param {string} name */
function found(part, name) {
  return /** @type {HTMLElement} */ (part.querySelector(`[data-${name}]`));
}

/** @param {Element|null|undefined} list @param {string[]} lines */
function fill(list, lines) {
  list?.replaceChildren(...lines.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
}

/** @param {Counts} [counts] */
function many(counts) {
  return counts ? counts.yes + counts.no + counts.blank : 0;
}

/** @param {HTMLElement} slide @param {Counted} told */
function reveal(slide, { letter, counts, hands, phones, alone }) {
  const most = Math.max(1, ...ANSWERS.map((answer) => counts[answer]));
  for (const answer of ANSWERS) {
    found(slide, `bar="${answer}"`).style.width = `${(80 * counts[answer]) / most}%`;
    found(slide, `count="${answer}"`).textContent = `${counts[answer]}`;
  }
  found(slide, "bars").hidden = !many(counts);
  const line = found(slide, "decided");
  const { yes = "", no = "", none = "", nobody = "" } = line.dataset;
  line.textContent = many(counts) ? { y: yes, n: no, "-": none }[letter] : nobody;
  found(slide, "no-hands").hidden = many(hands) > 0 || !many(phones);
  const part = found(slide, "alone");
  part.hidden = letter === "-";
  fill(part.querySelector("ul"), alone);
  groups(slide, phones?.groups ?? {});
}

/** @param {HTMLElement} slide @param {Groups} by */
function groups(slide, by) {
  const part = found(slide, "groups");
  const list = /** @type {HTMLElement} */ (part.querySelector("ul"));
  part.hidden = !Object.keys(by).length;
  fill(list, Object.entries(by).map(([role, [yes, no, blank]]) => {
    const spread = (list.dataset.spread ?? "").replace("{yes}", `${yes}`).replace("{no}", `${no}`);
    return `${roles[role]}: ${spread.replace("{blank}", `${blank}`)}`;
  }));
}

document.addEventListener("ft-counted", (event) => {
  const told = /** @type {CustomEvent<Counted>} */ (event).detail;
  for (const slide of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll('[data-kind="reveal"]'))) {
    if (slide.dataset.question === told.question) reveal(slide, told);
  }
});
