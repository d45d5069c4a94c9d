// What somebody in the room wants to add, about what the phone shows now. Sent again it is still one.
const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-comment]"));
const page = /** @type {HTMLElement} */ (document.querySelector("[data-phone]"));
const words = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const { rooms } = JSON.parse(page.dataset.phone ?? "{}");
const address = `${rooms}/${location.pathname.split("/").pop()}/comments`;
let key = drawn();

function drawn() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(16).padStart(8, "0")).join("");
}

form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text) return;
  const shown = /** @type {HTMLElement|null} */ (page.querySelector("[data-question]:not([hidden])"));
  const council = page.querySelector("[data-case]:not([hidden])") && "councils";
  const body = JSON.stringify({ key, step: shown?.dataset.question ?? council ?? "lobby", text });
  try {
    const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body });
    if (!answer.ok) throw new Error(`${answer.status}`);
    said.textContent = form.dataset.sent ?? "";
    words.value = "";
    key = drawn();
  } catch {
    said.textContent = form.dataset.failed ?? "";
  }
});
form.hidden = false;
