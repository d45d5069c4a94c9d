/** One drawing area: draws a frame, and glides or fades from the frame before. */

import { el, fadeIn, still } from "./dom.js";
import { alike, config, fitted, movedRanges, redraw } from "./fitting.js";
import { nameFigure } from "./hundred.js";
import { born, whenBorn } from "./me.js";
import { markAges } from "./own-bar.js";
import { peopled, showPeople } from "./parting.js";

const ZOOM = 250;
const GLIDE = 550;
const FADE = 400;

export class Figure {
  /** @param {Promise<any>} plotly */
  constructor(plotly) {
    this.plotly = plotly;
    this.element = el("div", { class: "figure", role: "img" });
    /** @type {any} the layer with the drawing that stands */
    this.layer = null;
    /** @type {import("./hundred.js").Hundred|import("./scene.js").Scene|null} the people who stand in the layer, where it shows people */
    this.people = null;
    /** @type {{view: string, frame: import("./types.js").Frame}|null} */
    this.wanted = null;
    /** @type {Object<string, any>} the layout the drawing was asked for: Plotly writes in its own */
    this.asked = {};
    this.turn = 0;
    /** The turn whose move is under way, or 0. */
    this.moving = 0;
    this.resizing = new ResizeObserver(() => this.refit());
    this.resizing.observe(this.element);
    this.stopHearing = whenBorn(() => this.mark());
  }

  /**
   * Show a frame; a newer call overtakes an older one. `swift` draws at once what can glide.
   * @param {string} view
   * @param {import("./types.js").Frame} frame
   * @param {{swift?: boolean, crowd?: import("./types.js").Frame|null}} [how] `crowd`: the hundred its people are of
   */
  async show(view, frame, { swift = false, crowd = null } = {}) {
    const sameView = this.wanted?.view === view;
    this.wanted = { view, frame };
    nameFigure(this.element, frame);
    const turn = ++this.turn;
    const Plotly = await this.plotly;
    if (turn !== this.turn || !this.hasRoom()) return;
    this.moving = turn;
    await this.change(Plotly, frame, { sameView, swift, turn, crowd });
    if (this.moving === turn) this.moving = 0;
    if (turn === this.turn) await this.refit();
  }

  /**
   * @param {any} Plotly
   * @param {import("./types.js").Frame} frame
   * @param {{sameView: boolean, swift: boolean, turn: number, crowd: import("./types.js").Frame|null}} how
   */
  async change(Plotly, frame, how) {
    if (peopled(frame)) {
      await showPeople(this, Plotly, frame, how);
      return;
    }
    const { sameView, swift, turn } = how;
    const target = this.fit(frame);
    if (!this.layer || this.people) await this.fade(Plotly, target);
    else if (still() || (swift && sameView)) await redraw(Plotly, this.layer, target);
    else if (sameView && alike(this.layer.data, target.data)) await this.glide(Plotly, target, turn);
    else await this.fade(Plotly, target);
    this.asked = frame.figure.layout;
  }

  /** Draw the frame that is wanted at the size there now is; a move under way does so at its end. */
  async refit() {
    const { wanted } = this;
    if (!wanted || this.moving || !this.hasRoom() || this.fits()) return;
    const turn = this.turn;
    const Plotly = await this.plotly.catch(() => null);
    if (!Plotly || turn !== this.turn || this.moving) return;
    if (this.people) {
      this.people.draw(this.element.clientWidth, this.element.clientHeight);
      return;
    }
    const target = this.fit(wanted.frame);
    if (this.layer) await redraw(Plotly, this.layer, target);
    else await this.fade(Plotly, target);
  }

  fits() {
    const drawn = this.people ?? this.layer?._fullLayout;
    return drawn?.width === this.element.clientWidth && drawn?.height === this.element.clientHeight;
  }

  hasRoom() {
    return this.element.clientWidth > 0 && this.element.clientHeight > 0;
  }

  /** @param {import("./types.js").Frame} frame */
  fit(frame) {
    const figure = fitted(frame.figure, this.element.clientWidth, this.element.clientHeight);
    const said = markAges(figure, born());
    if (frame.figure.layout.meta?.ages) this.element.setAttribute("aria-label", `${frame.alt} ${said}`.trim());
    return figure;
  }

  /** The reader has said how old one is: draw a figure of ages anew, with that age marked. */
  mark() {
    const { wanted } = this;
    if (wanted?.frame.figure.layout.meta?.ages) this.show(wanted.view, wanted.frame, { swift: true }).catch(console.warn);
  }

  /**
   * Move the axes, then the data, then settle everything that does not glide.
   * Plotly cannot move both at once: data jumps when an axis moves with it.
   * @param {any} Plotly
   * @param {import("./types.js").PlotlyFigure} target
   * @param {number} turn
   */
  async glide(Plotly, target, turn) {
    const { layer } = this;
    const ranges = movedRanges(this.asked, target.layout);
    const step = (/** @type {any} */ update, /** @type {number} */ duration) =>
      Plotly.animate(layer, update, {
        mode: "immediate",
        transition: { duration, easing: "cubic-in-out" },
        frame: { duration, redraw: false },
      });
    try {
      if (!this.fits()) await Plotly.relayout(layer, { width: target.layout.width, height: target.layout.height });
      if (Object.keys(ranges).length) await step({ layout: ranges }, ZOOM);
      if (turn === this.turn) await step({ data: structuredClone(target.data) }, GLIDE);
    } catch {
      // A newer step interrupted this one; it settles the figure itself.
    }
    if (turn === this.turn) await redraw(Plotly, layer, target);
  }

  /**
   * Draw on a new layer over the old one, and let the old one go.
   * @param {any} Plotly
   * @param {import("./types.js").PlotlyFigure} target
   */
  async fade(Plotly, target) {
    const layer = el("div", { class: "figure__layer" });
    const uncover = this.cover(Plotly, layer);
    await Plotly.newPlot(layer, target.data, target.layout, config());
    uncover(FADE, FADE / 2);
  }

  /**
   * Put a layer on top; what it returns fades the new one in and lets the old one go, in so many milliseconds.
   * @param {any} Plotly
   * @param {HTMLElement} layer
   */
  cover(Plotly, layer) {
    const before = this.layer;
    this.layer = layer;
    this.people = null;
    this.element.append(layer);
    return (/** @type {number} */ comes, /** @type {number} */ goes) => {
      if (comes) fadeIn(layer, comes);
      if (before) this.retire(Plotly, before, goes);
    };
  }

  /** @param {any} Plotly @param {HTMLElement} layer @param {number} goes */
  async retire(Plotly, layer, goes) {
    if (!still()) {
      await layer.animate([{ opacity: 1 }, { opacity: 0 }], { duration: goes, fill: "forwards", easing: "ease-in" }).finished;
    }
    Plotly.purge(layer);
    layer.remove();
  }

  /** Take the drawing away, as a step without a figure does. */
  clear() {
    this.turn += 1;
    this.wanted = null;
    this.element.removeAttribute("aria-label");
    const { layer } = this;
    this.layer = this.people = null;
    if (layer) this.plotly.then((Plotly) => this.retire(Plotly, layer, FADE / 2));
  }

  dispose() {
    this.resizing.disconnect();
    this.stopHearing();
    this.turn += 1;
    if (this.layer) /** @type {any} */ (window).Plotly?.purge(this.layer);
  }
}
