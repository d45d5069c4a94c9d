// Councils without a network: what each can be asked is laid by when the wall opens, and the room decides from that.
// The figures of the years are told as far as they are laid by (meeting_years.js); when the network is back, the game
// opens as it was played.
/** @typedef {{title: string, question: string, favour: string, against: string, price: string}} Asked */
/** @typedef {{begins: string, councils: number, steps: [string, number, number][], asked: Record<string, Asked>}} Ahead */
const board = /** @type {HTMLElement|null} */ (document.querySelector("[data-council-ahead]"));
const KEY = `ft-meeting-councils:${location.search}`;
const MINE = `ft-meeting-memory:${location.search}`;
const NAME = "framtid-mote";
const OFTEN = 400;
/** Looks from one try to the next to open the game that a lost network has shut. */
const AGAIN = 5;
const CLOSES = ".";
const NOWHERE = -1;

/**
 * Where a game stands; nothing where it is none of these years.
 * @param {Ahead} ahead @param {string} code
 */
function walked({ begins, steps }, code) {
  if (code !== begins && !code.startsWith(`${begins}-`)) return null;
  let at = 0;
  for (const [said, letters, answer] of code.slice(begins.length + 1).matchAll(/\.|([a-z]{2})([jn])/g)) {
    const step = steps[at];
    if (step?.[0] !== (said === CLOSES ? said : letters)) return null;
    at = step[answer === "j" ? 1 : 2];
  }
  return at;
}

/** @param {HTMLElement} board */
function remember(board) {
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (board.querySelector(`[data-memory-${name}]`));
  const [part, offer, yes, no] = ["part", "offer", "yes", "no"].map(find);
  const frame = /** @type {HTMLIFrameElement} */ (board.querySelector("[data-council-frame]"));
  const address = board.dataset.councilAhead ?? "";
  /** @type {Ahead|null} */
  let ahead = null;
  let code = sessionStorage.getItem(MINE) ?? "";
  let open = false;
  let looks = 0;

  /** @param {string} asked what the years of are asked for; another's that are laid by stand until then */
  async function learn(asked) {
    try {
      const answer = await fetch(asked);
      if (!answer.ok) return;
      if (navigator.onLine && document.documentElement.dataset.offline) await (await caches.open(NAME)).put(asked, answer.clone());
      ahead = await answer.json();
    } catch {
      // Then what is known stands, and else the game waits for the network.
    }
  }

  const played = () => new URLSearchParams(sessionStorage.getItem(KEY) ?? "").get("spill") ?? "";
  const game = () => (code.length > played().length && code.startsWith(played()) ? code : played()) || (ahead?.begins ?? "");
  const inFrame = () => frame.contentDocument?.querySelector("#spillet");

  /** Whether the council that sits was laid by before the network was lost: then the game itself goes on. */
  function laidAhead() {
    const { search } = new URL(document.documentElement.dataset.ahead ?? "", location.origin);
    const from = new URLSearchParams(search).get("spill") ?? "";
    return from !== "" && played().startsWith(from) && !played().slice(from.length).includes(CLOSES);
  }

  function draw() {
    if (!ahead) return;
    let at = walked(ahead, code) ?? NOWHERE;
    while (at !== NOWHERE && ahead.steps[at][0] === CLOSES) {
      code += CLOSES;
      at = ahead.steps[at][1];
    }
    const [letters, favoured] = ahead.steps[at] ?? ["", NOWHERE];
    const asked = ahead.asked[letters];
    const number = code.split(CLOSES).length;
    find("number").textContent = asked ? (board.dataset.number ?? "").replace("{number}", `${number}`).replace("{of}", `${ahead.councils}`) : "";
    find("title").textContent = asked?.title ?? board.dataset.decided ?? "";
    for (const name of /** @type {const} */ (["question", "favour", "against", "price"])) find(name).textContent = asked?.[name] ?? "";
    find("sides").hidden = !asked;
    find("shut").hidden = !asked || favoured !== NOWHERE;
    yes.hidden = !asked || favoured === NOWHERE;
    no.hidden = !asked;
    sessionStorage.setItem(MINE, code);
    document.dispatchEvent(new CustomEvent("ft-decided", { detail: code }));
    document.dispatchEvent(new CustomEvent("ft-council", { detail: { council: "", game: code, shown: false } }));
  }

  /** @param {boolean} shown */
  function turn(shown) {
    open = shown;
    part.hidden = !shown;
    frame.hidden = shown;
    board.querySelector("[data-council-said]")?.toggleAttribute("hidden", shown); // that is the game's, which is shut
    find("later").hidden = !shown;
    find("years").hidden = true; // told when a council has decided
  }

  /** @param {string} said */
  function answer(said) {
    const at = ahead && walked(ahead, code);
    if (!ahead || at === null) return;
    code += `${code === ahead.begins ? "-" : ""}${ahead.steps[at][0]}${said}`;
    draw();
  }

  function look() {
    const at = ahead && !navigator.onLine ? walked(ahead, game()) : null;
    const stuck = inFrame()?.getAttribute("data-part") !== "case" || !laidAhead();
    looks += 1;
    const shut = frame.src && !frame.hidden && frame.contentDocument === null; // a page of the browser's own
    if (shut && navigator.onLine && looks % AGAIN === 0) frame.src = String(frame.src);
    offer.hidden = open || at === null || at === NOWHERE || !frame.src || !stuck;
  }

  function begin() {
    code = game();
    turn(true);
    draw();
  }

  function back() {
    if (!open) return;
    const { searchParams } = new URL(address, location.href);
    searchParams.set("spill", code);
    sessionStorage.removeItem(MINE);
    sessionStorage.setItem(KEY, `?${searchParams}`);
    turn(false);
    frame.src = `${board.dataset.below ?? ""}?${searchParams}`;
  }

  offer.addEventListener("click", begin);
  yes.addEventListener("click", () => answer("j"));
  no.addEventListener("click", () => answer("n"));
  addEventListener("online", back);
  document.addEventListener("ft-anew", () => {
    sessionStorage.removeItem(MINE);
    code = "";
    turn(false);
  });
  document.addEventListener("ft-ahead", (event) => {
    const { search } = new URL(/** @type {CustomEvent} */ (event).detail.address, location.href);
    const seed = (new URLSearchParams(search).get("spill") ?? "").split("-").slice(0, 2).join("-");
    if (seed && seed !== ahead?.begins) learn(`${address}&spill=${seed}`);
  });
  const years = game().split("-").slice(0, 2).join("-");
  learn(years ? `${address}&spill=${years}` : address).then(() => { if (!ahead) learn(address); });
  setInterval(look, OFTEN);
}

if (board) remember(board);
