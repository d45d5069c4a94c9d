// Drawing one figure in one of its states; states of the same view tween into each other.

import { narrow, reducedMotion } from "./dom.js";

const CONFIG = { displayModeBar: false, responsive: true, scrollZoom: false, doubleClick: false, showTips: false };
const TWEEN = 600;

/**
 * Fit a figure to its box: smaller margins and marks on a phone.
 * @param {any} figure
 * @param {HTMLElement} box
 */
function fitted(figure, box) {
  const layout = structuredClone(figure.layout);
  const data = figure.data.map((/** @type {any} */ trace) => ({ ...trace }));
  const side = Math.min(box.clientWidth, box.clientHeight);
  if (layout.meta?.dots) {
    for (const trace of data) trace.marker = { ...trace.marker, size: Math.max(8, (side / layout.meta.dots) * 0.72) };
  }
  if (narrow() && !layout.meta?.dots) {
    layout.margin = { ...layout.margin, l: Math.min(layout.margin.l, 112), r: Math.min(layout.margin.r, 14), t: 8, b: 28 };
    for (const axis of [layout.xaxis, layout.yaxis]) axis.nticks = Math.min(axis.nticks ?? 5, axis.dtick ? 99 : 5);
  }
  return { data, layout };
}

export class Figure {
  /** @param {HTMLElement} box @param {Promise<any>} plotly */
  constructor(box, plotly) {
    this.box = box;
    this.plotly = plotly;
    this.shown = "";
    /** @type {ReturnType<typeof setTimeout> | undefined} */
    this.settle = undefined;
  }

  /**
   * Show a state. Always absolute: nothing depends on what was shown before.
   * @param {string} view @param {any} frame
   */
  async show(view, frame) {
    const Plotly = await this.plotly;
    if (!this.box.isConnected) return;
    const { data, layout } = fitted(frame.figure, this.box);
    const tween = this.shown === view && !reducedMotion();
    clearTimeout(this.settle);
    if (!tween && this.shown) this.box.classList.add("swap");
    this.shown = view;
    const moving = tween ? { ...layout, transition: { duration: TWEEN, easing: "cubic-in-out" } } : layout;
    await Plotly.react(this.box, data, moving, CONFIG);
    this.box.classList.remove("swap");
    // Plotly's tween leaves text and colours behind: settle on the exact state when it has ended.
    if (tween) this.settle = setTimeout(() => Plotly.react(this.box, data, layout, CONFIG), TWEEN + 60);
  }

  /** Draw again in the size the box has now. @param {any} frame */
  async resize(frame) {
    const Plotly = await this.plotly;
    if (!this.box.isConnected || !this.shown) return;
    const { data, layout } = fitted(frame.figure, this.box);
    await Plotly.react(this.box, data, layout, CONFIG);
  }

  async remove() {
    clearTimeout(this.settle);
    if (this.shown) (await this.plotly).purge(this.box);
  }
}
