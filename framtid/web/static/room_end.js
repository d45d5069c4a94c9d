// The two ends of a meeting on a phone: that it has joined is told once, and at last it has the link that the wall shows.
const page = /** @type {HTMLElement} */ (document.querySelector("[data-phone]"));
const ended = /** @type {HTMLElement} */ (page.querySelector("[data-ended]"));
const waiting = /** @type {HTMLElement} */ (page.querySelector("[data-waiting]"));
const link = /** @type {HTMLAnchorElement} */ (ended.querySelector("[data-result]"));
const { path, rooms } = JSON.parse(page.dataset.phone ?? "{}");

let joined = "";

/** The same phone that joins again is one. @param {string} voter */
async function join(voter) {
  joined = voter;
  const body = JSON.stringify({ voter, answer: "here", turn: 0 });
  const headers = { "content-type": "application/json" };
  const here = `${rooms}/${location.pathname.split("/").pop()}/ballots/here`;
  const answer = await fetch(here, { method: "PUT", headers, body }).catch(() => undefined);
  if (!answer?.ok) joined = ""; // told again with the next state
}

document.addEventListener("ft-state", (event) => {
  const { kind, way, voter } = /** @type {CustomEvent<{kind: string, way: string, voter: string}>} */ (event).detail;
  if (!joined) join(voter);
  ended.hidden = !["path", "closing"].includes(kind);
  if (!ended.hidden) waiting.hidden = true;
  link.href = path.replace("{way}", way);
  /** @type {HTMLElement} */ (link.parentElement).hidden = !way;
});

document.addEventListener("ft-closed", () => {
  for (const part of [ended, waiting, ...page.querySelectorAll("[data-lively], [data-question], [data-case]")]) {
    part.toggleAttribute("hidden", true);
  }
});
