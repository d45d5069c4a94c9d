// The same document unrolled: every step's text, then its own figure. Also what is printed.

import { el, prose } from "./dom.js";
import { Figure } from "./figure.js";
import { folded, sources } from "./panel.js";
import { finder } from "./finder.js";

/**
 * @param {any} story the document
 * @param {any} context addresses and what to do when a place is chosen
 * @returns {{node: HTMLElement, stop: () => void}}
 */
export function article(story, context) {
  /** @type {Map<Element, {figure: Figure, step: any}>} */
  const waiting = new Map();
  /** @type {Figure[]} */
  const drawn = [];
  const gallery = story.story === "gallery";
  const near = new IntersectionObserver((entries) => {
    for (const entry of entries) {
      const found = entry.isIntersecting && waiting.get(entry.target);
      if (!found) continue;
      near.unobserve(entry.target);
      drawn.push(found.figure);
      found.figure.show(found.step.view, story.views[found.step.view].frames[found.step.frame]);
    }
  }, { rootMargin: "600px 0px" });

  const figureOf = (/** @type {any} */ step) => {
    const view = story.views[step.view];
    const frame = view.frames[step.frame];
    const box = el("div", { class: "plot", role: "img", "aria-label": frame.alt });
    waiting.set(box, { figure: new Figure(box, context.plotly), step });
    near.observe(box);
    const title = frame.title === step.heading ? null : el("p", { class: "finding" }, frame.title);
    return el("figure", { class: "card" }, title, el("p", { class: "subtitle" }, view.subtitle), box,
      el("figcaption", {}, el("p", { class: "action" }, view.action), folded(view, story), sources(view, story.labels)));
  };
  const section = (/** @type {any} */ step) =>
    el("section", { id: step.id, class: "piece" }, el(gallery ? "h2" : "h3", { tabindex: "-1" }, step.heading), prose(step.html),
      step.ask === "place" ? finder(context.places, story.labels, context.choose) : null, figureOf(step));

  const node = el("article", { class: gallery ? "article gallery" : "article" });
  if (!gallery) node.append(el("h1", {}, story.title), el("p", { class: "lead" }, story.description));
  for (const act of story.acts) {
    if (!gallery) node.append(el("h2", { class: "act" }, act.title), el("p", { class: "act-subtitle" }, act.subtitle));
    node.append(...story.steps.filter((/** @type {any} */ step) => step.act === act.id).map(section));
  }
  return {
    node,
    stop() {
      near.disconnect();
      drawn.forEach((figure) => figure.remove());
    },
  };
}
