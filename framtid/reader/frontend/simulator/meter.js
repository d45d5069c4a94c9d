/** Does the sum add up? Two scales from today's course to where there is enough, and a sentence. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { wayTo } from "./jump.js";

/** Where today's course stands on the scale, in per cent: there is room for worse. */
const LINE = 25;

/** @param {number} closed */
function position(closed) {
  return Math.max(0, Math.min(100, LINE + (100 - LINE) * closed));
}

export class Meter {
  /** @param {import("./types.js").Context} context */
  constructor({ desk }) {
    this.labels = desk.labels;
    this.whole = el("strong", { class: "meter__whole" });
    this.scales = el("div", { class: "meter__scales" });
    this.sentence = el("p", { class: "meter__sentence" });
    this.more = el("div", { class: "meter__more" });
    this.assumed = el("div", { class: "meter__assumed" });
    this.moved = wayTo("hva-regner-vi-med", say(this.labels, "sim_switches_moved"), "meter__moved");
    this.live = el("p", { class: "unseen", role: "status" });
    this.element = el("section", { class: "meter", "aria-labelledby": "regnestykket" },
      el("h2", { class: "meter__title", id: "regnestykket" },
        el("span", { text: say(this.labels, "sim_meter") }), " ", this.whole),
      this.scales, this.sentence, this.moved, this.more, wayTo("bildet", say(this.labels, "sim_picture"), "meter__jump"), this.live);
  }

  /** @param {import("./types.js").Choice} choice @param {{aloud: boolean}} how */
  show({ meter, sentences, assumed }, { aloud }) {
    this.whole.textContent = meter.text;
    this.element.dataset.verdict = meter.verdict;
    if (!this.scales.children.length) this.scales.replaceChildren(...meter.scales.map((scale) => this.scale(scale)), this.ends());
    for (const [at, scale] of meter.scales.entries()) this.set(/** @type {HTMLElement} */ (this.scales.children[at]), scale);
    const [first, ...rest] = sentences;
    this.sentence.textContent = first;
    this.more.replaceChildren(...rest.map((text) => el("p", { text })));
    this.moved.hidden = assumed.length === 0;
    this.assumed.replaceChildren(...assumed.map((text) => el("p", { text })));
    if (aloud) this.live.textContent = `${meter.text}. ${[...sentences.slice(0, 2), ...assumed].join(" ")}`;
  }

  /** @param {import("./types.js").Scale} scale */
  scale({ title }) {
    return el("div", { class: "gauge" },
      el("p", { class: "gauge__words" },
        el("span", { class: "gauge__title", text: title }),
        el("strong", { class: "gauge__word" }), el("span", { class: "gauge__text" }), el("span", { class: "gauge__unit" }),
        el("span", { class: "gauge__closed unseen" })),
      el("div", { class: "gauge__track", "aria-hidden": "true" },
        el("span", { class: "gauge__fill" }), el("span", { class: "gauge__line" }), el("span", { class: "gauge__mark" })));
  }

  /** @param {HTMLElement} gauge @param {import("./types.js").Scale} scale */
  set(gauge, { closed, verdict, word, text, unit }) {
    const part = (/** @type {string} */ name) => /** @type {HTMLElement} */ (gauge.querySelector(`.gauge__${name}`));
    gauge.dataset.verdict = verdict;
    gauge.style.setProperty("--at", `${position(closed)}%`);
    gauge.style.setProperty("--start", `${Math.min(LINE, position(closed))}%`);
    gauge.style.setProperty("--wide", `${Math.abs(position(closed) - LINE)}%`);
    part("word").textContent = `${word}:`;
    part("text").textContent = text;
    part("unit").textContent = unit;
    part("closed").textContent = closed < 0 ? say(this.labels, "sim_not_closed")
      : say(this.labels, "sim_closed", { percent: Math.round(100 * closed) });
  }

  /** What the two ends of the scales mean. */
  ends() {
    return el("p", { class: "meter__ends", "aria-hidden": "true" },
      el("span", { text: say(this.labels, "sim_meter_line") }),
      el("span", { text: say(this.labels, "sim_meter_goal") }));
  }
}
