/** Making a figure of the document fit the box it is drawn in. */

import { DOT, LEAST_MARGIN, NARROW, WIDEST_MARGIN } from "./fitting-table.js";
import { together } from "./together.js";

const MOST_MOVING_POINTS = 4000;

/** How Plotly behaves here: a picture that never takes the scroll or the touch. */
export function config() {
  return {
    displayModeBar: false,
    scrollZoom: false,
    doubleClick: false,
    showTips: false,
    responsive: false,
    staticPlot: matchMedia("(hover: none)").matches,
  };
}

/**
 * Return a copy of a figure for a box of this size: Plotly changes what it is given, and the
 * document must stay as it came.
 * @param {import("./types.js").PlotlyFigure} figure
 * @param {number} width
 * @param {number} height
 * @returns {import("./types.js").PlotlyFigure}
 */
export function fitted(figure, width, height) {
  const { data, layout } = structuredClone(figure);
  const narrow = width < NARROW;
  Object.assign(layout, { width, height, autosize: false, dragmode: false });
  layout.separators ??= ",\u00a0";
  if (narrow && layout.margin) layout.margin = tightened(layout.margin, width);
  if (layout.meta?.dots) {
    const [across, down] = layout.meta.dots;
    spread(data, Math.min(width / across, height / down) * DOT);
  }
  for (const name of Object.keys(layout)) {
    if (/^[xy]axis\d*$/.test(name)) layout[name].fixedrange = true;
  }
  return { data: together(data), layout };
}

/** Give a square of dots marks that fill the box without touching. @param {any[]} data @param {number} size */
function spread(data, size) {
  for (const trace of data) trace.marker = { ...trace.marker, size };
}

/** @param {Object<string, number>} margin @param {number} width */
function tightened(margin, width) {
  const most = Math.max(LEAST_MARGIN, Math.round(width * WIDEST_MARGIN));
  const sides = { ...margin };
  for (const side of ["l", "r"]) if (side in sides) sides[side] = Math.min(sides[side], most);
  return sides;
}

/**
 * Whether one state can glide into the other: the same traces with as many points.
 * @param {Object<string, any>[]} before
 * @param {Object<string, any>[]} after
 */
export function alike(before, after) {
  const points = after.reduce((sum, trace) => sum + length(trace), 0);
  return (
    before.length === after.length &&
    points <= MOST_MOVING_POINTS &&
    after.every((trace, index) => shape(trace) === shape(before[index]))
  );
}

/** @param {Object<string, any>} trace */
function length(trace) {
  return Math.max(trace.x?.length ?? 0, trace.y?.length ?? 0);
}

/** @param {Object<string, any>} trace */
function shape(trace) {
  const { type = "scatter", mode = "", orientation = "", fill = "", stackgroup = "" } = trace;
  return [type, mode, orientation, fill, stackgroup, trace.visible ?? true, length(trace)].join("|");
}

/**
 * The axis ranges that differ, as an update for Plotly.
 * @param {Object<string, any>} before
 * @param {Object<string, any>} after
 * @returns {Object<string, number[]>}
 */
export function movedRanges(before, after) {
  /** @type {Object<string, number[]>} */
  const moved = {};
  for (const [name, axis] of Object.entries(after)) {
    if (!/^[xy]axis\d*$/.test(name) || !axis.range) continue;
    if (String(before[name]?.range) !== String(axis.range)) moved[`${name}.range`] = axis.range;
  }
  return moved;
}

/**
 * Draw another figure where one stands. Where a mark has no words Plotly keeps their place, empty, and
 * writes nothing in it when the next figure has some.
 * @param {any} Plotly
 * @param {HTMLElement} layer
 * @param {import("./types.js").PlotlyFigure} figure
 */
export async function redraw(Plotly, layer, { data, layout }) {
  for (const empty of layer.querySelectorAll(".textpoint:empty")) empty.remove();
  await Plotly.react(layer, data, layout, config());
}
