/** A day, and a front page, in one or two futures: beside each other, or one at a time on a narrow page. */

import { el } from "./dom.js";
import { say } from "./labels.js";

/** @typedef {{tone: string, name: string}} Version */

/** The choice between two futures on a narrow page. @param {import("./types.js").Labels} labels @param {Version[]} versions @param {string} group */
function tabs(labels, versions, group) {
  if (versions.length < 2) return null;
  return el("fieldset", { class: "versions__choice" },
    el("legend", { class: "unseen", text: say(labels, "versions") }),
    ...versions.map(({ tone, name }, at) => el("label", { class: `versions__tab versions__tab--${tone}` },
      el("input", { type: "radio", class: "versions__radio", name: group, value: tone, checked: at === 0 }), el("span", { text: name }))));
}

/** A drawing of ours; its SVG is the document's own. @param {import("./types.js").Document} document @param {string} name */
function drawing({ drawings }, name) {
  const one = drawings?.[name];
  return one ? el("div", { class: "drawing", role: "img", "aria-label": one.alt, html: one.svg }) : null;
}

/** @param {import("./types.js").Document} document @param {import("./answers.d.ts").Day} more */
export function day(document, { versions }) {
  const heads = versions.map(({ tone, name, heading }) => el("p", { class: `day__head tone tone--${tone}` },
    el("span", { class: "tone__name", text: name }), heading));
  const hours = versions[0].hours.map((hour, at) => el("li", { class: "day__hour" },
    el("p", { class: "day__at", text: hour.at }),
    el("div", { class: "day__texts" }, ...versions.map(({ tone, name, hours }) => el("div", { class: `tone tone--${tone}` },
      versions.length > 1 && el("span", { class: "unseen", text: `${name}: ` }),
      drawing(document, hours[at].drawing),
      el("div", { class: "tone__text", html: hours[at].html }))))));
  return el("div", { class: "kind versions" }, tabs(document.labels, versions, "dagen"),
    el("div", { class: "day__heads" }, ...heads), el("ol", { class: "day" }, ...hours));
}

/** @param {import("./types.js").Document} document @param {import("./answers.d.ts").Front} more */
export function front(document, { paper, date, versions }) {
  const pages = versions.map(({ tone, name, heading, drawing: shown, html }) =>
    el("article", { class: `paper tone tone--${tone}`, "aria-label": `${paper}: ${name}` },
      el("p", { class: "paper__name", text: paper }),
      el("p", { class: "paper__date" }, el("span", { text: date }), el("span", { class: "tone__name", text: name })),
      el("p", { class: "paper__heading", text: heading }),
      drawing(document, shown),
      el("div", { class: "paper__text", html })));
  return el("div", { class: "kind versions" }, tabs(document.labels, versions, "forsiden"),
    el("div", { class: "papers" }, ...pages));
}
