/** The reader: fetches the document, chooses a layout, and keeps place and step in the address. */

import { articleInAddress, rememberMode, rememberPath, rememberPlace } from "./address.js";
import { Arrivals } from "./arrivals.js";
import { ArticleLayout } from "./article-layout.js";
import { fetchDocument, fill, loadPlotly } from "./documents.js";
import { el, fadeIn, pastFocus, pause, sayAloud, scroller } from "./dom.js";
import { Hold } from "./holding.js";
import { say } from "./labels.js";
import { ScrollLayout } from "./scroll-layout.js";
import { failure, skeleton, styled, uncover } from "./waiting.js";
import { fitToPage } from "./surroundings.js";

/** How long text waits for the figure library, so that both appear together. */
const PATIENCE = 6000;
/** Small windows and great zoom have no room for a figure that stays; a phone that lies has it beside. */
const LOW = "(max-height: 519px) and (max-width: 559px), (max-height: 279px)";

export class Reader {
  /** @param {HTMLElement} parent @param {import("./types.js").Data} data */
  constructor(parent, data) {
    this.data = data;
    this.root = el("div", { class: "reader", hidden: true });
    parent.append(this.root);
    this.stopFitting = fitToPage(this.root);
    /** @type {import("./types.js").Document|null} */
    this.document = null;
    /** @type {import("./types.js").Layout|null} */
    this.layout = null;
    /** @type {import("./types.js").Mode} */
    this.wish = data.mode === "scroll" && !articleInAddress() ? "scroll" : "article";
    this.arrivals = new Arrivals();
    this.hold = new Hold(this.root, () => this.arrivals.step, (step) => this.comeBack(step));
    /** @type {string|null} the document last asked for by a choice */
    this.chosen = null;
    /** whether the path is the address's, and not one that the reader has chosen here */
    this.cameWithPath = true;
    this.low = matchMedia(LOW);
    this.gone = new AbortController();
    const { signal } = this.gone;
    this.low.addEventListener("change", () => this.keepFitting(), { signal });
    addEventListener("hashchange", () => this.followAddress(), { signal });
    addEventListener("beforeprint", () => this.unroll(), { signal });
    addEventListener("afterprint", () => this.render(), { signal });
    this.dressed = styled(parent).then(() => { this.root.hidden = false; });
    this.load(data.document);
  }

  /** The way to read that there is room for. @returns {import("./types.js").Mode} */
  get mode() {
    return this.low.matches ? "article" : this.wish;
  }

  /** Fetch a document and show it together with its first figure. @param {string} address */
  async load(address) {
    const plotly = loadPlotly(this.data.plotly);
    this.wait();
    try {
      const [document] = await Promise.all([
        fetchDocument(address),
        Promise.race([plotly.catch(() => null), pause(PATIENCE)]),
        this.dressed,
      ]);
      if (address !== this.data.document) return;
      this.document = document;
      this.arrivals.meet(document);
      this.render();
      await Promise.race([this.layout?.ready, pause(PATIENCE)]);
      uncover(this.root);
    } catch (error) {
      console.warn(error);
      this.root.replaceChildren(failure(this.data.words, () => this.load(address)));
      uncover(this.root);
    }
  }

  wait() {
    this.layout?.dispose();
    this.layout = null;
    this.root.className = "reader";
    this.root.replaceChildren(skeleton(this.data.words));
  }

  /** Show the document from scratch, at the step the reader is on. @param {import("./types.js").Mode} [mode] */
  render(mode = this.mode) {
    if (!this.document) return;
    this.layout?.dispose();
    const Layout = mode === "scroll" ? ScrollLayout : ArticleLayout;
    this.root.className = `reader reader--${mode}`;
    this.root.lang = this.document.language;
    this.layout = new Layout(this.context(mode));
    this.root.replaceChildren(this.layout.element);
    fadeIn(this.root);
    if (this.arrivals.step) this.layout.goTo(this.arrivals.step);
  }

  /** Lay everything out for paper: the article, with every figure drawn. */
  unroll() {
    this.render("article");
    this.root.classList.add("reader--print");
    this.layout?.drawAll();
  }

  /** @param {import("./types.js").Mode} mode @returns {import("./types.js").Context} */
  context(mode) {
    return {
      document: /** @type {import("./types.js").Document} */ (this.document),
      data: this.data,
      plotly: loadPlotly(this.data.plotly),
      mode,
      canScroll: this.data.mode === "scroll" && !this.low.matches,
      cameWithPath: this.cameWithPath,
      held: () => this.hold.step,
      arrived: (step, how) => this.arrivals.at(step, how),
      choose: (choice, ask, stay) => this.choose(choice, ask, stay),
      switchMode: (wish) => this.switchMode(wish),
    };
  }

  /** Bring a step back into sight; the first stands under the opening. @param {string} step */
  comeBack(step) {
    if (step === this.document?.steps[0].id) scroller(this.root).scrollTo({ top: 0, behavior: "instant" });
    else this.layout?.goTo(step);
  }

  /**
   * Go on in another place or another future, from the step that asked.
   * @param {import("./types.js").Choice} choice @param {string} ask
   * @param {boolean} [stay] at the step that asked, and do not go on to the next
   */
  async choose({ place, path }, ask, stay = false) {
    if (!this.layout || !this.document) return;
    const address = this.addressOf(this.document, { place, path });
    this.chosen = address;
    const document = await fetchDocument(address);
    if (address !== this.chosen) return;
    this.document = document;
    if (place) {
      rememberPlace(place);
      globalThis.document.title = say(document.labels, "page_title", { title: document.title, inside: document.place.inside });
    }
    this.cameWithPath &&= !path;
    if (path) rememberPath(document.choice?.code ?? path);
    const asking = document.steps.findIndex((step) => step.ask === ask);
    this.layout.swap(this.context(this.mode), document.steps[asking].id);
    if (stay) return;
    this.layout.goTo((document.steps[asking + 1] ?? document.steps[asking]).id, { focus: true, smooth: true });
  }

  /**
   * Where a document is found, or the same for another choice.
   * @param {import("./types.js").Document} document
   * @param {import("./types.js").Choice} [choice]
   */
  addressOf(document, { place = document.place.code, path = document.choice?.code ?? "" } = {}) {
    return fill(this.data.document_template ?? this.data.document, { code: place, path });
  }

  /** @param {import("./types.js").Mode} wish */
  switchMode(wish) {
    this.wish = wish;
    rememberMode(wish);
    this.render();
    /** @type {HTMLElement|null} */ (this.root.querySelector(".readings a[aria-current]"))?.focus({ preventScroll: true });
    if (this.document) sayAloud(say(this.document.labels, `now_${this.mode}`));
  }

  keepFitting() { // with the window, but never under the fingers of one who types
    if (document.activeElement?.matches(".finder__input")) return;
    const held = this.root.contains(document.activeElement);
    this.hold.take();
    this.render();
    const step = this.arrivals.step ?? this.document?.steps[0].id;
    if (held && step) this.layout?.goTo(step, { focus: true });
  }

  followAddress() {
    const step = (this.document && this.arrivals.asked(this.document)) ?? String(this.document?.steps[0].id);
    if (step === this.arrivals.step) return;
    this.hold.release();
    pastFocus(() => this.comeBack(step));
  }

  /** Python has spoken again: take up what is new, and leave the rest alone. @param {import("./types.js").Data} data */
  update(data) {
    const before = this.data;
    this.data = data;
    const shown = this.document && this.addressOf(this.document);
    if (data.document !== before.document && data.document !== shown) this.load(data.document);
  }

  dispose() {
    this.gone.abort();
    this.stopFitting();
    this.hold.dispose();
    this.layout?.dispose();
    this.root.remove();
  }
}
