/** The exact figures behind a view, where they come from, and the file with them. */

import { el, marked } from "./dom.js";
import { cell, say } from "./labels.js";

/**
 * A real table with Norwegian numbers.
 * @param {import("./types.js").Document} document
 * @param {import("./types.js").View} view
 */
function table(document, { table: { caption, columns, rows, tongues } }) {
  const { language, labels } = document;
  const numeric = columns.map((column) => column.decimals !== null);
  const head = columns.map((column, index) =>
    el("th", { scope: "col", class: numeric[index] && "number", text: column.label }));
  const body = rows.map((row) =>
    el("tr", {}, ...row.map((value, index) => {
      const text = cell(value, columns[index].decimals, language, say(labels, "missing"));
      return index === 0
        ? el("th", { scope: "row" }, ...marked(text, tongues))
        : el("td", { class: numeric[index] && "number", text });
    })));
  return el("table", {},
    el("caption", {}, el("span", { text: caption })),
    el("thead", {}, el("tr", {}, ...head)),
    el("tbody", {}, ...body));
}

/**
 * The table in a box that scrolls by itself and can be reached with the keyboard.
 * @param {import("./types.js").Document} document
 * @param {import("./types.js").View} view
 */
export function tableBox(document, view) {
  return el("div", { class: "table", tabindex: "0", role: "group", "aria-label": view.table.caption },
    table(document, view));
}

/** The same file as Norwegian Excel opens it. @param {string} address */
function inNorwegian(address) {
  return `${address}${address.includes("?") ? "&" : "?"}form=no`;
}

/** To the page that tells how the figure is put into another page. @param {import("./types.js").Document} document @param {import("./types.js").View} view */
export function embedLink(document, view) {
  return el("a", { class: "link", href: view.embed, text: say(document.labels, "embed") });
}

/** The file twice: for every program, and as Excel opens it. @param {import("./types.js").Document} document @param {import("./types.js").View} view */
export function files(document, view) {
  return el("p", { class: "files" },
    el("a", { class: "link", href: view.csv, download: true, text: say(document.labels, "csv") }),
    el("a", { class: "link", href: inNorwegian(view.csv), download: true, text: say(document.labels, "excel") }),
    embedLink(document, view));
}

/**
 * "Kilde: SSB tabell 07459 …", each a link to where the figures stand.
 * @param {import("./types.js").Document} document
 * @param {import("./types.js").View} view
 */
export function sourceLine({ labels }, { sources }) {
  const links = sources.flatMap((source, index) => [
    index ? " · " : "",
    el("a", { href: source.link, rel: "external", text: source.label, title: `${source.title}, ${source.publisher}` }),
  ]);
  return el("p", { class: "sources" },
    `${say(labels, sources.length > 1 ? "sources" : "source")} `, ...links);
}

/**
 * What is measured, and in fewer words for a narrow page, where only those who listen have the whole.
 * @param {import("./types.js").View} view
 */
export function measured({ place_name: name, subtitle, brief }) {
  if (subtitle === brief) return [`${name} · ${subtitle}`];
  return [
    el("span", { class: "measured", text: `${name} · ${subtitle}` }),
    el("span", { class: "measured--brief", "aria-hidden": "true", text: `${name} · ${brief}` }),
  ];
}

/**
 * A button that opens the table in a dialog, for the panel that has no room below.
 * @param {import("./types.js").Document} document
 * @param {import("./types.js").View} view
 */
export function tableButton(document, view) {
  const open = () => {
    const dialog = /** @type {HTMLDialogElement} */ (tableDialog(document, view));
    button.after(dialog);
    dialog.addEventListener("close", () => dialog.remove());
    dialog.showModal();
  };
  const button = el("button", {
    type: "button", class: "button button--quiet", "aria-haspopup": "dialog",
    on: { click: open },
  },
  el("span", { class: "foot__wide", text: say(document.labels, "show_table") }),
  el("span", { class: "foot__narrow", text: say(document.labels, "table_and_sources") }));
  return button;
}

/** @param {import("./types.js").Document} document @param {import("./types.js").View} view */
function tableDialog(document, view) {
  const { labels } = document;
  return el("dialog", { class: "dialog", "aria-label": view.table.caption },
    el("form", { method: "dialog", class: "dialog__bar" },
      el("button", { class: "button", text: say(labels, "close") }),
      files(document, view)),
    el("p", { class: "panel__subtitle", text: `${view.place_name} · ${view.subtitle}` }),
    tableBox(document, view),
    sourceLine(document, view));
}

/**
 * The table folded under its figure, as the article has it; filled when first opened.
 * @param {import("./types.js").Document} document
 * @param {import("./types.js").View} view
 */
export function tableDetails(document, view) {
  const details = /** @type {HTMLDetailsElement} */ (el("details", { class: "details" },
    el("summary", { text: say(document.labels, "show_table") })));
  details.addEventListener("toggle", () => details.append(tableBox(document, view)), { once: true });
  return details;
}
