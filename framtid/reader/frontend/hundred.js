/** The hundred drawn: every figure is one person, who is moved from year to year. */

import { el, nextPicture, pause, still } from "./dom.js";
import { hushFigures } from "./hush.js";
import { isNew, order, spots, stands } from "./lives.js";
import { whenBorn } from "./me.js";
import { markOwn } from "./own-figure.js";
import { dress, FEET, figure, named, scale, svg } from "./small-figures.js";
import { untangle } from "./untangle.js";
import { placeYear, sayYear, yearSlider } from "./years.js";

/** How long a year takes; the style sheet lets a figure move for somewhat longer. */
const YEAR = 300;
/** How many are moved in one picture of the screen. */
const FEW = 10;
hushFigures();

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
    this.alt = alt;
    /** How each stands, so that only what is new is written. */
    this.stood = [{ where: "", seen: "", shape: "" }];
    this.turn = 0;
    this.walking = false;
    /** What is written below the figures, with what it stands for. */
    this.root = svg("svg");
    const stop = whenBorn(() => (this.element.isConnected ? this.mark() : stop()));
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
    this.root = root;
    const [standing, key, since, year] = this.figure.data;
    this.colors = Object.fromEntries(key.customdata.map((/** @type {string} */ name, /** @type {number} */ at) => [name, key.marker.color[at]]));
    this.tall = standing.meta.tall * this.unit;
    this.ones = this.people.lives.map(() => figure(this.tall));
    this.stood = this.ones.map(() => ({ where: "", seen: "", shape: "" }));
    for (const trace of [key, since]) root.append(...named(trace, this.people.shapes, { unit, at }));
    this.texts = [...root.querySelectorAll("text")].slice(-2);
    for (const [at, text] of this.texts.entries()) text.textContent = ` ${this.people.since[at].replace("{n}", "100")}`;
    // Before the browser asks where they are: they would glide there from the corner.
    for (const number of this.ones.keys()) this.put(number, this.year);
    this.picture.replaceChildren(root, ...this.ones);
    untangle(root, width);
    placeYear(this, year, key);
    this.mark();
    this.place(this.year);
  }

  /** Mark the one who stands for the reader. */
  mark() {
    const said = markOwn(this) ? ` ${this.people.you}` : "";
    this.picture.setAttribute("aria-label", this.alt + said);
  }

  /**
   * Put everybody where they are in a year, at once or a few in each picture of the screen: no task
   * grows long on a slow phone.
   * @param {number} year @param {{slowly?: boolean}} [how]
   */
  async place(year, { slowly = false } = {}) {
    this.year = year;
    const turn = ++this.turn;
    const here = this.people.lives.filter((life) => !isNew(life) && stands(life, year)).length;
    const said = this.people.since.map((words, at) => ` ${words.replace("{n}", String(at ? 100 - here : here))}`);
    // A year may be asked for before there is a picture: its words are then written as it is drawn.
    for (const [at, text] of this.texts.entries()) text.textContent = said[at];
    sayYear(this.slider, year);
    for (const number of this.ones.keys()) {
      if (slowly && number % FEW === 0) await nextPicture();
      if (turn !== this.turn) return;
      this.put(number, year);
    }
  }

  /** Where the feet of one are, in pixels. @param {import("./lives.js").Spot} spot */
  feet(spot) {
    const [first] = this.figure.data;
    const [x, y] = this.at(first.x[0], first.y[0]);
    return { x: x + spot.x * this.unit, y: y + spot.y * this.unit + FEET * this.tall };
  }

  /** Where those of a group stand in a year, the youngest first. @param {string} group @param {number} year @returns {import("./scene.js").Stand[]} */
  whereAre(group, year) {
    const spots = order(this.people, year).map((number) => this.spots(year)[number]);
    return spots.filter(({ shape }) => shape === group).map((spot) => ({ ...this.feet(spot), tall: this.tall }));
  }

  /** Stand as a picture between two others, for the eye alone. */
  pass() {
    this.element.setAttribute("aria-hidden", "true");
    this.slider.remove();
  }

  /** Put one where it is in a year. @param {number} number @param {number} year */
  put(number, year) {
    const spot = this.spots(year)[number];
    const one = this.ones[number];
    const { x, y } = this.feet(spot);
    const where = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px)`;
    const seen = spot.shown ? "1" : "0";
    const stood = this.stood[number];
    if (stood.where !== where) one.style.transform = where;
    if (stood.seen !== seen) one.style.opacity = seen;
    if (stood.shape !== spot.shape) dress(/** @type {SVGElement} */ (one.firstChild), this.people.shapes[spot.shape], this.colors[spot.shape], isNew(this.people.lives[number]));
    this.stood[number] = { where, seen, shape: spot.shape };
  }

  /** Live on, or back, to a year; a newer wish overtakes an older one. @param {number} year @param {{swift?: boolean}} [how] */
  async goTo(year, { swift = false } = {}) {
    this.wanted = year;
    if (swift || still()) this.place(year);
    if (this.walking) return;
    this.walking = true;
    while (this.year !== this.wanted) {
      const moved = this.place(this.year + Math.sign(this.wanted - this.year), { slowly: true });
      await Promise.all([moved, this.year !== this.wanted && pause(YEAR)]);
    }
    this.walking = false;
  }

  /** Whether it can go on to a frame: one of the same lives. @param {import("./types.js").Frame} frame @param {boolean} sameView */
  takes(frame, sameView) {
    return sameView && showsPeople(frame);
  }

  /** Live on, or back, to the year of a frame. @param {import("./types.js").Frame} frame @param {{swift: boolean}} how */
  show(frame, how) {
    this.alt = frame.alt;
    this.mark();
    this.goTo(frame.figure.layout.meta.people.year, how);
  }

  /** A year on or back, for keys. @param {number} by */
  step(by) {
    const [first, last] = this.people.years;
    this.goTo(Math.min(last, Math.max(first, this.wanted + by)));
  }
}
