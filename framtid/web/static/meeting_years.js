// What the years come to after each council, laid by while there is a network: those that can be reached soonest.
// From the beginning that is three councils; when the first has sat it is all of them.
/** @typedef {{until: number[], figures: [string, string][], years: Record<string, string[]>}} Years */
const board = /** @type {HTMLElement|null} */ (document.querySelector("[data-council-years]"));
const PLAYED = `ft-meeting-councils:${location.search}`;
const MINE = `ft-meeting-years:${location.search}`;
const NAME = "framtid-mote";
const CLOSES = ".";

/** @param {HTMLElement} board */
function tellYears(board) {
  const list = /** @type {HTMLElement} */ (board.querySelector("[data-memory-years]"));
  const address = board.dataset.councilYears ?? "";
  /** @type {Years} */
  const known = { until: [], figures: [], years: {} };
  const asked = new Set();

  /** The part of a game whose councils have sat: what follows is asked for once for each. @param {string} code */
  function sat(code) {
    const closed = code.lastIndexOf(CLOSES);
    return closed < 0 ? code.split("-").slice(0, 2).join("-") : code.slice(0, closed + 1);
  }

  /** What was fetched is asked for again after a reload, from what is laid by. @returns {string[]} */
  function remembered() {
    return JSON.parse(sessionStorage.getItem(MINE) ?? "[]");
  }

  /** @param {string} code */
  async function learn(code) {
    const wanted = code ? `${address}&spill=${sat(code)}` : address;
    if (asked.has(wanted)) return;
    asked.add(wanted);
    try {
      const answer = await fetch(wanted);
      if (!answer.ok) throw new Error(`${answer.status}`);
      if (navigator.onLine && document.documentElement.dataset.offline) await (await caches.open(NAME)).put(wanted, answer.clone());
      const { until, figures, years } = /** @type {Years} */ (await answer.json());
      Object.assign(known, { until, figures });
      Object.assign(known.years, years);
      board.dataset.yearsOf = sat(code);
      sessionStorage.setItem(MINE, JSON.stringify([...new Set([...remembered(), code && sat(code)])]));
    } catch {
      asked.delete(wanted); // then the years wait for the network
    }
  }

  /** @param {string} code of the game, with all that is decided so far */
  function draw(code) {
    const councils = code.split(CLOSES);
    const lines = councils.slice(0, -1).map((_, at) => {
      const told = known.years[councils.slice(0, at + 1).join(CLOSES)];
      if (!told) return (board.dataset.yearsLater ?? "").replace("{year}", `${known.until[at] ?? ""}`);
      const said = known.figures.map(([name, unit], number) => `${name}: ${told[number]} ${unit}`).join(" · ");
      return (board.dataset.yearsTold ?? "").replace("{year}", `${known.until[at]}`).replace("{figures}", said);
    });
    const items = lines.slice(-1).filter(Boolean);
    list.replaceChildren(...items.map((line) => Object.assign(document.createElement("li"), { textContent: line })));
    list.hidden = !items.length;
  }

  document.addEventListener("ft-decided", (event) => {
    const code = /** @type {CustomEvent<string>} */ (event).detail;
    draw(code);
    learn(code).then(() => draw(code));
  });
  document.addEventListener("ft-ahead", (event) => {
    const { search } = new URL(/** @type {CustomEvent} */ (event).detail.address, location.href);
    learn(new URLSearchParams(search).get("spill") ?? "");
  });
  document.addEventListener("ft-anew", () => sessionStorage.removeItem(MINE));
  if (!navigator.onLine) for (const code of remembered()) learn(code);
  document.addEventListener("ft-laid-by", () => learn(new URLSearchParams(sessionStorage.getItem(PLAYED) ?? "").get("spill") ?? ""));
}

if (board) tellYears(board);
