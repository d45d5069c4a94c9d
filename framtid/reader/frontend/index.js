// The reader: shows a story document as scrollytelling or as an article, wholly in the browser.

import { el } from "./dom.js";
import { json, plotly } from "./load.js";
import { remember } from "./address.js";
import { article } from "./article.js";
import { scroll } from "./scroll.js";

/** @type {WeakMap<Element, Reader>} Streamlit calls again on every rerun: keep what is shown. */
const readers = new WeakMap();

class Reader {
  /** @param {HTMLElement} root @param {any} data */
  constructor(root, data) {
    this.root = root;
    this.data = data;
    this.mode = data.mode;
    this.plotly = plotly(data.plotly);
    this.plotly.catch(() => undefined);
    /** @type {any} */
    this.shown = null;
    json(data.places).catch(() => undefined);
    this.open(data.document);
  }

  /** Fetch and show a document, at a step if one is named. @param {string} address @param {string} [at] */
  async open(address, at = "") {
    this.address = address;
    try {
      this.story = await json(address);
      this.show(at);
    } catch {
      this.fail(address, at);
    }
  }

  /** @param {string} address @param {string} at */
  fail(address, at) {
    const { failed, retry } = this.data.labels;
    const again = el("button", { type: "button", click: () => { note.remove(); this.open(address, at); } }, retry);
    const note = el("div", { class: "failed", role: "alert" }, el("p", {}, failed), again);
    if (this.story) this.root.prepend(note);
    else this.root.replaceChildren(note);
  }

  /** @param {string} at */
  show(at) {
    this.shown?.stop();
    const context = {
      places: this.data.places,
      plotly: this.plotly,
      choose: (/** @type {string} */ code) => this.choose(code),
      unroll: () => this.turn("article"),
    };
    this.shown = this.mode === "scroll" ? scroll(this.story, context) : article(this.story, context);
    const back = el("button", { type: "button", class: "quiet", click: () => this.turn("scroll") }, this.story.labels.as_story);
    this.root.replaceChildren(...(this.data.mode === "scroll" && this.mode === "article" ? [back] : []), this.shown.node);
    this.shown.start?.(at);
    if (at && this.mode === "article") this.root.querySelector(`#${CSS.escape(at)}`)?.scrollIntoView();
  }

  /** @param {"scroll"|"article"} mode */
  turn(mode) {
    const at = this.shown.at?.() ?? "";
    this.mode = mode;
    this.show(at);
  }

  /** Go on in another place, at the step where the reader is. @param {string} code */
  async choose(code) {
    const asked = this.story.steps.find((/** @type {any} */ step) => step.ask)?.id ?? "";
    await this.open(this.data.template.replace("{code}", code), asked);
    remember(code, asked);
    /** @type {HTMLElement | null} */ (this.root.querySelector(`#${CSS.escape(asked)} h3`))?.focus({ preventScroll: true });
  }

  stop() {
    this.shown?.stop();
  }
}

/** Streamlit's entry point. @param {{parentElement: HTMLElement, data: any}} component */
export default function ({ parentElement, data }) {
  const root = /** @type {HTMLElement} */ (parentElement.querySelector(".reader"));
  const present = readers.get(parentElement);
  if (present && present.data.document === data.document && present.data.mode === data.mode) return undefined;
  present?.stop();
  readers.set(parentElement, new Reader(root, data));
  return () => {
    readers.get(parentElement)?.stop();
    readers.delete(parentElement);
  };
}
