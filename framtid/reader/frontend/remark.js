/**
 * Who reads for a longer room (`?innspill=KODE`) has a link at each step, lever and figure to say something of it.
 * It carries the code, what it is about, the place and the path; the page it leads to has the way back.
 */

import { el } from "./dom.js";
import { say } from "./labels.js";

const ROOM = "innspill";
const CARRIED = ["sted", "vei", "lang"];
const CODE = /^[0-9A-Z]{8}$/;

/**
 * Where something is said of a subject; null where nobody reads for a room.
 * @param {string} subject `steg.2040.kartet`, `spak.heltid` or `figur.carers`
 */
export function remarkAddress(subject) {
  const here = new URLSearchParams(location.search);
  const code = here.get(ROOM) ?? "";
  if (!CODE.test(code)) return null;
  const query = new URLSearchParams({ om: subject });
  for (const name of CARRIED) {
    const value = here.get(name);
    if (value) query.set(name, value);
  }
  return `/${ROOM}/${code}?${query}`;
}

/** What a step is called there: one of a story, or a figure of the municipality. @param {string} document @param {string} step */
export function subjectOf(document, step) {
  return document === "gallery" ? `figur.${step}` : `steg.${document}.${step}`;
}

/**
 * The link, or null where nobody reads for a room.
 * @param {import("./types.js").Labels} labels @param {string} subject @param {string} title
 */
export function remarkLink(labels, subject, title) {
  const href = remarkAddress(subject);
  if (!href) return null;
  const link = el("a", { class: "link remark", href, text: say(labels, "remark"), "aria-label": say(labels, "remark_of", { title }) });
  // Place and path may have changed since the step was written.
  const anew = () => link.setAttribute("href", remarkAddress(subject) ?? href);
  for (const event of ["pointerdown", "focus", "click"]) link.addEventListener(event, anew);
  return el("p", {}, link);
}
