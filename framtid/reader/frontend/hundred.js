/** The hundred drawn: every figure is one person, who is moved from year to year. */

import { el, pause, still } from "./dom.js";
import { isNew, spots, stands } from "./lives.js";
import { dress, FEET, figure, named, scale, svg } from "./small-figures.js";
import { sayYear, yearSlider } from "./years.js";

/** How long a year takes; the style sheet lets a figure move for somewhat longer. */
const YEAR = 300;
/** Pixels that the arrows of the year may stand out. */
const ARROWS = 60;

/** @param {import("./types.js").Frame} frame */
function showsPeople(frame) {
  return Boolean(frame.figure.layout.meta?.people);
}

/**
 * Say what a figure shows. People are a picture and a year to move: each has a name of its own.
 * @param {HTMLElement} element
 * @param {import("./types.js").Frame} frame
 */
export function nameFigure(element, frame) {
  const own = showsPeople(frame);
  for (const [name, value] of [["role", "img"], ["aria-label", frame.alt]]) {
    if (own) element.removeAttribute(name);
    else element.setAttribute(name, value);
  }
}

export class Hundred {
  /** @param {import("./types.js").Frame} frame */
  constructor({ figure, alt }) {
    this.figure = figure;
    /** @type {import("./lives.js").People} */
    this.people = figure.layout.meta.people;
    this.year = this.people.year;
    this.wanted = this.year;
    /** @type {Map<number, import("./lives.js").Spot[]>} */
    this.known = new Map();
    /** @type {SVGElement[]} */
    this.ones = [];
    /** @type {Record<string, string>} */
    this.colors = {};
    /** @type {SVGElement[]} the words beside who was here, and beside who came */
    this.texts = [];
    this.width = this.height = this.unit = this.tall = 0;
    /** @type {(x: number, y: number) => [number, number]} */
    this.at = (x, y) => [x, y];
    this.picture = el("div", { class: "hundred__picture", role: "img", "aria-label": alt });
    this.slider = yearSlider(this.people.name, this.people.years, (by) => this.step(by));
    this.element = el("div", { class: "figure__layer hundred" }, this.picture, this.slider);
  }

  /** @param {number} year */
  spots(year) {
    const known = this.known.get(year) ?? spots(this.people, year);
    this.known.set(year, known);
    return known;
  }

  /** Draw everything for a box of this size. @param {number} width @param {number} height */
  draw(width, height) {
    this.width = width;
    this.height = height;
    const { unit, at } = scale(this.figure.layout, width, height);
    this.unit = unit;
    this.at = at;
    const root = svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, "aria-hidden": "true" });
    const [standing, key, since, year] = this.figure.data;
    this.colors = Object.fromEntries(key.customdata.map((/** @type {string} */ name, /** @type {number} */ at) => [name, key.marker.color[at]]));
    this.tall = standing.meta.tall * this.unit;
    this.ones = this.people.lives.map((life) => this.one(life));
    for (const trace of [key, since]) root.append(...named(trace, this.people.shapes, { unit, at }));
    this.texts = [...root.querySelectorAll("text")].slice(-2);
    this.picture.replaceChildren(root, ...this.ones);
    this.put(year);
    this.place(this.year);
  }

  /** @param {import("./lives.js").Life} life */
  one(life) {
    const one = figure(this.tall);
    one.dataset.new = String(isNew(life));
    return one;
  }

  /** Put the year where the drawing has it, as far out as its arrows ask for. @param {any} trace */
  put(trace) {
    const [x, y] = this.at(trace.x[0], trace.y[0]);
    const right = Math.max(0, this.width - x - ARROWS);
    const { size } = trace.textfont;
    Object.assign(this.slider.style, { right: `${right}px`, top: `${y}px`, fontSize: `${size}px` });
  }

  /** Put everybody where they are in a year. @param {number} year */
  place(year) {
    this.year = year;
    const [first] = this.figure.data;
    const start = this.at(first.x[0], first.y[0]);
    for (const [number, spot] of this.spots(year).entries()) {
      const one = this.ones[number];
      const x = start[0] + spot.x * this.unit;
      const y = start[1] + spot.y * this.unit + FEET * this.tall;
      one.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
      one.style.opacity = spot.shown ? "1" : "0";
      if (one.dataset.shape === spot.shape) continue;
      one.dataset.shape = spot.shape;
      dress(/** @type {SVGElement} */ (one.firstChild), this.people.shapes[spot.shape], this.colors[spot.shape], one.dataset.new === "true");
    }
    const here = this.people.lives.filter((life) => !isNew(life) && stands(life, year)).length;
    const said = this.people.since.map((words, at) => ` ${words.replace("{n}", String(at ? 100 - here : here))}`);
    for (const [at, words] of said.entries()) this.texts[at].textContent = words;
    sayYear(this.slider, year);
  }

  /** Live on, or back, to a year; a newer wish overtakes an older one. @param {number} year @param {{swift?: boolean}} [how] */
  async goTo(year, { swift = false } = {}) {
    const walking = this.year !== this.wanted;
    this.wanted = year;
    if (swift || still()) this.place(year);
    if (walking) return;
    while (this.year !== this.wanted) {
      this.place(this.year + Math.sign(this.wanted - this.year));
      if (this.year !== this.wanted) await pause(YEAR);
    }
  }

  /** Whether it can go on to a frame: one of the same lives. @param {import("./types.js").Frame} frame @param {boolean} sameView */
  takes(frame, sameView) {
    return sameView && showsPeople(frame);
  }

  /** Live on, or back, to the year of a frame. @param {import("./types.js").Frame} frame @param {{swift: boolean}} how */
  show(frame, how) {
    this.picture.setAttribute("aria-label", frame.alt);
    this.goTo(frame.figure.layout.meta.people.year, how);
  }

  /** A year on or back, for keys. @param {number} by */
  step(by) {
    const [first, last] = this.people.years;
    this.goTo(Math.min(last, Math.max(first, this.wanted + by)));
  }
}
