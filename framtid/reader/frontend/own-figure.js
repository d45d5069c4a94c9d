/** The one of a hundred who stands for the reader: a ring around it, and what the ring means. */

import { oneBorn } from "./lives.js";
import { born } from "./me.js";
import { FEET, ring, svg } from "./small-figures.js";
import { untangle } from "./untangle.js";

/** Between a ring of the key and its word, and between the key's last words and it, in figures' widths. */
const NEAR = 0.85;
const AFTER = 1.4;

/**
 * Mark the one as old as the reader has said; return whether there is one.
 * @param {import("./hundred.js").Hundred} hundred
 */
export function markOwn({ picture, root, ones, people, figure, at, unit, width }) {
  for (const each of picture.querySelectorAll(".hundred__ring")) each.remove();
  for (const one of ones) one.style.zIndex = "";
  const me = ones[oneBorn(people, born())];
  if (!me) return false;
  me.append(ring());
  me.style.zIndex = "1";
  const { x, y, textfont, meta } = figure.data[2];
  const [left, middle] = at(2 * x[1] - x[0] - AFTER, y[1]);
  const tall = meta.tall * unit;
  const entry = svg("g", { class: "hundred__ring" });
  const circle = svg("g", { transform: `translate(${left} ${middle + FEET * tall}) scale(${tall})` });
  circle.append(ring());
  const word = svg("text", { x: left + NEAR * unit, y: middle + textfont.size * 0.35, fill: textfont.color, "font-size": textfont.size });
  word.textContent = people.me ?? "";
  entry.append(circle, word);
  root.append(entry);
  untangle(root, width);
  return true;
}
