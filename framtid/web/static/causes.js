// Follows a point of the causal map all the way, by pointer and keyboard: what lies behind, what it leads to, and rings.
// Without script a point is a link to the page where the same is lit.
/** @typedef {{behind: Record<string, number>, onward: Record<string, number>, ring: string[], around: string[], said: string}} Chain */

const map = document.querySelector(".ft-map");
/** @type {Map<string, SVGAElement>} */
const nodes = new Map();
for (const node of /** @type {NodeListOf<SVGAElement>} */ (document.querySelectorAll("[data-node]"))) {
  nodes.set(node.dataset.node ?? "", node);
}
const threads = /** @type {NodeListOf<SVGGElement>} */ (document.querySelectorAll("[data-start]"));
const said = /** @type {HTMLElement} */ (document.querySelector(".ft-map-said"));
const STATES = ["chosen", "behind", "onward", "ring", "aside"];
let shown = document.querySelector("[data-node].ft-is-chosen")?.getAttribute("data-node") ?? "";
let kept = shown;
/** @type {{from: string, to: string}} The arrow's last step, so that the opposite arrow goes back. */
let step = { from: "", to: "" };

/** @param {string} name @returns {Chain} */
const chainOf = (name) => JSON.parse(nodes.get(name)?.dataset.chain ?? "{}");

/** @param {Element} element @param {string} state */
function mark(element, state) {
  for (const each of STATES) element.classList.toggle(`ft-is-${each}`, each === state);
}

/** @param {string} name @param {string} at @param {Chain} chain @returns {[string, string]} */
function standing(name, at, chain) {
  if (at === name) return ["chosen", ""];
  if (chain.ring.includes(at)) return ["ring", "↻"];
  if (at in chain.behind) return ["behind", `← ${chain.behind[at]}`];
  return at in chain.onward ? ["onward", `→ ${chain.onward[at]}`] : ["aside", ""];
}

/** @param {string} name @param {SVGGElement} thread @param {Chain} chain */
function threadState(name, thread, { behind, onward, around }) {
  const { start = "", end = "" } = thread.dataset;
  const more = thread.classList.contains("ft-thread--more");
  if (around.includes(`${start} ${end}`)) return "ring";
  if (end === name || (more && end in behind && behind[start] === behind[end] + 1)) return "behind";
  if (start === name || (more && start in onward && onward[end] === onward[start] + 1)) return "onward";
  return "aside";
}

/** @param {string} name The point to follow; empty for none. */
function light(name) {
  if (name === shown) return;
  shown = name;
  const chain = name ? chainOf(name) : null;
  for (const [at, node] of nodes) {
    const [state, step] = chain ? standing(name, at, chain) : ["", ""];
    mark(node, state);
    const words = map?.querySelector(`[data-step="${at}"]`);
    if (words) words.textContent = step;
  }
  for (const thread of threads) mark(thread, chain ? threadState(name, thread, chain) : "");
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
