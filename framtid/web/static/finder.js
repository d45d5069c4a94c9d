// Makes every search form of the site a combobox. Without it the form still finds places by itself.
// Streamlit redraws its pages, so events are heard on the document and nothing is bound to a form.
const state = new WeakMap();

function parts(input) {
  const form = input.closest("form.ft-finder");
  if (!form) return null;
  return { form, input, list: form.querySelector("[role=listbox]"), said: form.querySelector(".ft-said") };
}

function prepare({ input, list }) {
  if (input.getAttribute("role") === "combobox") return;
  const attributes = {
    role: "combobox", "aria-expanded": "false", "aria-autocomplete": "list", "aria-controls": list.id,
  };
  for (const [name, value] of Object.entries(attributes)) input.setAttribute(name, value);
}

function address(form, place) {
  return form.dataset.to.replace("{code}", encodeURIComponent(place.code));
}

function close({ input, list }) {
  list.hidden = true;
  input.setAttribute("aria-expanded", "false");
  input.removeAttribute("aria-activedescendant");
}

function mark({ input, list }, at) {
  [...list.children].forEach((item, index) => item.setAttribute("aria-selected", String(index === at)));
  const chosen = list.children[at];
  if (!chosen) return input.removeAttribute("aria-activedescendant");
  input.setAttribute("aria-activedescendant", chosen.id);
  chosen.scrollIntoView({ block: "nearest" });
}

function option(finder, place, index) {
  const [municipality, region, county, nation] = finder.form.dataset.levels.split("|");
  const item = document.createElement("li");
  item.id = `${finder.list.id}-${index}`;
  item.setAttribute("role", "option");
  item.setAttribute("aria-selected", "false");
  item.dataset.code = place.code;
  const kind = document.createElement("small");
  kind.textContent = place.found_by ?? { municipality, region, county, nation }[place.level];
  item.append(place.level === "municipality" ? place.label : place.short, " ", kind);
  return item;
}

function draw(finder, places) {
  const { form, input, list, said } = finder;
  state.set(input, { ...state.get(input), places, at: -1 });
  list.replaceChildren(...places.map((place, index) => option(finder, place, index)));
  list.hidden = places.length === 0;
  input.setAttribute("aria-expanded", String(places.length > 0));
  mark(finder, -1);
  const count = form.dataset.many.replace("#", String(places.length));
  said.textContent = places.length === 0 ? form.dataset.none : places.length === 1 ? form.dataset.one : count;
}

async function ask(finder, query, signal) {
  try {
    const address = new URL(finder.form.dataset.places, location.href);
    address.searchParams.set("q", query);
    const answer = await fetch(address, { signal });
    draw(finder, (await answer.json()).places);
  } catch (error) {
    if (error.name !== "AbortError") close(finder);
  }
}

function look(finder) {
  const { input, said } = finder;
  const query = input.value.trim();
  state.get(input)?.asking?.abort();
  if (!query) {
    state.delete(input);
    said.textContent = "";
    return close(finder);
  }
  const asking = new AbortController();
  state.set(input, { places: [], at: -1, asking });
  state.get(input).coming = ask(finder, query, asking.signal);
}

// Who types fast presses arrows and Enter before the answer is here: they wait for the last one.
async function answered(input) {
  let coming;
  do {
    coming = state.get(input)?.coming;
    await coming;
  } while (coming !== state.get(input)?.coming);
  return state.get(input);
}

async function step(finder, by) {
  const seen = await answered(finder.input);
  if (!seen?.places.length) return;
  const count = seen.places.length;
  seen.at = (seen.at + by + count + (seen.at < 0 && by < 0 ? 1 : 0)) % count;
  mark(finder, seen.at);
}

document.addEventListener("input", (event) => {
  const finder = parts(event.target);
  if (!finder) return;
  prepare(finder);
  look(finder);
});

document.addEventListener("keydown", (event) => {
  const finder = event.target.matches?.("form.ft-finder input") && parts(event.target);
  if (!finder) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    event.preventDefault();
    step(finder, event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Escape") close(finder);
});

// As the form itself asks, but for the language: Streamlit takes the name from a field called "lang".
function search(form) {
  const url = new URL(form.action);
  url.search = new URLSearchParams(new FormData(form));
  const language = new URL(form.dataset.places, location.href).searchParams.get("lang");
  if (language) url.searchParams.set("lang", language);
  return url;
}

document.addEventListener("submit", async (event) => {
  const form = event.target.closest("form.ft-finder");
  if (!form) return;
  event.preventDefault();
  const seen = await answered(form.querySelector("input"));
  const place = seen?.places[Math.max(seen.at, 0)];
  if (place) window.location.assign(address(form, place));
  else window.location.assign(search(form));
});

document.addEventListener("mousedown", (event) => {
  const item = event.target.closest?.("form.ft-finder [role=option]");
  if (!item) return;
  event.preventDefault();
  window.location.assign(address(item.closest("form"), { code: item.dataset.code }));
});

document.addEventListener("focusout", (event) => {
  const finder = event.target.matches?.("form.ft-finder input") && parts(event.target);
  if (finder) close(finder);
});
