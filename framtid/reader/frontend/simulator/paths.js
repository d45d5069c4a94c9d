/** The named paths to start from, and what the chosen one is about. */

import { el } from "../dom.js";
import { say } from "../labels.js";
import { wayTo } from "./jump.js";

export class Paths {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, go }) {
    const { labels, paths } = desk;
    this.buttons = paths.map(({ code, name, title }) => el("button", {
      type: "button", class: `chip chip--${name}`, "data-path": code, text: title, on: { click: () => go(code) },
    }));
    this.text = el("p", { class: "paths__text" });
    this.note = el("p", { class: "paths__note", role: "status" });
    this.recount = el("p", { class: "paths__text", hidden: "" });
    this.element = el("section", { class: "paths", "aria-labelledby": "veiene" },
      el("h2", { class: "paths__title", id: "veiene", text: say(labels, "sim_paths") }),
      el("div", { class: "paths__row" }, ...this.buttons, wayTo("hva-skal-til", say(labels, "sim_to_goal"))),
      this.text, this.note, this.recount);
  }

  /** @param {import("./types.js").Choice} choice */
  show({ path, link_note: note, recount }) {
    for (const button of this.buttons) button.setAttribute("aria-pressed", String(button.dataset.path === path.code));
    this.text.replaceChildren(el("strong", { text: `${path.title}${path.text ? ". " : ""}` }), path.text ?? "", path.note ? ` ${path.note}` : "", path.counted ? ` ${path.counted}` : "");
    this.note.textContent = note ?? "";
    this.recount.hidden = !recount;
    if (recount) this.recount.replaceChildren(`${recount.text} `, el("a", { href: String(recount.address), text: recount.link }));
  }
}
