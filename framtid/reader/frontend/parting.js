/**
 * From the hundred to a scene and back: a figure of the hundred parts into those it stands for, who
 * walk on from there; those of a scene gather again where the hundred have them.
 */

import { fadeIn, nextPicture, pause, still } from "./dom.js";
import { Hundred } from "./hundred.js";
import { Scene } from "./scene.js";

/** How long one walks, as the style sheet has it, and how long the hundred stand whole between two scenes. */
const WALK = 700;
const WHOLE = 250;
/** How long a picture takes to fade in, and out, when nobody walks. */
const IN = 400;
const OUT = 200;

/** @typedef {import("./figure.js").Figure} Figure */
/** @typedef {import("./types.js").Frame} Frame */

/** Whether a frame is of people, or of what they stand by. @param {Frame} frame */
export function peopled({ figure }) {
  return Boolean(figure.layout.meta?.people || figure.layout.meta?.scene);
}

/** The hundred that the people of a frame are of, as a document has them. @param {import("./types.js").Document} document @param {Frame} frame @returns {Frame|null} */
export function crowdOf({ views }, frame) {
  const { of, group } = frame.figure.layout.meta?.scene ?? {};
  return (group && Object.values(views[`hundred/${of}`]?.frames ?? {}).at(-1)) || null;
}

/** Where the hundred have those of a scene; none where they are not the same people. @param {unknown} hundred @param {unknown} scene @returns {import("./scene.js").Stand[]} */
function shared(hundred, scene) {
  if (!(hundred instanceof Hundred && scene instanceof Scene)) return [];
  const { of, group, year } = scene.about;
  return group && of === hundred.people.of ? hundred.whereAre(group, year) : [];
}

/** Whether two scenes are of one hundred, so that the way from one to the other is by it. @param {unknown} one @param {Scene} other */
function throughHundred(one, other) {
  return one instanceof Scene && Boolean(one.about.group && other.about.group) && one.about.of === other.about.of;
}

/**
 * Show people: the same ones go on to the frame, those who are of the same hundred walk, and others
 * take their place.
 * @param {Figure} figure
 * @param {any} Plotly
 * @param {Frame} frame
 * @param {{sameView: boolean, swift: boolean, turn: number, crowd: Frame|null}} how
 */
export async function showPeople(figure, Plotly, frame, { sameView, swift, turn, crowd }) {
  if (figure.people?.takes(frame, sameView)) {
    figure.people.show(frame, { swift });
    return;
  }
  const next = frame.figure.layout.meta.people ? new Hundred(frame) : new Scene(frame);
  const walking = !swift && !still();
  if (walking && crowd && next instanceof Scene && throughHundred(figure.people, next)) {
    const between = new Hundred(crowd);
    between.pass();
    await replace(figure, Plotly, between, walking);
    await pause(WALK + WHOLE);
    if (turn !== figure.turn) return;
  }
  await replace(figure, Plotly, next, walking);
}

/**
 * Draw others in the place of those who stand; who is in both pictures walks from one to the other.
 * @param {Figure} figure @param {any} Plotly @param {Hundred|Scene} next @param {boolean} walking
 */
async function replace(figure, Plotly, next, walking) {
  const before = figure.people;
  const uncover = figure.cover(Plotly, next.element);
  figure.people = next;
  next.draw(figure.element.clientWidth, figure.element.clientHeight);
  const from = walking && next instanceof Scene ? shared(before, next) : [];
  const to = walking && next instanceof Hundred ? shared(next, before) : [];
  if (from.length && next instanceof Scene) {
    next.standWith(from);
    uncover(0, OUT);
    fadeIn(next.written, WALK);
    await nextPicture();
    await nextPicture();
    next.walk();
  } else if (to.length && before instanceof Scene) {
    before.standWith(to);
    uncover(WALK, WALK);
  } else {
    uncover(IN, OUT);
  }
}
