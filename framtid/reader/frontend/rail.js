/** Where the reader is in the story, and the buttons to the steps beside. */

import { el } from "./dom.js";
import { say } from "./labels.js";

export class Rail {
  /**
   * @param {import("./types.js").Labels} labels
   * @param {(by: number) => void} move go that many steps on
   */
  constructor(labels, move) {
    this.labels = labels;
    this.count = el("p", { class: "rail__count" });
    this.previous = this.button("previous", "‹", () => move(-1));
    this.next = this.button("next", "›", () => move(1));
    this.fill = el("span", { class: "progress__fill" });
    this.progress = el("div", { class: "progress", "aria-hidden": "true" }, this.fill);
    this.element = el("nav", { class: "rail", "aria-label": say(labels, "steps") }, this.previous, this.count, this.next);
  }

  /** @param {string} key @param {string} sign @param {() => void} click */
  button(key, sign, click) {
    const parts = [el("span", { class: "rail__word", text: say(this.labels, key) }), el("span", { "aria-hidden": "true", text: sign })];
    if (key === "previous") parts.reverse();
    return el("button", { type: "button", class: "button rail__button", on: { click } }, ...parts);
  }

  /** Let the ways to read be opened from here. @param {HTMLElement|false} ways */
  offer(ways) {
    if (!ways) return;
    const sign = el("span", { "aria-hidden": "true", text: "⋯" });
    const box = el("details", { class: "rail__ways" },
      el("summary", { class: "rail__more", "aria-label": say(this.labels, "read_as") }, sign), ways);
    box.addEventListener("keydown", (event) => {
      if (event.key === "Escape") box.removeAttribute("open");
    });
    this.element.append(box);
  }

  /** The place in the story in words, "4 av 20". @param {number} index @param {number} count */
  words(index, count) {
    return say(this.labels, "counter", { number: index + 1, count });
  }

  /** @param {number} index @param {number} count */
  show(index, count) {
    this.count.textContent = this.words(index, count);
    // aria-disabled and not disabled: the focus must not be lost at the ends.
    this.previous.setAttribute("aria-disabled", String(index === 0));
    this.fill.style.transform = `scaleX(${(index + 1) / count})`;
  }

  /** Whether all is read, and the button leads no further. @param {boolean} done */
  end(done) {
    this.next.setAttribute("aria-disabled", String(done));
  }
}
