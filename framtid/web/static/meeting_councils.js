// Four councils on the wall: the game in a frame of our own, each case voted on by the phones, the majority played.
// Without phones the game is played in the frame as it is.
/** @typedef {{yes: number, no: number, blank: number}} Counts */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const part = /** @type {HTMLElement|null} */ (main.querySelector("[data-councils]"));
const KEY = `ft-meeting-councils:${location.search}`;
const OFTEN = 400;

/**
 * @param {HTMLElement} board
 * @param {HTMLElement} slide
 */
function play(board, slide) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (board.querySelector(`[data-council-${name}]`));
  const frame = /** @type {HTMLIFrameElement} */ (find("frame"));
  const [said, show, act] = [find("said"), find("show"), find("play")];
  const bars = /** @type {HTMLElement} */ (board.querySelector("[data-bars]"));
  let at = "";
  let game = "";
  /** The game that another machine has led to: who follows it tells the room nothing of it. */
  let followed = "";
  /** @type {{asked: string|null, answered: number, tallies: Record<string, Counts>}} */
  let room = { asked: null, answered: 0, tallies: {} };

  /** The case that the game is at: `0.tillit`; empty where it is at none. */
  function here() {
    const asked = /** @type {HTMLElement|null|undefined} */ (frame.contentDocument?.querySelector("[data-case][data-number]"));
    return asked ? `${asked.dataset.number}.${asked.dataset.case}` : "";
  }

  /** @param {boolean} shown */
  function tell(shown) {
    document.dispatchEvent(new CustomEvent("ft-council", { detail: { council: at, game, shown } }));
  }

  /** @param {Counts} tally */
  function majority({ yes, no }) {
    const wished = yes > no;
    const open = frame.contentDocument?.querySelector("[data-favoured]") !== null;
    const { tie = "", shut = "", nobody = "" } = board.dataset;
    const words = yes === no ? (yes ? tie : nobody) : wished && !open ? shut : ((wished ? board.dataset.yes : board.dataset.no) ?? "");
    return { words, link: wished && open ? "[data-favoured]" : "[data-refused]" };
  }

  function draw() {
    const tally = room.tallies[at];
    show.hidden = !at || Boolean(tally);
    act.hidden = !at || !tally;
    bars.hidden = !tally;
    if (!at) said.textContent = (navigator.onLine ? board.dataset.waiting : board.dataset.alone) ?? "";
    else if (tally) said.textContent = majority(tally).words;
    else said.textContent = (board.dataset.many ?? "").replace("{count}", `${room.asked === at ? room.answered : 0}`);
    const most = Math.max(1, ...Object.values(tally ?? {}).filter(Number.isFinite));
    for (const answer of /** @type {(keyof Counts)[]} */ (["yes", "no", "blank"])) {
      /** @type {HTMLElement} */ (bars.querySelector(`[data-bar="${answer}"]`)).style.width = `${(60 * (tally?.[answer] ?? 0)) / most}%`;
      /** @type {HTMLElement} */ (bars.querySelector(`[data-count="${answer}"]`)).textContent = `${tally?.[answer] ?? 0}`;
    }
  }

  function look() {
    if (!slide.classList.contains("ft-slide--shown") || !frame.contentWindow || !frame.contentDocument?.body) return;
    for (const one of frame.contentDocument.querySelectorAll(".ft-page > header, .ft-page > footer")) {
      /** @type {HTMLElement} */ (one).hidden = true;
    }
    frame.contentDocument.documentElement.style.fontSize = "140%"; // read from the back row
    const now = here();
    const played = new URLSearchParams(frame.contentWindow.location.search).get("spill") ?? game;
    if (now === at && played === game) return;
    [at, game] = [now, played];
    const { search } = frame.contentWindow.location;
    sessionStorage.setItem(KEY, search);
    if (at) document.dispatchEvent(new CustomEvent("ft-ahead", { detail: { frame: frame.contentWindow, address: board.dataset.councils + search } }));
    if (game !== followed) tell(false);
    draw();
  }

  /** @param {string} to a game that another machine has played on */
  function follow(to) {
    followed = to;
    const search = `${board.dataset.begin}&spill=${to}`;
    if (to === game || frame.hidden) return; // without a network what is remembered here goes on, and opens its own
    sessionStorage.setItem(KEY, search);
    if (frame.src) frame.contentWindow?.location.replace(`${board.dataset.below}${search}`);
  }

  show.addEventListener("click", () => tell(true));
  act.addEventListener("click", () => {
    const tally = room.tallies[at];
    const link = tally && /** @type {HTMLElement|null|undefined} */ (frame.contentDocument?.querySelector(majority(tally).link));
    link?.click();
  });
  document.addEventListener("ft-room", (event) => {
    const told = /** @type {CustomEvent} */ (event).detail;
    room = told;
    draw();
  });
  document.addEventListener("ft-game-led", (event) => follow(/** @type {CustomEvent<string>} */ (event).detail));
  // The game is dear to draw, and is asked for when the meeting has come to it.
  function open() {
    if (!frame.src && slide.classList.contains("ft-slide--shown")) frame.src = board.dataset.below + (sessionStorage.getItem(KEY) ?? board.dataset.begin ?? "");
  }
  document.addEventListener("ft-slide", open);
  document.addEventListener("ft-anew", () => {
    sessionStorage.removeItem(KEY);
    frame.removeAttribute("src"); // opened when it is shown: a game that is not seen has no size to change from
    [at, game, followed] = ["", "", ""];
    room = { asked: null, answered: 0, tallies: {} };
    draw();
    open();
  });
  open();
  setInterval(look, OFTEN);
  draw();
}

if (part) play(part, /** @type {HTMLElement} */ (part.closest(".ft-slide")));
