/** Small figures of people and what they stand by: an outline each, filled or hollow. */

/** How far below its point a figure's feet are, as `views/drawing/people.py` has it. */
export const FEET = 0.45;
const PAPER = "#FBF8F3";
const LINE = 0.05;
/** What a figure is drawn within: left, top, width and height, where a grown one is 1 high. */
const BOX = [-0.55, -1.15, 1.1, 1.2];

/** @param {string} name @param {Object<string, string|number>} properties */
export function svg(name, properties = {}) {
  const holder = document.createElement("template");
  holder.innerHTML = "<svg></svg>";
  const { namespaceURI } = /** @type {Element} */ (holder.content.firstElementChild);
  const node = /** @type {SVGElement} */ (document.createElementNS(namespaceURI, name));
  for (const [key, value] of Object.entries(properties)) node.setAttribute(key, String(value));
  return node;
}

/** @param {SVGElement} path @param {string} shape @param {string} color @param {boolean} hollow */
export function dress(path, shape, color, hollow) {
  path.setAttribute("d", shape);
  path.setAttribute("fill", hollow ? PAPER : color);
  if (!hollow) {
    // One who was an outline in the picture before stands as slim as the others.
    for (const name of ["stroke", "stroke-width"]) path.removeAttribute(name);
    return;
  }
  path.setAttribute("stroke", color);
  path.setAttribute("stroke-width", String(LINE));
}

/** A figure that can be moved; its feet are where it is put. @param {number} tall */
export function figure(tall) {
  const [left, top, width, height] = BOX;
  const one = svg("svg", {
    class: "hundred__one", viewBox: BOX.join(" "), width: width * tall, height: height * tall,
    style: `left:${left * tall}px;top:${top * tall}px;transform-origin:${-left * tall}px ${-top * tall}px`,
  });
  one.append(svg("path"));
  return one;
}

/** A ring around one, in figures' heights. */
export function ring() {
  return svg("rect", { class: "hundred__ring", x: -0.3, y: -1.1, width: 0.6, height: 1.18, rx: 0.22 });
}

/** How units of a layout become pixels of a box. @param {any} layout @param {number} width @param {number} height */
export function scale({ xaxis, yaxis, margin }, width, height) {
  const across = xaxis.range[1] - xaxis.range[0];
  const up = yaxis.range[1] - yaxis.range[0];
  const unit = Math.min((width - margin.l - margin.r) / across, (height - margin.t - margin.b) / up);
  const left = (width - unit * across) / 2 - xaxis.range[0] * unit;
  const low = (height + unit * up) / 2 + yaxis.range[0] * unit;
  /** @type {(x: number, y: number) => [number, number]} */
  const at = (x, y) => [left + x * unit, low - y * unit];
  return { unit, at };
}

/**
 * Words of a trace, each with a figure beside it where there is one.
 * @param {any} trace @param {Record<string, string>} shapes
 * @param {{unit: number, at: (x: number, y: number) => [number, number]}} scale
 */
export function* named(trace, shapes, { unit, at }) {
  const { size, color } = trace.textfont;
  const anchor = trace.textposition.includes("left") ? "end" : trace.textposition.includes("right") ? "start" : "middle";
  for (const [n, words] of trace.text.entries()) {
    const [x, y] = at(trace.x[n], trace.y[n]);
    const group = svg("g");
    if (trace.customdata) {
      const tall = trace.meta.tall * unit;
      const path = svg("path", { transform: `translate(${x} ${y + FEET * tall}) scale(${tall})` });
      dress(path, shapes[trace.customdata[n]], trace.marker.color[n], trace.marker.symbol[n] !== "circle");
      group.append(path);
    }
    const text = svg("text", {
      x: x + (trace.customdata ? 0.45 * unit : 0), y: y + size * 0.35, fill: color, "font-size": size,
      "text-anchor": anchor, style: "white-space:pre",
    });
    text.textContent = words;
    group.append(text);
    yield group;
  }
}
