// What somebody in the room wants to add, about what the phone shows now. Sent again it is still one.
// What did not come through is kept in the tab and sent again until it does.
/** @typedef {{key: string, step: string, text: string}} Said */
const form = /** @type {HTMLFormElement} */ (document.querySelector("[data-comment]"));
const page = /** @type {HTMLElement} */ (document.querySelector("[data-phone]"));
const words = /** @type {HTMLTextAreaElement} */ (form.querySelector("textarea"));
const said = /** @type {HTMLElement} */ (form.querySelector("[role=status]"));
const { rooms } = JSON.parse(page.dataset.phone ?? "{}");
const code = location.pathname.split("/").pop();
const address = `${rooms}/${code}/comments`;
const KEY = `ft-room-comments:${code}`;
const [AGAIN, BUSY] = [2000, 429];
/** @type {Said[]} */
const waiting = JSON.parse(sessionStorage.getItem(KEY) ?? "[]");
let sending = false;

function drawn() {
  const numbers = crypto.getRandomValues(new Uint32Array(4));
  return [...numbers].map((number) => number.toString(16).padStart(8, "0")).join("");
}

function keep() {
  try {
    sessionStorage.setItem(KEY, JSON.stringify(waiting));
  } catch {
    // The tab goes on with what it has in mind.
  }
}

/** @param {Said} one */
async function post(one) {
  const answer = await fetch(address, { method: "POST", headers: { "content-type": "application/json" }, body: JSON.stringify(one) });
  const refused = answer.status >= 400 && answer.status < 500 && answer.status !== BUSY;
  if (!answer.ok && !refused) throw new Error(`${answer.status}`);
  if (refused) words.value ||= one.text; // who wrote it has it still
  said.textContent = (refused ? form.dataset.failed : form.dataset.sent) ?? "";
}

async function send() {
  if (sending) return;
  sending = true;
  try {
    while (waiting.length) {
      await post(waiting[0]);
      waiting.shift();
      keep();
    }
  } catch {
    said.textContent = form.dataset.retry ?? "";
    setTimeout(send, AGAIN);
  } finally {
    sending = false;
  }
}

form.addEventListener("submit", (event) => {
  event.preventDefault();
  const text = words.value.trim();
  if (!text) return;
  const shown = /** @type {HTMLElement|null} */ (page.querySelector("[data-question]:not([hidden])"));
  const council = page.querySelector("[data-case]:not([hidden])") && "councils";
  waiting.push({ key: drawn(), step: shown?.dataset.question ?? council ?? "lobby", text });
  words.value = "";
  keep();
  send();
});
document.addEventListener("ft-closed", () => { waiting.length = 0; keep(); });
form.hidden = false;
send();
