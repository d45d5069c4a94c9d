// Finding a place by typing: forgiving, by keyboard alone if one likes.

import { el, fill } from "./dom.js";
import { json } from "./load.js";

const LETTERS = { æ: "ae", ø: "o", å: "a", đ: "d", ŋ: "n", ŧ: "t" };
let count = 0;

/** Reduce text to plain letters, the same way the server's search does. @param {string} text */
export function fold(text) {
  const lower = text.toLowerCase().replace(/[æøåđŋŧ]/g, (letter) => LETTERS[/** @type {keyof LETTERS} */ (letter)]);
  return lower.normalize("NFKD").replace(/[\u0300-\u036f]/g, "").replace(/[^a-z0-9]+/g, " ").trim().replace(/aa/g, "a");
}

/** @param {any[]} places @param {string} query */
export function matches(places, query) {
  const wanted = fold(query);
  if (!wanted) return [];
  const scored = places.map((place) => {
    const names = [place.short, place.label, place.code, ...place.name.split(" – ")].map(fold);
    const best = names.some((name) => name.startsWith(wanted)) ? 0 : names.some((name) => name.includes(` ${wanted}`)) ? 1 : names.some((name) => name.includes(wanted)) ? 2 : 9;
    return { place, best };
  });
  return scored.filter((hit) => hit.best < 9).sort((a, b) => a.best - b.best || a.place.short.localeCompare(b.place.short, "nb")).map((hit) => hit.place).slice(0, 8);
}

/**
 * A combobox of municipalities.
 * @param {string} address where places.json is
 * @param {any} labels
 * @param {(code: string) => void} choose
 */
export function finder(address, labels, choose) {
  const id = `finder-${(count += 1)}`;
  const input = /** @type {HTMLInputElement} */ (
    el("input", { type: "text", id, role: "combobox", autocomplete: "off", spellcheck: "false", placeholder: labels.find_hint,
      "aria-expanded": "false", "aria-controls": `${id}-list`, "aria-autocomplete": "list" })
  );
  const list = el("ul", { id: `${id}-list`, role: "listbox", "aria-label": labels.find_place, hidden: true });
  const status = el("p", { class: "status", role: "status" });
  const surprise = el("button", { type: "button", class: "quiet" }, labels.surprise);
  /** @type {any[]} */
  let hits = [];
  let at = -1;

  const municipalities = () => json(address).then((all) => all.places.filter((/** @type {any} */ place) => place.level === "municipality"));

  const mark = () => {
    [...list.children].forEach((item, i) => item.setAttribute("aria-selected", String(i === at)));
    if (at >= 0) input.setAttribute("aria-activedescendant", `${id}-${at}`);
    else input.removeAttribute("aria-activedescendant");
  };
  const show = () => {
    list.replaceChildren(...hits.map((place, i) => el("li", { id: `${id}-${i}`, role: "option", "aria-selected": "false",
      pointerdown: (/** @type {Event} */ event) => { event.preventDefault(); pick(place); } }, place.label)));
    list.hidden = hits.length === 0;
    input.setAttribute("aria-expanded", String(hits.length > 0));
    status.textContent = input.value.trim() ? (hits.length ? fill(labels.hits, { n: hits.length }) : labels.no_hits) : "";
    at = hits.length ? 0 : -1;
    mark();
  };
  const pick = (/** @type {any} */ place) => {
    input.value = place.label;
    hits = [];
    show();
    status.textContent = "";
    choose(place.code);
  };

  input.addEventListener("input", async () => {
    try {
      hits = matches(await municipalities(), input.value);
      show();
    } catch {
      status.textContent = labels.failed;
    }
  });
  input.addEventListener("keydown", (event) => {
    event.stopPropagation();
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      event.preventDefault();
      at = hits.length ? (at + (event.key === "ArrowDown" ? 1 : -1) + hits.length) % hits.length : -1;
      mark();
    } else if (event.key === "Enter" && hits[at]) {
      event.preventDefault();
      pick(hits[at]);
    } else if (event.key === "Escape") {
      hits = [];
      show();
    }
  });
  surprise.addEventListener("click", async () => {
    const all = await municipalities();
    pick(all[Math.floor(Math.random() * all.length)]);
  });
  return el("div", { class: "finder" }, el("label", { for: id }, labels.find_place), input, list, status, surprise);
}
