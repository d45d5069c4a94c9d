/** What a step of a kind has beside its prose: a guess, a birth year, a day, a front page, an example. */

import { el } from "./dom.js";
import { guess } from "./guess.js";
import { say } from "./labels.js";
import { day, front } from "./versions.js";
import { you } from "./you.js";

/** @typedef {NonNullable<import("./types.js").Step["more"]>} More */

/** Kinds that are a screen of their own: they lie over the figure that stays. */
const WIDE = new Set(["guess", "day", "front"]);

/** The classes of a step. @param {import("./types.js").Step} step */
export function classOf({ more, ask }) {
  if (more && WIDE.has(more.kind)) return `step step--wide step--${more.kind}`;
  return ask === "path" ? "step step--fork" : "step";
}

/** @param {import("./types.js").Context} context @param {More} more */
export function kindOf({ document }, more) {
  switch (more.kind) {
    case "guess": return guess(document, more);
    case "you": return you(document, more);
    case "day": return day(document, more);
    case "front": return front(document, more);
    default: return example(document, more);
  }
}

/** @param {import("./types.js").Document} document @param {import("./answers.d.ts").Example} more */
function example({ labels }, { place, heading, html, why, sources }) {
  const links = sources.map(({ label, link, tongue }) =>
    el("li", {}, el("a", { href: link, text: label, ...(tongue ? { lang: tongue } : {}) })));
  return el("aside", { class: "kind example", "aria-label": place },
    el("p", { class: "example__heading", text: heading }),
    el("div", { class: "example__text", html }),
    el("p", { class: "kind__note", text: why }),
    el("div", { class: "kind__note" }, say(labels, "source"), el("ul", { class: "example__sources" }, ...links)));
}
