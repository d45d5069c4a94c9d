// Everything around a figure: its finding, text alternative, table, sources.

import { el } from "./dom.js";

/** Write a number the document's way. @param {unknown} cell @param {number|null} decimals @param {string} language */
export function written(cell, decimals, language) {
  if (typeof cell !== "number" || decimals === null) return cell === null ? "–" : String(cell);
  const form = new Intl.NumberFormat(language === "en" ? "en-GB" : "nb-NO", {
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  });
  return form.format(cell);
}

/** The exact figures. @param {any} view @param {string} language */
export function table(view, language) {
  const head = view.table.columns.map((/** @type {any} */ column) => el("th", { scope: "col" }, column.label));
  const body = view.table.rows.map((/** @type {any[]} */ row) =>
    el(
      "tr",
      {},
      ...row.map((cell, i) => {
        const text = written(cell, view.table.columns[i].decimals, language);
        return i === 0 ? el("th", { scope: "row" }, text) : el("td", {}, text);
      }),
    ),
  );
  return el(
    "div",
    { class: "table", tabindex: "0", role: "region", "aria-label": view.table.caption },
    el("table", {}, el("caption", {}, view.table.caption), el("thead", {}, el("tr", {}, ...head)), el("tbody", {}, ...body)),
  );
}

/** Sources with licence and link. @param {any} view @param {any} labels */
export function sources(view, labels) {
  const links = view.sources.flatMap((/** @type {any} */ source, /** @type {number} */ i) => [
    i ? " · " : "",
    el("a", { href: source.link, rel: "noopener", title: `${source.title}, ${source.licence}` }, `${source.publisher} ${source.id}`),
  ]);
  return el("p", { class: "sources" }, `${labels.source}: `, ...links);
}

/** A folded table with a download; it is filled when it opens. @param {any} view @param {any} story */
export function folded(view, story) {
  const box = el("details", { class: "figures" }, el("summary", {}, story.labels.table));
  box.addEventListener("toggle", () => {
    if (box.childElementCount === 1) box.append(table(view, story.language), download(view, story.labels));
  });
  return box;
}

/** @param {any} view @param {any} labels */
export function download(view, labels) {
  return el("p", {}, el("a", { href: view.csv, download: true }, labels.download));
}

/** A dialog with the table of the view that is shown. @param {() => any} current @param {() => any} story */
export function tableButton(current, story) {
  const button = el("button", { type: "button", class: "quiet" }, story().labels.table);
  button.addEventListener("click", () => {
    const close = el("button", { type: "button", class: "quiet" }, story().labels.close);
    const dialog = /** @type {HTMLDialogElement} */ (
      el("dialog", { class: "reader-dialog", "aria-label": current().table.caption }, close, table(current(), story().language),
        download(current(), story().labels), sources(current(), story().labels))
    );
    close.addEventListener("click", () => dialog.close());
    dialog.addEventListener("close", () => {
      dialog.remove();
      button.focus();
    });
    button.closest(".reader")?.append(dialog);
    dialog.showModal();
  });
  return button;
}
