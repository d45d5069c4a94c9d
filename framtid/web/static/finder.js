// Makes every search form of the site a combobox. Without it the form still finds places by itself.
// Streamlit redraws its pages, so events are heard on the document and nothing is bound to a form.

/**
 * @typedef {import("../../reader/frontend/answers.d.ts").ListedPlace} Place
 * @typedef {{form: HTMLFormElement, input: HTMLInputElement, list: HTMLElement, said: HTMLElement}} Finder
 * @typedef {{places: Place[], at: number, asking?: AbortController, coming?: Promise<void>}} State
 */

/** @type {WeakMap<HTMLInputElement, State>} */
const state = new WeakMap();

/** The finder that an event is about. @param {EventTarget|null} target @returns {Finder|null} */
function finderOf(target) {
  if (!(target instanceof HTMLInputElement)) return null;
  const form = target.closest("form");
  const list = form?.querySelector("[role=listbox]");
  const said = form?.querySelector(".ft-said");
  if (!form?.matches(".ft-finder")) return null;
  if (!(list instanceof HTMLElement && said instanceof HTMLElement)) return null;
  return { form, input: target, list, said };
}

/** @param {Finder} finder */
function prepare({ input, list }) {
  if (input.getAttribute("role") === "combobox") return;
  const attributes = {
    role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}

/** @param {HTMLFormElement} form @param {string} code */
function address(form, code) {
  return form.dataset.to?.replace("{code}", encodeURIComponent(code)) ?? "";
}

/** @param {Finder} finder */
function close({ input, list }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

/** @param {Finder} finder @param {number} at */
function mark({ input, list }, at) {
  for (const [index, item] of [...list.children].entries()) item.setAttribute("aria-selected", String(index === at));
  const chosen = list.children[at];
  if (!chosen) {
    input.removeAttribute("aria-activedescendant");
    return;
  }
  input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

/** A place's name, each part that is not Norwegian with its language. @param {Place} place */
function named({ level, label, short, tongues = {} }) {
  return (level === "municipality" ? label : short).split(/( – )/).map((part) => {
    if (!tongues[part]) return part;
    const name = document.createElement("span");
    name.lang = tongues[part];
    name.textContent = part;
    return name;
  });
}

/** @param {Finder} finder @param {Place} place @param {number} index */
function option(finder, place, index) {
  const [municipality, region, county, nation] = (finder.form.dataset.levels ?? "").split("|");
  const item = document.createElement("li");
  item.id = `${finder.list.id}-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.code = place.code;
  const kind = document.createElement("small");
  kind.textContent = place.found_by ?? { municipality, region, county, nation }[place.level];
  item.append(...named(place), " ", kind);
  return item;
}

/** @param {Finder} finder @param {Place[]} places */
function draw(finder, places) {
  const { form, input, list, said } = finder;
  state.set(input, { ...state.get(input), places, at: -1 });
  list.replaceChildren(...places.map((place, index) => option(finder, place, index)));
  list.hidden = places.length === 0;
  input.setAttribute("aria-expanded", String(places.length > 0));
  mark(finder, -1);
  const { none = "", one = "", many = "" } = form.dataset;
  said.textContent = [none, one][places.length] ?? many.replace("#", String(places.length));
}

/** @param {Finder} finder @param {string} query @param {AbortSignal} signal */
async function ask(finder, query, signal) {
  try {
    const asked = new URL(finder.form.dataset.places ?? "", location.href);
    asked.searchParams.set("q", query);
    const answer = await fetch(asked, { signal });
    draw(finder, (await answer.json()).places);
  } catch {
    if (!signal.aborted) close(finder);
  }
}

/** @param {Finder} finder */
function look(finder) {
  const { input, said } = finder;
  const query = input.value.trim();
  state.get(input)?.asking?.abort();
  if (!query) {
    state.delete(input);
    said.textContent = "";
    close(finder);
    return;
  }
  const asking = new AbortController();
  const coming = ask(finder, query, asking.signal);
  state.set(input, { places: [], at: -1, asking, coming });
}

// Who types fast presses arrows and Enter before the answer is here: they wait for the last one.
/** @param {HTMLInputElement} input */
async function answered(input) {
  let coming;
  do {
    coming = state.get(input)?.coming;
    await coming;
  } while (coming !== state.get(input)?.coming);
  return state.get(input);
}

/** @param {Finder} finder @param {number} by */
async function step(finder, by) {
  const seen = await answered(finder.input);
  if (!seen?.places.length) return;
  const count = seen.places.length;
  seen.at = (seen.at + by + count + (seen.at < 0 && by < 0 ? 1 : 0)) % count;
  mark(finder, seen.at);
}

document.addEventListener("input", (event) => {
  const finder = finderOf(event.target);
  if (!finder) return;
  prepare(finder);
  look(finder);
});

document.addEventListener("keydown", (event) => {
  const finder = finderOf(event.target);
  if (!finder) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(finder, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") close(finder);
});

/**
 * As the form itself asks, but for the language: Streamlit takes the name from a field called "lang".
 * @param {HTMLFormElement} form
 */
function search(form) {
  const url = new URL(form.action);
  for (const [name, value] of new FormData(form)) url.searchParams.set(name, String(value));
  const language = new URL(form.dataset.places ?? "", location.href).searchParams.get("lang");
  if (language) url.searchParams.set("lang", language);
  return url;
}

document.addEventListener("submit", async (event) => {
  if (!(event.target instanceof HTMLFormElement)) return;
  const form = event.target;
  const finder = finderOf(form.querySelector(".ft-finder input"));
  if (!finder || !state.has(finder.input)) return;
  event.preventDefault();
  const seen = await answered(finder.input);
  const place = seen?.places[Math.max(seen.at, 0)];
  if (place) window.location.assign(address(form, place.code));
  else window.location.assign(search(form));
});

/** @param {Event} event */
function pressed({ target }) {
  return target instanceof Element ? target.closest("form.ft-finder [role=option]") : null;
}

// The box keeps its focus while an option is pressed; the choice is made when it is let go.
document.addEventListener("mousedown", (event) => {
  if (pressed(event)) event.preventDefault();
});

document.addEventListener("click", (event) => {
  const item = pressed(event);
  const form = item?.closest("form");
  if (item instanceof HTMLElement && form) window.location.assign(address(form, item.dataset.code ?? ""));
});

document.addEventListener("focusout", (event) => {
  const finder = finderOf(event.target);
  if (finder) close(finder);
});
