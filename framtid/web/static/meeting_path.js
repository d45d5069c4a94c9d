// Where the answers lead, on the screens that tell it: what was chosen, its 2040, the link to share, the protocol.
/** @typedef {{letters: string, way: string, told: string[], said: string, raised: string, grouped: string, apart: string, middle: string, many: number, game: string}} Led */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const known = /** @type {{dilemmas: string[], path: string, protocol: string, picture: string}} */ (
  JSON.parse(main.dataset.meeting ?? "{}")
);
const result = /** @type {HTMLElement} */ (main.querySelector("[data-result]"));
const picture = /** @type {HTMLImageElement} */ (result.querySelector("img"));
const copy = /** @type {HTMLButtonElement} */ (result.querySelector("button"));
let joined = 0;
let shared = "";

/** @param {string} letters */
function chosen(letters) {
  for (const [at, name] of known.dilemmas.entries()) {
    const said = main.querySelector(`[data-chosen] [data-of="${name}"] b`);
    if (!(said instanceof HTMLElement)) continue;
    const { yes = "", no = "", none = "" } = said.dataset;
    said.textContent = { y: yes, n: no, "-": none }[letters[at]] ?? "";
  }
}

/** @param {Led} led */
function protocol({ said, raised, grouped, apart, middle, many, game }) {
  for (const link of main.querySelectorAll("a[data-protocol]")) {
    const form = link.getAttribute("data-protocol") ?? "";
    link.setAttribute("href", known.protocol.replace("{form}", form).replace("{said}", said).replace("{raised}", raised).replace("{grouped}", grouped)
      .replace("{middle}", middle).replace("{many}", `${many}`).replace("{apart}", apart).replace("{game}", game).replace("{joined}", `${joined}`));
  }
}

// The picture is asked for when it is to be seen, so that a meeting that is under way asks for none.
function draw() {
  const at = /** @type {HTMLElement} */ (result.closest(".ft-slide"));
  const wanted = known.picture.replace("{way}", shared);
  if (at.classList.contains("ft-slide--shown") && picture.getAttribute("src") !== wanted) picture.src = wanted;
}

/** @type {Led|null} */
let last = null;

document.addEventListener("ft-led", (event) => {
  last = /** @type {CustomEvent<Led>} */ (event).detail;
  chosen(last.letters);
  if (last.said || last.many || last.game) leave(false);
  shared = last.way;
  const lines = last.told.map((line) => Object.assign(document.createElement("li"), { textContent: line }));
  main.querySelector("[data-end]")?.replaceChildren(...lines);
  for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (main.querySelectorAll("a[data-way], a[data-along]"))) {
    link.setAttribute("href", (link.dataset.along ?? known.path).replace("{way}", last.way));
  }
  protocol(last);
  draw();
});

document.addEventListener("ft-room", (event) => {
  joined = /** @type {CustomEvent<{joined: number}>} */ (event).detail.joined;
  if (last) protocol(last);
});
// What a room that is deleted came to is told by the files and the link that were saved: the wall has none of it left.
document.addEventListener("ft-anew", (event) => {
  joined = 0;
  leave(/** @type {CustomEvent<boolean>} */ (event).detail === true);
});

/** @param {boolean} gone */
function leave(gone) {
  for (const part of main.querySelectorAll("[data-of-room]")) part.toggleAttribute("hidden", gone);
}

copy.addEventListener("click", async () => {
  await navigator.clipboard.writeText(new URL(known.path.replace("{way}", shared), location.href).href);
  const said = /** @type {HTMLElement} */ (main.querySelector("[data-room-said]"));
  said.textContent = copy.dataset.done ?? "";
});
picture.addEventListener("load", () => { picture.hidden = false; });
picture.addEventListener("error", () => { picture.hidden = true; }); // no network: the link stands
copy.hidden = !navigator.clipboard;
