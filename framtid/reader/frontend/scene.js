/** A scene drawn: figures who keep their places from state to state, come in and go out. */

import { el, still } from "./dom.js";
import { parted } from "./lives.js";
import { dress, FEET, figure, named, scale, svg } from "./small-figures.js";
import { untangle } from "./untangle.js";

/** Between one who comes or goes and the next, and the longest that the last one waits. */
const TURN = 40;
const LONGEST = 900;
/** What those have who walk from one picture to another. */
const WALKING = "hundred--walking";
/** How far above its place one is who has gone or has yet to come, in figures' heights. */
const AWAY = 0.4;

/**
 * Where one stands: its feet, and how tall a grown one is, in pixels.
 * @typedef {{x: number, y: number, tall: number}} Stand
 */

export class Scene {
  /** @param {import("./types.js").Frame} frame */
  constructor(frame) {
    this.frame = frame;
    this.width = this.height = 0;
    /** @type {Map<string, SVGElement>} each figure that has stood, by trace and id */
    this.ones = new Map();
    /** @type {{unit: number, at: (x: number, y: number) => [number, number]}} */
    this.scale = { unit: 0, at: (x, y) => [x, y] };
    this.element = el("div", { class: "figure__layer hundred", "aria-hidden": "true" });
  }

  /** Whether it can go on to a frame: one of the same scene. @param {import("./types.js").Frame} frame */
  takes(frame) {
    const { scene } = frame.figure.layout.meta ?? {};
    const here = this.frame.figure.layout.meta.scene;
    return scene?.name === here.name && scene.of === here.of;
  }

  /** What it is of: a place and, where they are the same people, a group of the hundred in a year. @returns {{of: string, group?: string, year?: any}} */
  get about() {
    return this.frame.figure.layout.meta.scene;
  }

  /** Those who are of the hundred, in order, and everything else. */
  ownAndOthers() {
    const { group } = this.about;
    /** @type {[SVGElement, any][]} */
    const own = [];
    /** @type {SVGElement[]} */
    const others = [];
    for (const { key, trace, n } of this.standing()) {
      const one = /** @type {SVGElement} */ (this.ones.get(key));
      if (trace.customdata[n] === group) own.push([one, trace]);
      else others.push(one);
    }
    return { own, others };
  }

  /** Stand where the hundred do, with nothing else in sight: to go on from there. @param {Stand[]} hundred */
  standWith(hundred) {
    const { own, others } = this.ownAndOthers();
    for (const [n, at] of parted(own.length, hundred.length).entries()) {
      const [one, trace] = own[n];
      const { x, y, tall } = hundred[at];
      one.style.transform = `translate(${x.toFixed(1)}px, ${y.toFixed(1)}px) scale(${(tall / (trace.meta.tall * this.scale.unit)).toFixed(3)})`;
    }
    for (const one of others) one.style.opacity = "0";
    this.element.classList.add(WALKING);
  }

  /** Walk from there to where the frame has them, and let the rest in. */
  walk() {
    this.place(TURN);
  }

  /** Go on to a frame; `swift` does so at once. @param {import("./types.js").Frame} frame @param {{swift?: boolean}} [how] */
  show(frame, { swift = false } = {}) {
    this.frame = frame;
    this.write();
    this.place(swift || still() ? 0 : TURN);
  }

  /** Draw everything for a box of this size. @param {number} width @param {number} height */
  draw(width, height) {
    this.width = width;
    this.height = height;
    this.scale = scale(this.frame.figure.layout, width, height);
    this.ones.clear();
    this.element.replaceChildren(svg("svg", { viewBox: `0 0 ${width} ${height}`, width, height, class: "hundred__key" }));
    this.write();
    this.place(0);
  }

  /** Where words and key stand. */
  get written() {
    return /** @type {HTMLElement} */ (this.element.firstElementChild);
  }

  /** What is written, and the key. */
  write() {
    const root = this.written;
    const { shapes } = this.frame.figure.layout.meta.scene;
    const said = this.frame.figure.data.filter((/** @type {any} */ trace) => trace.mode.includes("text"));
    const parts = said.flatMap((/** @type {any} */ trace) => [...named(trace, shapes, this.scale)]);
    root.replaceChildren(...parts);
    untangle(root, this.width);
  }

  /** @param {SVGElement} path @param {any} trace @param {number} n */
  dress(path, trace, n) {
    const { shapes } = this.frame.figure.layout.meta.scene;
    dress(path, shapes[trace.customdata[n]], trace.marker.color[n], trace.marker.symbol[n] !== "circle");
  }

  /** Who stands, each with the name it keeps from frame to frame. @returns {{key: string, trace: any, n: number, number: number}[]} */
  standing() {
    return this.frame.figure.data.flatMap((/** @type {any} */ trace, /** @type {number} */ number) =>
      (trace.mode === "markers" ? trace.ids.map((/** @type {string} */ id, /** @type {number} */ n) => ({ key: `${number}:${id}`, trace, n, number })) : []));
  }

  /** Put everybody where the frame has them; those who come or go do so in turn. @param {number} turn in milliseconds */
  place(turn) {
    const standing = this.standing();
    for (const { key, trace, n, number } of standing) if (!this.ones.has(key)) this.enter(key, trace, n, number);
    if (turn) this.element.getBoundingClientRect();
    let coming = 0;
    for (const { key, trace, n } of standing) {
      const one = /** @type {SVGElement} */ (this.ones.get(key));
      one.style.transitionDelay = one.style.opacity === "0" ? `${Math.min(turn * coming++, LONGEST)}ms` : "0ms";
      this.dress(/** @type {SVGElement} */ (one.firstChild), trace, n);
      this.move(one, trace, n, 0);
      one.style.opacity = "1";
    }
    const here = new Set(standing.map(({ key }) => key));
    const gone = [...this.ones.keys()].filter((key) => !here.has(key)).reverse();
    for (const [n, key] of gone.entries()) this.leave(key, Math.min(turn * n, LONGEST));
  }

  /** Let one in above where it will stand. @param {string} key @param {any} trace @param {number} n @param {number} layer */
  enter(key, trace, n, layer) {
    const one = figure(trace.meta.tall * this.scale.unit);
    this.move(one, trace, n, AWAY);
    one.style.opacity = "0";
    one.style.zIndex = String(layer);
    this.ones.set(key, one);
    this.element.append(one);
  }

  /** @param {string} key @param {number} delay in milliseconds */
  leave(key, delay) {
    const one = /** @type {SVGElement} */ (this.ones.get(key));
    if (one.style.opacity === "0") return;
    one.style.transitionDelay = `${delay}ms`;
    one.style.opacity = "0";
  }

  /** @param {SVGElement} one @param {any} trace @param {number} n @param {number} above */
  move(one, trace, n, above) {
    const tall = trace.meta.tall * this.scale.unit;
    const [x, y] = this.scale.at(trace.x[n], trace.y[n]);
    one.style.transform = `translate(${x.toFixed(1)}px, ${(y + (FEET - above) * tall).toFixed(1)}px)`;
  }
}
