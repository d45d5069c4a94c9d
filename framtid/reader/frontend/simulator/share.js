/** Taking the path along: the link, told as prose, beside today's course, in other people's pages. */

import { fill } from "../documents.js";
import { showAddress } from "../address-field.js";
import { el } from "../dom.js";
import { say } from "../labels.js";
import { assuming } from "./state.js";

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
        showAddress(line, location.href, say(labels, "sim_copy"));
      }
    };
    this.told = el("a", { class: "link", text: say(labels, "sim_told_back") });
    this.debate = el("a", { class: "link", text: say(labels, "sim_debate") });
    this.own = el("a", { class: "link", text: say(labels, "sim_own_figures") });
    this.workbook = el("a", { class: "link", download: true, text: say(labels, "sim_workbook") });
    this.compared = el("a", { class: "link", text: say(labels, "sim_compare") });
    this.councils = el("a", { class: "link", text: say(labels, "sim_councils") });
    this.stands = el("a", { class: "link", text: say(labels, "sim_stands") });
    this.embedded = el("a", { class: "link", text: say(labels, "sim_embed") });
    const way = (/** @type {HTMLElement} */ link, /** @type {string} */ hint) =>
      el("p", { class: "share__way" }, link, el("span", { text: say(labels, hint) }));
    this.ownWay = way(this.own, "sim_own_figures_hint");
    const line = el("p", { class: "share__copy" },
      el("button", { type: "button", class: "button", text: say(labels, "sim_copy"), on: { click: copy } }), this.said);
    this.element = el("section", { class: "block share", "aria-labelledby": "ta-med" },
      el("h2", { id: "ta-med", text: say(labels, "sim_share") }),
      line,
      way(this.told, "sim_told_back_hint"), way(this.debate, "sim_debate_hint"), this.ownWay, way(this.workbook, "sim_workbook_hint"),
      way(this.compared, "sim_compare_hint"), way(this.councils, "sim_councils_hint"), way(this.stands, "sim_stands_hint"),
      way(this.embedded, "sim_embed_hint"),
      el("p", { class: "share__way" }, `${say(labels, "sim_recount_text")} `,
        el("a", { class: "link", href: say(labels, "sim_recount_address"), text: say(labels, "sim_recount_link") })));
  }

  /** @param {import("./types.js").Choice} choice */
  show({ path, picture, switches }) {
    const { code, level } = this.desk.place;
    this.told.setAttribute("href", assuming(fill(this.pages.told_back, { code, path: path.code }), switches));
    this.debate.setAttribute("href", assuming(fill(this.pages.debate, { code, path: path.code }), switches));
    this.own.setAttribute("href", assuming(fill(this.pages.own, { code, path: path.code }), switches));
    this.ownWay.hidden = level !== "municipality";
    this.workbook.setAttribute("href", assuming(fill(this.pages.workbook, { code, path: path.code }), switches));
    this.councils.setAttribute("href", fill(this.pages.councils, { code }));
    this.stands.setAttribute("href", assuming(fill(this.pages.stands, { code, path: path.code }), switches));
    // Where nothing is moved there is nothing to set beside today: the page shows its own pair.
    const today = String(this.desk.code_version);
    const sides = path.code === today ? "" : `${code}.${today}~${code}.${path.code}`;
    this.compared.setAttribute("href", assuming(fill(this.pages.compare, { code, path: sides }).replace(/&vei=(?=&|$)/, ""), switches));
    this.embedded.setAttribute("href", picture.embed);
    this.said.textContent = "";
  }
}
