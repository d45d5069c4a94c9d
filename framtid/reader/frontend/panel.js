/** The panel with the one figure that changes as the reader goes. */

import { el, fadeIn, refill } from "./dom.js";
import { Figure } from "./figure.js";
import { says } from "./headline.js";
import { say } from "./labels.js";
import { crowdOf } from "./parting.js";
import { embedLink, measured, sourceLine, tableButton } from "./table.js";

export class Panel {
  /** @param {{plotly: Promise<any>}} context */
  constructor({ plotly }) {
    this.figure = new Figure(plotly);
    this.title = el("p", { class: "panel__title" });
    this.subtitle = el("p", { class: "panel__subtitle" });
    this.foot = el("div", { class: "panel__foot" });
    this.trouble = el("p", { class: "panel__trouble", hidden: true });
    this.live = el("p", { class: "unseen", "aria-live": "polite" });
    this.element = el("figure", { class: "panel" },
      el("figcaption", { class: "panel__head" }, this.title, this.subtitle),
      this.figure.element, this.trouble, this.foot, this.live);
    /** @type {import("./types.js").Frame|null} */
    this.frame = null;
    /** @type {import("./types.js").View|null} */
    this.view = null;
    /** When the figure stands, or its words in its place. @type {Promise<void>} */
    this.shown = Promise.resolve();
  }

  /**
   * Show what a step shows: always the whole state, never a change from the step before.
   * @param {import("./types.js").Document} document
   * @param {import("./types.js").Step} step
   */
  show(document, step) {
    const view = step.view ? document.views[step.view] : null;
    const frame = view && step.frame ? view.frames[step.frame] : null;
    this.element.classList.toggle("panel--empty", !frame);
    if (!view || !frame) this.clear();
    else if (frame !== this.frame) this.change(document, String(step.view), view, frame);
    this.title.classList.toggle("unseen", Boolean(frame) && says(step.heading, this.title.textContent ?? ""));
  }

  clear() {
    this.frame = this.view = null;
    this.figure.clear();
    for (const part of [this.title, this.subtitle, this.foot]) part.replaceChildren();
  }

  /**
   * @param {import("./types.js").Document} document
   * @param {string} key
   * @param {import("./types.js").View} view
   * @param {import("./types.js").Frame} frame
   * @param {{swift?: boolean}} [how]
   */
  change(document, key, view, frame, { swift = false } = {}) {
    if (!swift && this.title.textContent !== frame.title) fadeIn(this.title);
    this.title.textContent = frame.title;
    this.subtitle.replaceChildren(...measured(view));
    if (view !== this.view) {
      const button = tableButton(document, view);
      refill(this.foot, [sourceLine(document, view), button, embedLink(document, view)], button);
    }
    this.frame = frame;
    this.view = view;
    this.lose(false);
    this.shown = this.figure.show(key, frame, { swift, crowd: crowdOf(document, frame) }).catch((error) => this.complain(document, frame, error));
  }

  /** Tell those who listen what the figure now shows. @param {string} text */
  announce(text) {
    this.live.textContent = text;
  }

  /**
   * Where the figure cannot be drawn, its text alternative stands in its place.
   * @param {import("./types.js").Document} document
   * @param {import("./types.js").Frame} frame
   * @param {unknown} error
   */
  complain({ labels }, frame, error) {
    console.warn(error);
    this.trouble.textContent = `${say(labels, "figure_failed")} ${frame.alt}`;
    this.lose(true);
  }

  /** Words stand where the figure would, or do no more. @param {boolean} lost */
  lose(lost) {
    this.trouble.hidden = !lost;
    this.figure.element.hidden = lost;
    this.element.classList.toggle("panel--lost", lost);
  }

  dispose() {
    this.figure.dispose();
  }
}
