// What was written on the phones: the facilitator gets it when they ask, and can hide what should not be read.
/** @typedef {{id: number, step: string, text: string, hidden: boolean}} Comment */
const main = /** @type {HTMLElement} */ (document.querySelector("[data-meeting]"));
const part = /** @type {HTMLElement} */ (main.querySelector("[data-comments]"));
const list = /** @type {HTMLElement} */ (part.querySelector("ul"));
const { rooms } = JSON.parse(main.dataset.meeting ?? "{}");

/** @returns {{code: string, secret: string}|null} */
function room() {
  return JSON.parse(sessionStorage.getItem(`ft-meeting-room:${location.search}`) ?? "null");
}

/**
 * @param {string} path
 * @param {string} method
 * @param {object} [body]
 */
async function ask(path, method, body) {
  const { code, secret } = room() ?? { code: "", secret: "" };
  const headers = { "content-type": "application/json", authorization: `Bearer ${secret}` };
  const answer = await fetch(`${rooms}/${code}/comments${path}`, { method, headers, body: body && JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return answer.json();
}

/** @param {string} step */
function named(step) {
  return main.querySelector(`[data-question="${CSS.escape(step)}"] h2`)?.textContent ?? "";
}

/** @param {Comment} comment */
function item(comment) {
  const line = document.createElement("li");
  const words = document.createElement("span");
  const control = document.createElement("button");
  const about = named(comment.step);
  words.textContent = `${about && `${about}: `}${comment.text} `;
  words.classList.toggle("ft-hidden", comment.hidden);
  control.type = "button";
  control.textContent = (comment.hidden ? part.dataset.back : part.dataset.hide) ?? "";
  control.addEventListener("click", async () => {
    const hidden = !comment.hidden;
    await ask(`/${comment.id}`, "PUT", { hidden });
    line.replaceWith(item({ ...comment, hidden }));
  });
  line.append(words, control);
  return line;
}

part.querySelector("button")?.addEventListener("click", async () => {
  const { comments } = /** @type {{comments: Comment[]}} */ (await ask("", "GET"));
  list.replaceChildren(...comments.map(item));
  list.tabIndex = 0; // many are scrolled in a box of their own, by keyboard too
  if (!comments.length) list.textContent = part.dataset.none ?? "";
});
// Files with what was written: the code and the secret go in the form, and in no address.
const form = /** @type {HTMLFormElement} */ (part.querySelector("[data-written]"));
form.addEventListener("submit", ({ submitter }) => {
  const wish = submitter?.getAttribute("value") ?? "";
  const { code, secret } = room() ?? { code: "", secret: "" };
  const protocol = main.querySelector(`a[data-protocol="${wish}"]`)?.getAttribute("href");
  const { written = "", norwegian = "" } = form.dataset;
  form.action = { csv: written, excel: norwegian }[wish] ?? protocol ?? "";
  /** @type {HTMLInputElement} */ (form.querySelector("[name=kode]")).value = code;
  /** @type {HTMLInputElement} */ (form.querySelector("[name=hemmelig]")).value = secret;
});
/** Nothing that was written is left on the wall when its room is gone. */
function clear() {
  list.replaceChildren();
  list.removeAttribute("tabindex");
}
document.addEventListener("ft-slide", () => { part.hidden = room() === null; });
document.addEventListener("ft-anew", () => {
  clear();
  part.hidden = room() === null;
});
