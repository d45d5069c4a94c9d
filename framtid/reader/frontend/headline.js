/** One headline to a screen: whether a step's heading already says what its figure is called. */

const FIGURE = /\d+(?:[ \u00a0.,]\d+)*/g;

/**
 * Whether a heading has every figure of a title: then the screen need not say it twice.
 * @param {string} heading
 * @param {string} title
 */
export function says(heading, title) {
  /** @type {string[]} */
  const had = heading.match(FIGURE) ?? [];
  const asked = title.match(FIGURE) ?? [];
  return asked.length > 0 && asked.every((figure) => had.includes(figure));
}
