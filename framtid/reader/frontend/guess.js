/** A curve that the reader draws on before the answer is shown: by finger, mouse or keys. */

import { el, takeFocus } from "./dom.js";
import { say } from "./labels.js";
import { rounded } from "./you.js";

const [WIDTH, HEIGHT, LEFT, RIGHT, TOP, FOOT] = [380, 250, 14, 84, 12, 28];
/** How many times today's number there is room for, and how many steps the slider has up to there. */
const ROOM = 3;
const STEPS = 60;
/** How far apart two numbers stand, in the picture's own units. */
const LETTERS = 23;

/** @typedef {import("./answers.d.ts").Guess} Guess */

/** The first and the last year, the last one that is known, and the most there is room for. @param {Guess} table */
export function frame({ since, history, future, high }) {
  const now = since + history.length - 1;
  const most = Math.max(ROOM * history[history.length - 1], 1.1 * high);
  return { since, now, goal: now + future.length, most, count: history[history.length - 1] };
}

/**
 * Put a stroke of a pen into a curve: the years from the last point of the pen to this one.
 * @param {number[]} curve a value for each year to come @param {[number, number]|null} from @param {[number, number]} to
 */
export function stroke(curve, from, to) {
  const [start, first] = from ?? to;
  const [low, high] = [Math.min(start, to[0]), Math.max(start, to[0])];
  return curve.map((value, at) => {
    if (at < low || at > high) return value;
    return low === high ? to[1] : first + ((to[1] - first) * (at - start)) / (to[0] - start);
  });
}

/** What lies beyond all that is drawn follows the pen. @param {number[]} curve @param {number} reached @param {number} value */
export function onward(curve, reached, value) {
  return curve.map((before, at) => (at > reached ? value : before));
}

/** @param {import("./types.js").Document} document @param {Guess} table */
export function guess({ labels, language }, table) {
  const { since, now, goal, most, count } = frame(table);
  const written = new Intl.NumberFormat(language);
  const x = (/** @type {number} */ year) => LEFT + ((year - since) / (goal - since)) * (WIDTH - LEFT - RIGHT);
  const y = (/** @type {number} */ value) => HEIGHT - FOOT - (value / most) * (HEIGHT - FOOT - TOP);
  const line = (/** @type {number[]} */ values, /** @type {number} */ from) =>
    values.map((value, at) => `${at ? "L" : "M"}${x(from + at).toFixed(1)} ${y(value).toFixed(1)}`).join("");
  let curve = table.future.map(() => count);
  /** @type {[number, number]|null} */
  let pen = null;
  /** The last year to come that a pen has been at. */
  let reached = -1;

  const picture = el("div", { class: "guess__picture", role: "img", "aria-label": say(labels, "guess_alt", { since, now, count: written.format(rounded(count)) }) });
  picture.innerHTML = `<svg viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="guess__ground" d="M${LEFT} ${y(0)}H${WIDTH - RIGHT}"/><path class="guess__now" d="M${x(now)} ${TOP}V${y(0)}"/>
    <text x="${x(since)}" y="${HEIGHT - 6}">${since}</text><text x="${x(now)}" y="${HEIGHT - 6}" text-anchor="middle">${now}</text><text x="${x(goal)}" y="${HEIGHT - 6}" text-anchor="middle">${goal}</text>
    <path class="guess__known" d="${line(table.history, since)}"/><path class="guess__answer" d=""/><path class="guess__drawn" d=""/>
    <circle class="guess__pen" r="7"/><text class="guess__value" x="${x(goal) + 12}"></text><text class="guess__truth" x="${x(goal) + 12}"></text></svg>`;
  const part = (/** @type {string} */ name) => /** @type {SVGElement} */ (picture.querySelector(`.guess__${name}`));
  const slider = /** @type {HTMLInputElement} */ (el("input", { class: "guess__slider", id: "gjetning", type: "range", min: "0", max: STEPS, value: (STEPS * count) / most, on: { input: slide } }));
  const told = el("div", { class: "guess__told", role: "status" });
  const button = el("button", { type: "button", class: "button", text: say(labels, "guess_show"), on: { click: answer } });

  /** Where a number stands: beside its line, and above the years. @param {number} value */
  const beside = (value) => String(Math.min(y(value) + 5, y(0) - 2));

  /** Where the answer's number stands clear of the guess's. @param {number} answer @param {number} guessed */
  function clear(answer, guessed) {
    const room = (LETTERS * most) / (HEIGHT - FOOT - TOP);
    return Math.abs(answer - guessed) >= room ? answer : guessed + (answer < guessed ? -room : room);
  }

  function show() {
    const value = curve[curve.length - 1];
    part("drawn").setAttribute("d", line([count, ...curve], now));
    part("pen").setAttribute("cx", String(x(goal)));
    part("pen").setAttribute("cy", String(y(value)));
    part("value").setAttribute("y", beside(value));
    part("value").textContent = written.format(rounded(value));
    part("truth").setAttribute("y", beside(clear(table.future[table.future.length - 1], value)));
    slider.setAttribute("aria-valuetext", written.format(rounded(value)));
  }

  function slide() {
    const value = (Number(slider.value) / STEPS) * most;
    reached = curve.length;
    curve = curve.map((_, at) => count + ((value - count) * (at + 1)) / curve.length);
    show();
  }

  /** @param {PointerEvent} event */
  function draw(event) {
    if (!event.buttons || slider.disabled) return;
    event.preventDefault();
    const box = picture.getBoundingClientRect();
    const year = since + ((((event.clientX - box.left) / box.width) * WIDTH - LEFT) / (WIDTH - LEFT - RIGHT)) * (goal - since);
    const value = ((HEIGHT - FOOT - ((event.clientY - box.top) / box.height) * HEIGHT) / (HEIGHT - FOOT - TOP)) * most;
    const at = Math.min(curve.length - 1, Math.max(0, Math.round(year) - now - 1));
    const point = /** @type {[number, number]} */ ([at, Math.min(most, Math.max(0, value))]);
    reached = Math.max(reached, at);
    curve = onward(stroke(curve, pen, point), reached, point[1]);
    pen = point;
    slider.value = String((STEPS * curve[curve.length - 1]) / most);
    show();
  }

  function answer() {
    part("answer").setAttribute("d", line([count, ...table.future], now));
    part("truth").textContent = written.format(rounded(table.future[table.future.length - 1]));
    const values = { goal, guess: written.format(rounded(curve[curve.length - 1])), answer: written.format(rounded(table.future[table.future.length - 1])) };
    told.replaceChildren(el("p", { class: "guess__sum", text: say(labels, "guess_yours", values) }), el("div", { html: table.html }));
    const held = document.activeElement === button;
    button.hidden = true;
    slider.disabled = true; // what was guessed is told, and stays
    if (held) takeFocus(told);
  }

  picture.addEventListener("pointerdown", (event) => { pen = null; picture.setPointerCapture(event.pointerId); draw(event); });
  picture.addEventListener("pointermove", draw);
  show();
  return el("div", { class: "kind guess" }, picture,
    el("label", { class: "guess__label", for: "gjetning", text: say(labels, "guess_label", { goal }) }), slider, button, told,
    el("p", { class: "kind__note", text: say(labels, "guess_private") }));
}
