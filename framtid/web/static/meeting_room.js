// The room that phones answer in: opened here, told where the meeting is, and listened to.
// Whatever is sent may be sent again: the room takes it once. Without a network the meeting goes on.
/** @typedef {{code: string, secret: string}} Room */
/** @typedef {{at: number, turn: number, revealed: string[]}} Where */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const known = /** @type {{place: string, length: number, dilemmas: string[], rooms: string, join: string}} */ (
  JSON.parse(main.dataset.meeting ?? "{}")
);
const KEY = `ft-meeting-room:${location.search}`;
const AGAIN = 3000;
const lost = /** @type {HTMLElement} */ (document.querySelector(".ft-lost"));
const opening = /** @type {HTMLButtonElement} */ (main.querySelector("[data-room-open]"));
/** @type {Room|null} */
let room = arrived() ?? JSON.parse(sessionStorage.getItem(KEY) ?? "null");
/** @type {Where|null} */
let unsent = null;
/** @type {EventSource|null} */
let stream = null;
let sending = false;

/**
 * A facilitator's own link ends with `#nokkel=CODE.SECRET`; it is taken out of the address at once.
 * @returns {Room|null}
 */
function arrived() {
  const [, code, secret] = /^#nokkel=([^.]+)\.(.+)$/.exec(location.hash) ?? [];
  if (!code) return null;
  if (JSON.parse(sessionStorage.getItem(KEY) ?? "null")?.code !== code) {
    addEventListener("DOMContentLoaded", () => document.dispatchEvent(new CustomEvent("ft-anew")));
  }
  history.replaceState(null, "", location.pathname + location.search);
  sessionStorage.setItem(KEY, JSON.stringify({ code, secret }));
  return { code, secret };
}

/**
 * @param {string} path
 * @param {string} method
 * @param {object} [body]
 */
function ask(path, method, body) {
  const headers = { "content-type": "application/json", authorization: `Bearer ${room?.secret}` };
  return fetch(known.rooms + path, { method, headers, body: body && JSON.stringify(body) });
}

/** @param {string} words */
function say(words) {
  for (const line of main.querySelectorAll("[data-room-said]")) line.textContent = words;
}

/** @param {boolean} away */
function tellLost(away) {
  lost.textContent = away ? (lost.dataset.lost ?? "") : "";
  document.dispatchEvent(new CustomEvent("ft-away", { detail: away }));
}

/** @param {any} state */
function hear(state) {
  tellLost(false);
  document.dispatchEvent(new CustomEvent("ft-room", { detail: state }));
}

async function send() {
  if (!room || !unsent || sending) return;
  sending = true;
  const now = unsent;
  try {
    const answer = await ask(`/${room.code}/session`, "PUT", now);
    if (answer.ok || answer.status < 500) {
      if (unsent === now) unsent = null;
      if (answer.ok) hear(await answer.json());
    } else throw new Error(`${answer.status}`);
  } catch {
    tellLost(true);
    setTimeout(send, AGAIN);
  } finally {
    sending = false;
  }
  if (unsent && unsent !== now) send();
}

function listen() {
  stream?.close();
  if (!room) return;
  stream = new EventSource(`${known.rooms}/${room.code}/events`);
  stream.addEventListener("message", (event) => hear(JSON.parse(event.data)));
  stream.addEventListener("error", () => setTimeout(look, AGAIN));
}

// Where streams do not come through, the state is asked for instead.
async function look() {
  if (!room) return;
  try {
    const answer = await fetch(`${known.rooms}/${room.code}`);
    if (answer.ok) hear(await answer.json());
    if (answer.status === 404) return;
  } catch {
    tellLost(true);
  }
  if (stream?.readyState !== EventSource.OPEN) setTimeout(look, AGAIN);
}

function showRoom() {
  say("");
  /** @type {HTMLElement} */ (main.querySelector("[data-room]")).hidden = false;
  /** @type {HTMLElement} */ (main.querySelector("[data-room-closed]")).hidden = room !== null;
  /** @type {HTMLElement} */ (main.querySelector("[data-room-opened]")).hidden = room === null;
  /** @type {HTMLElement} */ (main.querySelector("[data-room-leading]")).hidden = room === null;
  /** @type {HTMLElement} */ (main.querySelector("[data-room-code]")).textContent = room?.code.replace(/.{4}(?=.)/g, "$& ") ?? "";
  const picture = /** @type {HTMLImageElement} */ (main.querySelector("[data-room-qr]"));
  picture.hidden = room === null;
  if (!room) return;
  const [path, query = ""] = known.join.split("?");
  const join = /** @type {HTMLElement} */ (main.querySelector("[data-room-join]"));
  join.textContent = (join.dataset.roomJoin ?? "").replace("{address}", location.host + path);
  picture.src = `${path}/${room.code}.svg${query && `?${query}`}`;
}

opening.addEventListener("click", async () => {
  const words = opening.textContent;
  opening.textContent = opening.dataset.opening ?? "";
  opening.disabled = true;
  try {
    const { place, length, dilemmas } = known;
    const answer = await ask("", "POST", { place, length, dilemmas });
    const made = await answer.json();
    if (!answer.ok) say(made.message ?? ""); // what has to be mended before there are rooms, for one
    if (!answer.ok) throw new Error(`${answer.status}`);
    room = /** @type {Room} */ (made);
    sessionStorage.setItem(KEY, JSON.stringify(room));
    unsent = null;
    document.dispatchEvent(new CustomEvent("ft-anew"));
    showRoom();
    opening.textContent = words;
    opening.disabled = false;
    listen();
    send();
  } catch {
    opening.textContent = opening.dataset.failed ?? "";
    setTimeout(() => { opening.textContent = words; opening.disabled = false; }, AGAIN);
  }
});

document.addEventListener("ft-moved", (event) => {
  unsent = /** @type {CustomEvent<Where>} */ (event).detail;
  send();
});

/** @type {Record<string, () => Promise<void>>} */
const ACTIONS = {
  copy: async () => {
    const own = `${location.origin}${location.pathname}${location.search}`;
    await navigator.clipboard.writeText(`${own}#nokkel=${room?.code}.${room?.secret}`);
  },
  renew: async () => {
    const answer = await ask(`/${room?.code}/secret`, "POST");
    if (!answer.ok) throw new Error(`${answer.status}`);
    room = { code: room?.code ?? "", secret: (await answer.json()).secret };
    sessionStorage.setItem(KEY, JSON.stringify(room));
    const asked = main.querySelector("details[data-sure]:has([data-room-renew])");
    asked?.removeAttribute("open"); // and the keyboard stays where it was asked
    asked?.querySelector("summary")?.focus();
  },
  delete: close,
  anew: close,
};

// Deletes the room where there is one, and lets the wall forget all that was counted and shown.
async function close() {
  const had = room !== null;
  const answer = room && (await ask(`/${room.code}`, "DELETE"));
  if (answer && !answer.ok && answer.status !== 404) throw new Error(`${answer.status}`);
  stream?.close();
  [room, unsent] = [null, null];
  sessionStorage.removeItem(KEY);
  showRoom();
  document.dispatchEvent(new CustomEvent("ft-anew", { detail: had }));
  for (const asked of main.querySelectorAll("details[data-sure]")) asked.removeAttribute("open");
  /** @type {HTMLElement|null} */ (main.querySelector(".ft-slide--shown"))?.focus({ preventScroll: true }); // the button is gone
}
for (const [name, act] of Object.entries(ACTIONS)) {
  for (const control of /** @type {NodeListOf<HTMLElement>} */ (main.querySelectorAll(`[data-room-${name}]`))) {
    control.addEventListener("click", () => act().then(() => say(control.dataset.done ?? ""), () => tellLost(true)));
  }
}
addEventListener("online", () => { tellLost(false); send(); });
addEventListener("offline", () => tellLost(true));
showRoom();
listen();
