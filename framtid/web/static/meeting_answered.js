// How many have joined, and how many have answered what is asked: numbers alone, and nothing of what they said.
const wall = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const joined = /** @type {HTMLElement} */ (wall.querySelector("[data-room-joined]"));
const lines = /** @type {HTMLElement[]} */ ([...wall.querySelectorAll("[data-answered]")]);

document.addEventListener("ft-room", (event) => {
  const state = /** @type {CustomEvent<{asked: string|null, answered: number, joined: number}>} */ (event).detail;
  joined.textContent = (joined.dataset.roomJoined ?? "").replace("{count}", `${state.joined}`);
  for (const line of lines) {
    line.hidden = line.closest(".ft-slide")?.getAttribute("data-question") !== state.asked;
    if (!line.hidden) line.textContent = (line.dataset.answered ?? "").replace("{count}", `${state.answered}`);
  }
});
document.addEventListener("ft-anew", () => {
  for (const line of lines) line.hidden = true;
  joined.textContent = "";
});
