// The ways to read one story lead to the step one is at, and a step that the address names is gone to.
const LEAD = "les-";

/** The step that is read: the slide that is shown, or the text in the upper part of the window. */
function step() {
  const slide = /** @type {HTMLElement|null} */ (document.querySelector(".ft-slide--shown"));
  if (slide) return slide.dataset.step ?? "";
  const sections = [...document.querySelectorAll(`section[id^="${LEAD}"]`)];
  const passed = sections.filter((section) => section.getBoundingClientRect().top < 0.4 * innerHeight);
  return passed.at(-1)?.id.slice(LEAD.length) ?? "";
}

for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll(".ft-readings a"))) {
  for (const event of ["pointerdown", "focus", "click"]) {
    link.addEventListener(event, () => { link.hash = step(); });
  }
}
// On paper an address is whole, also where the site was not told its own.
for (const link of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll("[data-address]"))) link.textContent = link.href;
document.getElementById(`${LEAD}${location.hash.slice(1)}`)?.scrollIntoView();
