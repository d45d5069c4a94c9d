/** The story as it is scrolled: text beside (or below) one figure that stays. */

import { el, scroller, still } from "./dom.js";
import { arrowKeys } from "./keys.js";
import { ended } from "./labels.js";
import { Panel } from "./panel.js";
import { Rail } from "./rail.js";
import { readings } from "./readings.js";
import { actSections, opening, stepSection } from "./steps.js";
import { reads } from "./surroundings.js";
import { visibleFrom, watchLine } from "./line.js";

/** Pixels of text that stay in sight from one page of a step to the next. */
const LINE = 32;

export class ScrollLayout {
  /** @param {import("./types.js").Context} context */
  constructor(context) {
    this.context = context;
    this.panel = new Panel(context);
    this.rail = new Rail(context.document.labels, (by) => this.move(by));
    this.text = el("div", { class: "text" });
    this.element = el("div", { class: "stage" },
      this.rail.progress, this.head(context), this.rail.element, this.panel.element, this.text);
    /** @type {string|null} */
    this.current = null;
    /** @type {string|null} the step a jump is on its way to */
    this.target = null;
    this.unmark = reads("scroll");
    this.fill();
    this.line = watchLine(this.element, this.panel.element, (step) => this.reach(step), () => this.stay());
    this.ignoreKeys = arrowKeys((by) => this.move(by, { focus: true }));
    this.look = () => this.rail.end(this.current === this.steps.at(-1)?.id && !this.unread());
    document.addEventListener("scroll", this.look, { capture: true, passive: true });
    for (const event of ["wheel", "touchmove", "pointerdown"]) {
      this.element.addEventListener(event, () => { this.target = null; }, { passive: true });
    }
  }

  /** The opening, with the ways to read; in the rail they stand as well. @param {import("./types.js").Context} context */
  head(context) {
    const head = opening(context);
    head.append(...[readings(context)].filter((each) => each instanceof HTMLElement));
    this.rail.offer(readings(context, "div"));
    return head;
  }

  /** When the first screen is whole. */
  get ready() {
    return this.panel.shown;
  }

  get steps() {
    return this.context.document.steps;
  }

  /** Write the text of the whole document. */
  fill() {
    this.text.replaceChildren(...actSections(this.context.document, (step) => stepSection(this.context, step)));
    this.light(this.steps.some(({ id }) => id === this.current) ? String(this.current) : this.steps[0].id);
  }

  /**
   * Put another document in, with the step that asked where it was.
   * @param {import("./types.js").Context} context
   * @param {string} asking
   */
  swap(context, asking) {
    const top = () => this.section(asking)?.getBoundingClientRect().top ?? 0;
    this.context = context;
    const before = top();
    this.line.stop();
    this.fill();
    scroller(this.element).scrollBy({ top: top() - before, behavior: "instant" });
    this.line.start();
    this.panel.announce(this.panel.frame?.title ?? "");
  }

  /** @param {string|null} id */
  section(id) {
    return id ? this.text.querySelector(`#${CSS.escape(id)}`) : null;
  }

  /** The line in the middle has reached a step. @param {string} id */
  reach(id) {
    const wanted = this.target ?? this.context.held();
    if (wanted && id !== wanted) return;
    this.target = null;
    if (id === this.current) return;
    this.light(id);
    this.context.arrived(id);
  }

  /** Keep the step that is read in sight when the window turns or changes size. */
  stay() {
    if (this.current !== this.steps[0].id) this.goTo(String(this.current));
  }

  /** Light one step and show what it shows. @param {string} id */
  light(id) {
    const index = this.steps.findIndex((step) => step.id === id);
    const step = this.steps[index];
    const changed = this.current !== id;
    this.current = id;
    for (const section of this.text.querySelectorAll(".step")) {
      if (section.id === id) section.setAttribute("aria-current", "step");
      else section.removeAttribute("aria-current");
    }
    const kinds = this.section(id)?.classList;
    for (const kind of ["wide", "guess"]) this.element.classList.toggle(`stage--${kind}`, Boolean(kinds?.contains(`step--${kind}`)));
    this.panel.show(this.context.document, step);
    this.rail.show(index, this.steps.length);
    this.look?.();
    if (changed) this.panel.announce(`${this.rail.words(index, this.steps.length)}: ${ended(step.heading)} ${this.panel.frame?.title ?? ""}`);
  }

  /** @param {number} by @param {import("./types.js").GoOptions} [options] */
  move(by, options) {
    if (by > 0 && this.readOn()) return;
    const index = this.steps.findIndex(({ id }) => id === this.current) + by;
    if (this.steps[index]) this.goTo(this.steps[index].id, { smooth: true, chapter: by > 0, ...options });
  }

  /** The page of a chapter before a step, where it is the first of its act. @param {Element} section */
  chapterOf(section) {
    const before = section.previousElementSibling;
    return before?.matches(".chapter:not(.chapter--first)") ? before : null;
  }

  /** The step that is read and where it ends, when that lies under the buttons, or below. */
  unread() {
    const section = this.section(this.current);
    const end = section?.lastElementChild?.getBoundingClientRect().bottom ?? 0;
    const floor = Math.min(innerHeight, this.rail.element.getBoundingClientRect().top);
    return section && end > floor + 1 ? { section, end, floor } : null;
  }

  /** Scroll on to what is unread of the step; say whether there is any. */
  readOn() {
    const left = this.unread();
    if (!left) return false;
    const { section, end, floor } = left;
    if (Number(section.firstElementChild?.getBoundingClientRect().top) >= floor) {
      this.goTo(String(this.current), { smooth: true });
      return true;
    }
    // Some steps lie over the figure, and have its room too.
    const over = getComputedStyle(section).zIndex !== "auto";
    const room = floor - (over ? 0 : visibleFrom(this.element, this.panel.element));
    const by = Math.min(end - floor + LINE, room - LINE);
    scroller(this.element).scrollBy({ top: by, behavior: still() ? "instant" : "smooth" });
    return true;
  }

  /**
   * Go to a step at once, whatever lies between.
   * @param {string} id
   * @param {import("./types.js").GoOptions} [options]
   */
  goTo(id, { focus = false, smooth = false, chapter = false } = {}) {
    const section = /** @type {HTMLElement|null} */ (this.section(id));
    if (!section) return;
    this.target = id;
    if (id !== this.current) {
      this.light(id);
      this.context.arrived(id, { chosen: true });
    }
    const page = (chapter && this.chapterOf(section)) || section;
    page.scrollIntoView({ block: "start", behavior: smooth && !still() ? "smooth" : "instant" });
    if (focus) section.focus({ preventScroll: true });
  }

  /** The one figure is always drawn. */
  drawAll() {}

  dispose() {
    this.line.stop();
    document.removeEventListener("scroll", this.look, { capture: true });
    this.ignoreKeys();
    this.unmark();
    this.panel.dispose();
  }
}
