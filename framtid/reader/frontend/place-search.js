/** A search that forgives: accents, foreign keyboards and a slip of the finger. */

const LETTERS = /** @type {Object<string, string>} */ ({ æ: "ae", ø: "o", å: "a", đ: "d", ŋ: "n", ŧ: "t", ß: "ss" });
const LEVELS = ["municipality", "region", "county"];
const SLIP = 4;
const BEFORE = 0.5;
const NO_MATCH = 9;

/** Reduce a name to plain lower-case letters, digits and single spaces. @param {string} text */
export function fold(text) {
  return text
    .toLowerCase()
    .replace(/[æøåđŋŧß]/g, (letter) => LETTERS[letter])
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, " ")
    .trim()
    .replaceAll("aa", "a")
    .replaceAll("oe", "o");
}

/**
 * The places a query may mean, best first; municipalities before regions and counties. One that was
 * found by a name it had before says which: `found_by`.
 * @param {import("./types.js").Place[]} places
 * @param {string} query
 * @param {number} [limit]
 */
export function findPlaces(places, query, limit = 7) {
  const wanted = fold(query);
  if (!wanted) return [];
  const hits = places
    .filter(({ level }) => LEVELS.includes(level))
    .map((place) => fit(wanted, place))
    .filter(({ score }) => score < NO_MATCH);
  const spelt = hits.some(({ score }) => score < SLIP);
  return hits
    .filter(({ score }) => score < SLIP || !spelt)
    .sort((a, b) => a.score - b.score
      || LEVELS.indexOf(a.place.level) - LEVELS.indexOf(b.place.level)
      || a.place.short.localeCompare(b.place.short, "nb"))
    .slice(0, limit)
    .map(({ place }) => place);
}

/** How well a place fits; names and codes of old stand a little behind. @param {string} wanted @param {import("./types.js").Place} place */
function fit(wanted, place) {
  const { code, name, short, label, also = [], former = [], former_codes = [] } = place;
  const now = score(wanted, folded([short, name, label, ...name.split(" – "), code, ...also]));
  const before = score(wanted, folded([...former, ...former_codes])) + BEFORE;
  if (now <= before) return { place, score: now };
  const found_by = former.find((old) => score(wanted, [fold(old)]) + BEFORE === before);
  return { place: { ...place, found_by }, score: before };
}

/** @param {string[]} names */
function folded(names) {
  return names.filter(Boolean).map(fold);
}

/** 0 the same, 1 a beginning, 2 a word's beginning, 3 inside, 4 one slip. @param {string} wanted @param {string[]} known */
function score(wanted, known) {
  if (known.includes(wanted)) return 0;
  if (known.some((name) => name.startsWith(wanted))) return 1;
  if (known.some((name) => name.includes(` ${wanted}`))) return 2;
  if (known.some((name) => name.includes(wanted))) return 3;
  return wanted.length > 3 && known.some((name) => oneSlip(wanted, name)) ? SLIP : NO_MATCH;
}

/** Whether `name` begins with `wanted` but for one letter more, less, other or swapped. @param {string} wanted @param {string} name */
function oneSlip(wanted, name) {
  let at = 0;
  while (at < wanted.length && wanted[at] === name[at]) at += 1;
  const rest = wanted.slice(at);
  const left = name.slice(at);
  const swapped = rest.length > 1 && left.startsWith(rest[1] + rest[0] + rest.slice(2));
  return swapped || left.startsWith(rest.slice(1)) || left.slice(1).startsWith(rest) || left.slice(1).startsWith(rest.slice(1));
}
