/** Taking the path along: the link, told as prose, beside today's course. */

import { el } from "../dom.js";
import { say } from "../labels.js";

export class Share {
  /** @param {import("./types.js").Context} context */
  constructor({ desk, data }) {
    this.desk = desk;
    this.pages = data.pages;
    const { labels } = desk;
    this.said = el("span", { class: "share__said", role: "status" });
    const copy = async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        this.said.textContent = say(labels, "sim_copied");
      } catch {
        this.said.textContent = location.href;
      }
    };
    this.told = el("a", { class: "link", text: say(labels, "sim_told_back") });
    this.compared = el("a", { class: "link", text: say(labels, "sim_compare") });
    this.element = el("section", { class: "block share", "aria-labelledby": "ta-med" },
      el("h2", { id: "ta-med", text: say(labels, "sim_share") }),
      el("p", { class: "share__copy" },
        el("button", { type: "button", class: "button", text: say(labels, "sim_copy"), on: { click: copy } }), this.said),
      el("p", { class: "share__way" }, this.told, el("span", { text: say(labels, "sim_told_back_hint") })),
      el("p", { class: "share__way" }, this.compared, el("span", { text: say(labels, "sim_compare_hint") })));
  }

  /** @param {import("./types.js").Choice} choice */
  show({ path }) {
    const { code } = this.desk.place;
    this.told.setAttribute("href", `${this.pages.told_back}?sted=${code}&vei=${path.code}`);
    const sides = `${code}.${this.desk.code_version}~${code}.${path.code}`;
    this.compared.setAttribute("href", `${this.pages.compare}?sted=${code}&vei=${sides}`);
    this.said.textContent = "";
  }
}
