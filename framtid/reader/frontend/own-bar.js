/** The reader's own age in a pyramid: its bars outlined, and a word beside them. */

const OUTLINE = 2.5;

/**
 * Mark the bars of those as old as one born in a year, in a figure of ages; return what to say of it.
 * @param {import("./types.js").PlotlyFigure} figure a copy, which is changed
 * @param {number|null} born
 */
export function markAges({ data, layout }, born) {
  const { ages } = layout.meta ?? {};
  if (!ages || born === null || born > ages.year) return "";
  const bars = data.filter(({ type }) => type === "bar");
  const at = Math.min(Math.floor((ages.year - born) / ages.each), bars[0].y.length - 1);
  const { color, family, size } = layout.font;
  for (const bar of bars) {
    const width = bar.y.map((/** @type {unknown} */ _, /** @type {number} */ n) => (n === at ? OUTLINE : 0));
    bar.marker = { ...bar.marker, line: { color, width } };
  }
  const outer = bars.reduce((widest, bar) => (bar.x[at] > widest.x[at] ? bar : widest));
  layout.annotations = [...(layout.annotations ?? []), {
    text: ages.me, x: outer.x[at], y: outer.y[at], xanchor: "left", xshift: 3, showarrow: false, font: { color, family, size },
  }];
  return ages.you.replace("{ages}", ages.names[at]);
}
