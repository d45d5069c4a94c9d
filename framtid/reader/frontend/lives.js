/** A hundred lives: who stands in a year, where, and how the rest have come and gone. */

const HERE = 0;
const STAYS = 3;
const DIED = 4;
const ROOM = 5;

/**
 * One life as the figure tells it: born, how and when one came, how and when one left.
 * @typedef {[number, number, number, number, number]} Life
 * @typedef {{of?: string, year: number, years: [number, number], lives: Life[], groups: Record<string, number>,
 *   shapes: Record<string, string>, columns: number, row: number, since: [string, string], name: string, me?: string, you?: string}} People
 * @typedef {{x: number, y: number, shown: boolean, shape: string}} Spot  In figures' widths, from the middle of the feet of the first.
 */

/** @param {Life} life @param {number} year */
export function stands([, came, since, left, until], year) {
  return (came === HERE || since < year) && (left === STAYS || year <= until);
}

/** Who was born or moved in; one who only came into view was here. @param {Life} life */
export function isNew([, came]) {
  return came !== HERE && came !== ROOM;
}

/** The group of ages a life is in. @param {People} people @param {Life} life @param {number} year */
export function groupOf(people, life, year) {
  const age = Math.max(year - 1 - life[0], 0);
  return Object.entries(people.groups).reduce((found, [name, first]) => (age >= first ? name : found), "");
}

/**
 * Where everybody is in a year. Those who stand are in rows, the youngest first; who has yet to
 * come waits below where one will stand, who has moved is on the way out to the right, and who
 * has died a little above; a figure that makes room, or comes into view, does so where it is.
 * @param {People} people
 * @param {number} year
 * @returns {Spot[]}
 */
export function spots(people, year) {
  const rows = rowsOf(people, year);
  return people.lives.map((life, number) => {
    const place = rows.get(number);
    const shape = groupOf(people, life, year);
    if (place !== undefined) return { ...at(people, place), shown: true, shape };
    return away(people, life, number, year);
  });
}

/** Whose place is which in a year, worked out once. @type {WeakMap<People, Map<number, Map<number, number>>>} */
const known = new WeakMap();

/** @param {People} people @param {number} year @returns {Map<number, number>} */
function rowsOf(people, year) {
  const years = known.get(people) ?? new Map();
  known.set(people, years);
  if (!years.has(year)) years.set(year, new Map(order(people, year).map((life, place) => [life, place])));
  return years.get(year);
}

/** Who stands, as places among the lives, the youngest first. @param {People} people @param {number} year */
export function order({ lives }, year) {
  const here = lives.map((_, number) => number).filter((number) => stands(lives[number], year));
  return here.sort((one, other) => lives[other][0] - lives[one][0] || one - other);
}

/** How many years older or younger than a reader one may be, and still stand for the reader. */
const AS_OLD = 4;

/**
 * Which of the lives stands for one who is born in a year: the nearest in age of those who are here
 * all the time, so that the reader is in sight from the first year to the last; -1 where none is as old.
 * @param {People} people @param {number|null} born
 */
export function oneBorn({ lives }, born) {
  if (born === null) return -1;
  const apart = (/** @type {number} */ number) => Math.abs(lives[number][0] - born);
  const stay = lives.map((_, number) => number).filter((number) => lives[number][1] === HERE && lives[number][3] === STAYS);
  const nearest = stay.reduce((best, number) => (best < 0 || apart(number) < apart(best) ? number : best), -1);
  return nearest >= 0 && apart(nearest) <= AS_OLD ? nearest : -1;
}

/**
 * Which of some of the hundred each figure of a scene is parted from, in order and as evenly as may be.
 * @param {number} figures @param {number} hundred @returns {number[]}
 */
export function parted(figures, hundred) {
  return Array.from({ length: hundred ? figures : 0 }, (_, n) => Math.floor((n * hundred) / figures));
}

/** Every second row is read backwards, so that who grows older than a row takes a short step. @param {People} people @param {number} place */
function at({ columns, row }, place) {
  const line = Math.floor(place / columns);
  const along = place % columns;
  return { x: line % 2 ? columns - 1 - along : along, y: line * row };
}

/** @param {People} people @param {Life} life @param {number} number @param {number} year */
function away(people, life, number, year) {
  const [, , since, left, until] = life;
  const yet = year <= since;
  const edge = yet ? since + 1 : until;
  const spot = at(people, rowsOf(people, edge).get(number) ?? 0);
  const shape = groupOf(people, life, edge);
  if ((yet ? life[1] : left) === ROOM) return { ...spot, shown: false, shape };
  if (yet) return { x: spot.x, y: spot.y + 0.8, shown: false, shape };
  if (left === DIED) return { x: spot.x, y: spot.y - 0.8, shown: false, shape };
  return { x: spot.x + 1.5, y: spot.y, shown: false, shape };
}
