/** The same document unrolled: every step with its own figure, table and file. */

import { contents } from "./contents.js";
import { el, scroller, still } from "./dom.js";
import { Figure } from "./figure.js";
import { say } from "./labels.js";
import { watchLine } from "./line.js";
import { readings } from "./readings.js";
import { actSections, opening, stepSection } from "./steps.js";
import { files, sourceLine, tableDetails } from "./table.js";

/** Figures are drawn this far before they come into sight. */
const AHEAD = "800px 0px";

export class ArticleLayout {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.context = context;
    /** @type {Map<Element, () => void>} how to draw each figure that is not drawn yet */
    this.waiting = new Map();
    /** @type {string|null} */
    this.current = null;
    /** @type {Figure[]} */
    this.figures = [];
    this.near = new IntersectionObserver((entries) => this.drawNear(entries), { rootMargin: AHEAD });
    this.text = el("div", { class: "text" });
    this.element = el("div", { class: "unrolled" }, opening(context), readings(context), this.text);
    this.fill();
    this.line = watchLine(this.element, null, (step) => this.reach(step), () => this.stay());
  }

  fill() {
    const { document } = this.context;
    this.dropFigures();
    this.text.replaceChildren(...actSections(document, (step) => stepSection(this.context, step, this.exhibit(step))));
    if (document.contents) this.text.querySelector(".chapter")?.append(contents(document, (id) => this.goTo(id, { focus: true, smooth: true })));
  }

  /** The figure of a step with everything that belongs to it. @param {import("./types.js").Step} step @returns {HTMLElement[]} */
  exhibit(step) {
    const { document, plotly } = this.context;
    const view = step.view ? document.views[step.view] : null;
    if (!view || !step.view || !step.frame) return [];
    const frame = view.frames[step.frame];
    const figure = new Figure(plotly);
    figure.element.setAttribute("aria-label", frame.alt);
    const trouble = el("p", { class: "panel__trouble", hidden: true });
    this.figures.push(figure);
    this.waiting.set(figure.element, () => figure.show(String(step.view), frame).catch(() => {
      trouble.textContent = `${say(document.labels, "figure_failed")} ${frame.alt}`;
      trouble.hidden = false;
      figure.element.hidden = true;
    }));
    this.near.observe(figure.element);
    return [el("figure", { class: "exhibit" },
      el("figcaption", {},
        frame.title !== step.heading && el("p", { class: "panel__title", text: frame.title }),
        el("p", { class: "panel__subtitle", text: view.subtitle })),
      figure.element, trouble,
      view.action && el("p", { class: "exhibit__action", text: view.action }),
      el("div", { class: "panel__foot" }, sourceLine(document, view), files(document, view)),
      tableDetails(document, view))];
  }

  /** @param {IntersectionObserverEntry[]} entries */
  drawNear(entries) {
    for (const entry of entries) if (entry.isIntersecting) this.draw(entry.target);
  }

  /** @param {Element} box */
  draw(box) {
    this.waiting.get(box)?.();
    this.waiting.delete(box);
    this.near.unobserve(box);
  }

  /** When the first screen is whole: figures come as they are reached. */
  get ready() {
    return Promise.resolve();
  }

  /** @param {string} step @param {{chosen?: boolean}} [how] */
  reach(step, { chosen = false } = {}) {
    const held = this.context.held();
    if (held && held !== step) return;
    this.current = step;
    this.context.arrived(step, { chosen });
  }

  /** Keep the step that is read in sight when the window changes width. */
  stay() {
    if (this.current && this.current !== this.context.document.steps[0].id) this.goTo(this.current);
  }

  /**
   * Put another document in, with the step that asked where it was.
   * @param {import("./types.js").Context} context
   * @param {string} asking
   */
  swap(context, asking) {
    const top = () => this.section(asking)?.getBoundingClientRect().top ?? 0;
    const before = top();
    this.context = context;
    this.line.stop();
    this.fill();
    scroller(this.element).scrollBy({ top: top() - before, behavior: "instant" });
    this.line.start();
  }

  /** @param {string} id @returns {HTMLElement|null} */
  section(id) {
    return this.text.querySelector(`#${CSS.escape(id)}`);
  }

  /** @param {string} id @param {import("./types.js").GoOptions} [options] */
  goTo(id, { focus = false, smooth = false } = {}) {
    const section = this.section(id);
    section?.scrollIntoView({ block: "start", behavior: smooth && !still() ? "smooth" : "instant" });
    if (focus) section?.focus({ preventScroll: true });
    if (section) this.reach(id, { chosen: true });
  }

  dropFigures() {
    for (const figure of this.figures) figure.dispose();
    this.figures = [];
    this.waiting.clear();
    this.near.disconnect();
  }

  drawAll() {
    for (const box of [...this.waiting.keys()]) this.draw(box);
  }

  dispose() {
    this.line.stop();
    this.dropFigures();
  }
}
