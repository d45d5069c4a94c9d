/** A row of tabs that may be longer than its room: a button at each end says that there is more. */

import { el, still } from "../dom.js";

/** How much of the row a press goes on. */
const FARTHER = 0.7;

export class TabRow {
  /** @param {HTMLElement} tabs */
  constructor(tabs) {
    this.tabs = tabs;
    /* Who uses the keyboard moves by arrow keys, and the row follows: these are for a pointer alone. */
    this.back = this.button("back", "‹", -1);
    this.on = this.button("on", "›", 1);
    this.element = el("div", { class: "tab-row" }, this.back, tabs, this.on);
    tabs.addEventListener("scroll", () => this.tell(), { passive: true });
    this.watching = new ResizeObserver(() => this.tell());
    this.watching.observe(tabs);
  }

  /** @param {string} end @param {string} text @param {number} by */
  button(end, text, by) {
    return el("button", {
      type: "button", class: `tab-row__more tab-row__more--${end}`, tabindex: "-1", "aria-hidden": "true", hidden: true, text,
      on: { click: () => this.tabs.scrollBy({ left: by * FARTHER * this.tabs.clientWidth, behavior: still() ? "instant" : "smooth" }) },
    });
  }

  /** Show the buttons of the ends that the row goes on beyond. */
  tell() {
    const { scrollLeft, scrollWidth, clientWidth } = this.tabs;
    this.back.hidden = scrollLeft < 2;
    this.on.hidden = scrollLeft + clientWidth > scrollWidth - 2;
  }

  /** Bring a tab into the row's sight; the page stays where it is. @param {HTMLElement} tab */
  show(tab) {
    const { scrollLeft, clientWidth } = this.tabs;
    const [first, last, air] = [tab.offsetLeft - this.tabs.offsetLeft, tab.offsetLeft - this.tabs.offsetLeft + tab.offsetWidth, 48];
    if (first < scrollLeft + air) this.tabs.scrollLeft = first - air;
    else if (last > scrollLeft + clientWidth - air) this.tabs.scrollLeft = last - clientWidth + air;
  }

  dispose() {
    this.watching.disconnect();
  }
}
