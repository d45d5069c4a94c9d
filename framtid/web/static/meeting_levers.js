// How the room set the levers: how many chose each level, the path in the middle, and where it leads.
// What has been shown stays in the tab's memory, so that a reload without a network shows it again.
/** @typedef {{many: number, way: string, levers: Record<string, number[]>, groups: Record<string, {many: number, way: string}>}} Spread */
/** @typedef {{way: string, told: string[]}} End */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const part = /** @type {HTMLElement|null} */ (main.querySelector("[data-spread-said]")?.parentElement ?? null);
const known = JSON.parse(main.dataset.meeting ?? "{}");
const KEY = `ft-meeting-levers:${location.search}`;
const AGAIN = 5000;
let again = 0;
/** @type {{spread: Spread|null, ends: Record<string, string[]>}} */
const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '{"spread":null,"ends":{}}');

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(kept));
  } catch {
    // The tab goes on with what it has in mind.
  }
}

/**
 * Where a path leads; asked for once.
 * @param {string} way
 */
async function told(way) {
  if (kept.ends[way]) return kept.ends[way];
  try {
    const answer = await fetch(known.end.replace("{way}", way));
    if (answer.ok) kept.ends[way] = /** @type {End} */ (await answer.json()).told;
    keep();
  } catch {
    // Without a network it is told the next time.
  }
  return kept.ends[way] ?? [];
}

/**
 * @param {string} tag
 * @param {string} text
 * @param {string} [name] its class
 */
function made(tag, text, name = "") {
  const node = document.createElement(tag);
  node.textContent = text;
  node.className = name;
  return node;
}

/** @param {number[]} counts */
function middle(counts) {
  const each = counts.flatMap((many, at) => Array(many).fill(at - 1));
  const two = [each[(each.length - 1) >> 1], each[each.length >> 1]];
  return Math.abs(two[0]) <= Math.abs(two[1]) ? two[0] : two[1];
}

/** @param {[string, number[]]} lever */
function row([name, counts]) {
  const line = document.createElement("tr");
  const title = made("th", known.levers[name]);
  title.setAttribute("scope", "row");
  const cells = counts.map((many, at) => made("td", `${many || ""}`, at - 1 === middle(counts) ? "ft-spread__middle" : ""));
  line.append(title, ...cells);
  return line;
}

async function show() {
  const { spread } = kept;
  if (!part) return;
  const find = (/** @type {string} */ name) => /** @type {HTMLElement} */ (part.querySelector(`[data-spread-${name}]`));
  find("shown").hidden = !spread?.many;
  if (!spread?.many) {
    find("said").textContent = part.dataset.nobody ?? "";
    return;
  }
  find("said").textContent = (part.dataset.many ?? "").replace("{many}", `${spread.many}`);
  part.querySelector("tbody")?.replaceChildren(...Object.entries(spread.levers).map(row));
  find("way").setAttribute("href", known.path.replace("{way}", spread.way));
  const asToday = Object.keys(spread.levers).length ? [] : [part.dataset.asToday ?? ""];
  const ends = await told(spread.way);
  const later = ends.length ? [] : [part.dataset.later ?? ""];
  clearTimeout(again);
  if (!ends.length) again = setTimeout(show, AGAIN);
  find("end").replaceChildren(...[...asToday, ...ends, ...later].map((line) => made("li", line)));
  const groups = Object.entries(spread.groups);
  const lines = await Promise.all(groups.map(async ([role, { many, way }]) => {
    const name = (part.dataset.group ?? "").replace("{role}", known.roles[role]).replace("{many}", `${many}`);
    return [made("dt", name), made("dd", (await told(way))[0] ?? "")];
  }));
  find("groups").hidden = !groups.length;
  find("groups").querySelector("dl")?.replaceChildren(...lines.flat());
}

document.addEventListener("ft-room", (event) => {
  const { spread } = /** @type {CustomEvent} */ (event).detail;
  if (!spread || JSON.stringify(spread) === JSON.stringify(kept.spread)) return;
  kept.spread = spread;
  keep();
  show();
});
document.addEventListener("ft-anew", () => {
  kept.spread = null;
  keep();
  show();
});
show();
