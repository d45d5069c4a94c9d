// What the years come to after each council, however the game is played: laid by while there is a network.
/** @typedef {{begins: string, until: number[], figures: [string, string][], years: Record<string, string[]>}} Years */
const board = /** @type {HTMLElement|null} */ (document.querySelector("[data-council-years]"));
const PLAYED = `ft-meeting-councils:${location.search}`;
const MINE = `ft-meeting-years:${location.search}`;
const NAME = "framtid-mote";
const CLOSES = ".";
/** Milliseconds until a busy server is asked again. */
const LATER = 60_000;

/** @param {HTMLElement} board */
function tellYears(board) {
  const list = /** @type {HTMLElement} */ (board.querySelector("[data-memory-years]"));
  const address = board.dataset.councilYears ?? "";
  /** @type {Years} */
  const known = { begins: "", until: [], figures: [], years: {} };
  const asked = new Set();

  /** The game as nobody has played it yet: all that can follow is asked for once. @param {string} code */
  const begun = (code) => code.split("-").slice(0, 2).join("-");

  /** @param {string} code */
  async function learn(code) {
    const game = begun(code);
    const wanted = game ? `${address}&spill=${game}` : address;
    if (asked.has(game)) return;
    asked.add(game);
    try {
      const answer = await fetch(wanted);
      if (!answer.ok) throw new Error(`${answer.status}`);
      if (navigator.onLine && document.documentElement.dataset.offline) await (await caches.open(NAME)).put(wanted, answer.clone());
      const told = /** @type {Years} */ (await answer.json());
      Object.assign(known, told, { years: { ...known.years, ...told.years } });
      asked.add(told.begins);
      board.dataset.yearsOf = told.begins;
      sessionStorage.setItem(MINE, game);
    } catch {
      asked.delete(game); // then the years wait for the network, or for their turn among many walls
      if (navigator.onLine) setTimeout(learn, LATER, code);
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
  const remembered = sessionStorage.getItem(MINE); // after a reload it is read from what is laid by
  if (!navigator.onLine && remembered !== null) learn(remembered);
  document.addEventListener("ft-laid-by", () => learn(new URLSearchParams(sessionStorage.getItem(PLAYED) ?? "").get("spill") ?? ""));
}

if (board) tellYears(board);
