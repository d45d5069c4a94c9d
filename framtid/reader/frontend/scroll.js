// Scrollytelling: one figure that stays while the text goes by and changes its state.

import { el, fill, narrow, prose, reducedMotion } from "./dom.js";
import { remember, stepInAddress } from "./address.js";
import { Figure } from "./figure.js";
import { finder } from "./finder.js";
import { sources, tableButton } from "./panel.js";

/**
 * @param {any} story the document
 * @param {any} context addresses and what to do when a place is chosen
 * @returns {{node: HTMLElement, start: (at: string) => void, stop: () => void, at: () => string}}
 */
export function scroll(story, context) {
  const { labels, steps } = story;
  let active = -1;

  const finding = el("p", { class: "finding" });
  const subtitle = el("p", { class: "subtitle" });
  const whose = el("p", { class: "whose" });
  const box = el("div", { class: "plot", role: "img" });
  const foot = el("div", { class: "foot" });
  const panel = el("div", { class: "panel" }, whose, finding, subtitle, box, foot);
  const figure = new Figure(box, context.plotly);
  const current = () => steps[Math.max(active, 0)];
  const frameOf = (/** @type {any} */ step) => story.views[step.view].frames[step.frame];
  const button = tableButton(() => story.views[current().view], () => story);

  const sections = steps.map((/** @type {any} */ step) =>
    el("section", { id: step.id, class: "step" }, el("h3", { tabindex: "-1" }, step.heading), prose(step.html),
      step.ask === "place" ? asking(story, context) : null));
  const column = el("div", { class: "column" },
    el("header", { class: "hero" }, el("h1", {}, story.title), el("p", { class: "lead" }, story.description), el("p", { class: "read-on", "aria-hidden": "true" }, labels.read_on, " ↓")));
  for (const act of story.acts) {
    column.append(el("div", { class: "opener" }, el("h2", {}, act.title), el("p", {}, act.subtitle)));
    column.append(...sections.filter((_, /** @type {number} */ i) => steps[i].act === act.id));
  }

  const counter = el("p", { class: "counter", "aria-live": "polite" });
  const bar = el("div", { class: "bar", "aria-hidden": "true" }, el("span"));
  const back = el("button", { type: "button", click: () => go(active - 1) }, labels.previous);
  const on = el("button", { type: "button", class: "on", click: () => go(active + 1) }, labels.next);
  const rail = el("nav", { class: "rail", "aria-label": labels.steps }, bar, back, counter, on,
    el("button", { type: "button", class: "quiet switch", click: context.unroll }, labels.as_article));
  const node = el("div", { class: "scroll" }, el("div", { class: "stage" }, column, panel), rail);

  function light(/** @type {number} */ index) {
    if (index === active) return;
    active = index;
    const step = steps[index];
    const view = story.views[step.view];
    const frame = frameOf(step);
    sections.forEach((section, i) => {
      section.classList.toggle("lit", i === index);
      if (i === index) section.setAttribute("aria-current", "step");
      else section.removeAttribute("aria-current");
    });
    whose.textContent = view.place_name;
    finding.textContent = frame.title;
    subtitle.textContent = view.subtitle;
    box.setAttribute("aria-label", frame.alt);
    foot.replaceChildren(button, sources(view, labels));
    counter.textContent = fill(labels.step, { n: index + 1, total: steps.length });
    /** @type {HTMLElement} */ (bar.firstElementChild).style.width = `${(100 * (index + 1)) / steps.length}%`;
    back.toggleAttribute("disabled", index === 0);
    on.toggleAttribute("disabled", index === steps.length - 1);
    figure.show(step.view, frame).catch(() => { box.textContent = labels.figure_failed; });
  }

  function go(/** @type {number} */ index) {
    if (index < 0 || index >= steps.length) return;
    sections[index].scrollIntoView({ block: narrow() ? "end" : "center", behavior: reducedMotion() ? "auto" : "smooth" });
    /** @type {HTMLElement} */ (sections[index].firstElementChild).focus({ preventScroll: true });
    light(index);
    remember(story.place.code, steps[index].id);
  }

  const keys = (/** @type {KeyboardEvent} */ event) => {
    const inField = event.target instanceof Element && event.target.closest("input, textarea, select, dialog, [role=combobox]");
    if (inField || event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "ArrowRight") go(active + 1);
    else if (event.key === "ArrowLeft") go(active - 1);
  };

  /** @type {IntersectionObserver | undefined} */
  let reading;
  const watch = () => {
    reading?.disconnect();
    const line = narrow() ? "-78% 0px -21% 0px" : "-50% 0px -49% 0px";
    reading = new IntersectionObserver((entries) => {
      for (const entry of entries) {
        if (!entry.isIntersecting) continue;
        const index = sections.indexOf(/** @type {HTMLElement} */ (entry.target));
        light(index);
        remember(story.place.code, steps[index].id);
      }
    }, { rootMargin: line });
    sections.forEach((section) => reading?.observe(section));
  };
  let width = 0;
  const sized = new ResizeObserver(() => {
    if (node.clientWidth === width) return;
    width = node.clientWidth;
    watch();
    if (active >= 0) figure.resize(frameOf(current()));
  });

  return {
    node,
    at: () => (active >= 0 ? steps[active].id : ""),
    start(at) {
      const wanted = steps.findIndex((/** @type {any} */ step) => step.id === (at || stepInAddress()));
      light(Math.max(wanted, 0));
      if (wanted > 0 || at) sections[Math.max(wanted, 0)].scrollIntoView({ block: narrow() ? "end" : "center" });
      sized.observe(node);
      document.addEventListener("keydown", keys);
    },
    stop() {
      reading?.disconnect();
      sized.disconnect();
      document.removeEventListener("keydown", keys);
      figure.remove();
    },
  };
}

/** The step that asks for a place: a search, or the place chosen and a way to change it. */
function asking(/** @type {any} */ story, /** @type {any} */ context) {
  const search = finder(context.places, story.labels, context.choose);
  if (story.place.level === "nation") return search;
  const change = el("details", { class: "change" }, el("summary", {}, story.labels.change_place), search);
  return el("div", { class: "asked" }, el("p", {}, `${story.labels.you_read_about} `, el("strong", {}, story.place.name), "."), change);
}
