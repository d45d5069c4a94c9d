/** The parts both layouts are built of: the opening, the acts' chapter headings, the steps. */

import { el } from "./dom.js";
import { classOf, kindOf } from "./kinds.js";
import { day, say } from "./labels.js";
import { leverChoice } from "./lever-choice.js";
import { onward } from "./onward.js";
import { pathChoice } from "./path-choice.js";
import { PlaceFinder } from "./place-finder.js";
import { remarkLink, subjectOf } from "./remark.js";

/** What each kind of question is answered with. @type {Object<string, (context: import("./types.js").Context) => HTMLElement|null>} */
const ASKS = {
  place: (context) => new PlaceFinder(context).element,
  path: pathChoice,
  levers: leverChoice,
  onward: ({ document }) => onward(document),
};

/**
 * The title and what it is about.
 * @param {import("./types.js").Context} context
 */
export function opening({ document, data, mode }) {
  const { labels, language, title, description, updated } = document;
  return el("header", { class: "opening" },
    data.opening && el("h1", { text: title }),
    data.opening && el("p", { class: "opening__lead", text: description }),
    data.opening && el("p", { class: "opening__note", text: say(labels, "updated", { date: day(updated, language) }) }),
    el("p", { class: "opening__cue", text: say(labels, mode === "scroll" ? "cue_scroll" : "cue_article") }));
}

/**
 * An act: its chapter heading (where it has a title) and what stands in it.
 * @param {import("./types.js").Document} document
 * @param {import("./answers.d.ts").Act} act
 * @param {HTMLElement[]} children
 */
export function actSection({ acts, labels }, act, children) {
  if (!act.title) return el("div", { class: "act" }, ...children);
  const id = `akt-${act.id}`;
  const number = acts.indexOf(act) + 1;
  const chapter = el("header", { class: number === 1 ? "chapter chapter--first" : "chapter", "data-act": act.id },
    acts.length > 1 && el("p", { class: "chapter__number", text: say(labels, "act", { number, count: acts.length }) }),
    el("h2", { id, text: act.title }),
    act.subtitle && el("p", { class: "chapter__subtitle", text: act.subtitle }));
  return el("section", { class: "act", "aria-labelledby": id }, chapter, ...children);
}

/**
 * A step: its heading, its prose, and the question where it asks one.
 * @param {import("./types.js").Context} context
 * @param {import("./types.js").Step} step
 * @param {HTMLElement[]} extra what the layout puts after the prose
 */
export function stepSection(context, step, extra = []) {
  const act = context.document.acts.find(({ id }) => id === step.act);
  const heading = `${step.id}-tittel`;
  return el("section", { class: classOf(step), id: step.id, tabindex: "-1", "aria-labelledby": heading },
    el(act?.title ? "h3" : "h2", { class: "step__heading", id: heading, text: step.heading }),
    ...inOrder(step, el("div", { class: "prose", html: step.html }), step.more && kindOf(context, step.more)),
    step.ask && ASKS[step.ask]?.(context),
    remarkLink(context.document.labels, subjectOf(context.document.story, step.id), step.heading),
    ...extra);
}

/**
 * An example is what its step is about, and stands first; the rest follows what the prose says.
 * @param {import("./types.js").Step} step @param {HTMLElement} prose @param {HTMLElement|undefined} more
 */
function inOrder(step, prose, more) {
  if (!more) return [prose];
  return step.more?.kind === "example" ? [more, prose] : [prose, more];
}

/**
 * The whole text: every act with its steps, each step made by `make`.
 * @param {import("./types.js").Document} document
 * @param {(step: import("./types.js").Step) => HTMLElement} make
 */
export function actSections(document, make) {
  return document.acts.map((act) =>
    actSection(document, act, document.steps.filter((step) => step.act === act.id).map(make)));
}
