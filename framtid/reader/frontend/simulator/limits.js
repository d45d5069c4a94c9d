/** What an answer must keep to: levers that stay where they are, and a ceiling on the cost. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { NumberField } from "./number-field.js";
import { locked } from "./wishes.js";

export class Limits {
  /**
   * @param {import("./types.js").Desk} desk
   * @param {{lock: (lever: string) => void, ceil: (ceiling: string) => void}} on
   */
  constructor({ labels, levers }, { lock, ceil }) {
    this.labels = labels;
    this.locks = levers.map(({ id, title }) => el("button", {
      type: "button", class: "lock", "data-lever": id, "aria-pressed": "false", text: title,
      on: { click: () => lock(id) },
    }));
    this.ceiling = new NumberField(labels, {
      id: "tak", label: say(labels, "sim_ceiling"), hint: say(labels, "sim_ceiling_hint"), change: ceil,
    });
    this.summary = el("summary", { text: say(labels, "sim_limits") });
    this.element = el("details", { class: "details limits" }, this.summary,
      el("div", { class: "locks", role: "group", "aria-labelledby": "laaste-spaker" },
        el("p", { class: "field__label", id: "laaste-spaker", text: say(labels, "sim_locks") }),
        el("div", { class: "locks__row" }, ...this.locks)),
      this.ceiling.element);
  }

  /** Show the limits; they are in sight where there are any. @param {import("./wishes.js").Wishes} wishes @param {{ceiling?: string}} wrong */
  show(wishes, wrong) {
    const names = locked(wishes);
    for (const button of this.locks) button.setAttribute("aria-pressed", String(names.includes(button.dataset.lever ?? "")));
    this.ceiling.show(wishes.ceiling ?? "", wrong.ceiling);
    if (names.length || wishes.ceiling) this.element.setAttribute("open", "");
  }
}
