// Follows a point of the causal map all the way, by pointer and keyboard: what lies behind, what it leads to, and rings.
// Without script a point is a link to the page where the same is lit.
/** @typedef {{nodes: string, links: string, steps: string[], said: string}} Chain A letter of state for each node, a capital for what gives less, and for each link. */

const map = document.querySelector(".ft-map");
/** @type {Map<string, SVGAElement>} */
const nodes = new Map();
for (const node of /** @type {NodeListOf<SVGAElement>} */ (document.querySelectorAll("[data-node]"))) {
  nodes.set(node.dataset.node ?? "", node);
}
const threads = /** @type {NodeListOf<SVGGElement>} */ (document.querySelectorAll("[data-start]"));
const said = /** @type {HTMLElement} */ (document.querySelector(".ft-map-said"));
const STATES = ["chosen", "behind", "onward", "ring", "aside"];
/** @param {string} letter The first of a state; empty for none. */
const stateOf = (letter) => (letter && STATES.find((each) => each.startsWith(letter.toLowerCase()))) || "";
let shown = document.querySelector("[data-node].ft-is-chosen")?.getAttribute("data-node") ?? "";
let kept = shown;
/** @type {{from: string, to: string}} The arrow's last step, so that the opposite arrow goes back. */
let step = { from: "", to: "" };

/** @type {{nodes: string[], links: string[], chains: Record<string, Chain>}} */
const told = JSON.parse(document.getElementById("kjeder")?.textContent ?? "{}");

/** @param {Element} element @param {string} state */
function mark(element, state) {
  for (const each of STATES) element.classList.toggle(`ft-is-${each}`, each === state);
}

/** @param {string} name The point to follow; empty for none. */
function light(name) {
  if (name === shown) return;
  shown = name;
  const chain = name ? told.chains[name] : null;
  told.nodes.forEach((at, place) => {
    const node = nodes.get(at);
    const letter = chain?.nodes.charAt(place) ?? "";
    if (node) mark(node, stateOf(letter));
    node?.classList.toggle("ft-gives-less", letter !== letter.toLowerCase());
    const words = map?.querySelector(`[data-step="${at}"]`);
    if (words) words.textContent = chain?.steps[place] ?? "";
  });
  for (const thread of threads) {
    const place = told.links.indexOf(`${thread.dataset.start} ${thread.dataset.end}`);
    mark(thread, chain ? stateOf(chain.links.charAt(place)) : "");
  }
  said.textContent = chain ? chain.said : (said.dataset.whole ?? "");
}

/** @param {string} name @param {string} key @returns {string | undefined} The point an arrow leads to. */
function toward(name, key) {
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const [here, there] = key === "ArrowLeft" ? ["end", "start"] : ["start", "end"];
    const next = [...threads].filter((each) => each.dataset[here] === name);
    if (step.to === name && next.some((each) => each.dataset[there] === step.from)) return step.from;
    const first = next.find((each) => each.classList.contains("ft-thread--more")) ?? next[0];
    return first?.dataset[there];
  }
  const kind = /ft-node--\w+/.exec(nodes.get(name)?.getAttribute("class") ?? "")?.[0] ?? "";
  const column = [...nodes].filter(([, node]) => node.classList.contains(kind)).map(([each]) => each);
  return column[column.indexOf(name) + (key === "ArrowUp" ? -1 : 1)];
}

for (const [name, node] of nodes) {
  node.addEventListener("pointerenter", () => light(name));
  node.addEventListener("focus", () => light(name));
  node.addEventListener("pointerleave", () => light(kept));
  node.addEventListener("blur", () => light(kept));
  node.addEventListener("keydown", (event) => {
    if (!event.key.startsWith("Arrow") || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    const to = toward(name, event.key) ?? "";
    if (!nodes.has(to)) return;
    step = { from: name, to };
    nodes.get(to)?.focus();
  });
}
document.addEventListener("keydown", (event) => {
  if (event.key !== "Escape" || !shown) return;
  kept = "";
  light("");
});
map?.querySelector(".ft-map-keys")?.removeAttribute("hidden");
