/** Words below small figures that would touch in a narrow box are set beside each other instead. */

/** Between words that stand on one line, from the edge, and how far two may lie apart and still be on it: pixels. */
const GAP = 10;
const EDGE = 4;
const LINE = 8;

/**
 * @param {{x: number, width: number}[]} boxes from left to right
 * @param {number} width of what they stand in
 * @returns {number[]} how far each is to be moved; all nought where none touch, or there is no room for all
 */
export function moves(boxes, width) {
  const none = boxes.map(() => 0);
  const touching = boxes.some(({ x }, at) => at > 0 && x < boxes[at - 1].x + boxes[at - 1].width + GAP / 2);
  const total = boxes.reduce((sum, box) => sum + box.width + GAP, -GAP);
  if (!touching || total > width - 2 * EDGE) return none;
  let left = Math.max(EDGE, Math.min(boxes[0].x, width - EDGE - total));
  return boxes.map((box) => {
    const by = left - box.x;
    left += box.width + GAP;
    return by;
  });
}

/** @param {Element} root whose children are words, each with its figure @param {number} width */
export function untangle(root, width) {
  const groups = /** @type {SVGGraphicsElement[]} */ ([...root.children]).filter((each) => "getBBox" in each);
  const measured = groups.map((group) => ({ group, box: group.getBBox() })).filter(({ box }) => box.width > 0);
  measured.sort((one, other) => one.box.x - other.box.x);
  while (measured.length) {
    const middle = (/** @type {DOMRect} */ { y, height }) => y + height / 2;
    const line = measured.filter(({ box }) => Math.abs(middle(box) - middle(measured[0].box)) < LINE);
    for (const one of line) measured.splice(measured.indexOf(one), 1);
    const by = moves(line.map(({ box }) => box), width);
    for (const [at, { group }] of line.entries()) group.setAttribute("transform", `translate(${by[at].toFixed(1)} 0)`);
  }
}
