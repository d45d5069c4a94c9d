"""What axe and a look at the page find amiss for those who hear it, use keys, or need it larger."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
needs_axe = pytest.mark.skipif(
    not SCRIPT.is_file(), reason="axe-core comes with npm, which is not here"
)

STILL = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished)).then(() => undefined)"""
"""Waits until what comes in is in: what is half seen has too little contrast."""
DRESSED = """() => {
  const swatch = new Option();
  swatch.style.color = getComputedStyle(document.documentElement).getPropertyValue("--ft-ink");
  const ink = swatch.style.color;
  const fields = "[data-testid=stSelectbox] input, [data-testid=stWidgetLabel] p";
  return [...document.querySelectorAll(fields)].every((one) => getComputedStyle(one).color === ink);
}"""
"""Streamlit draws its fields anew in the other theme, a moment after the rest of the page."""
KNOWN = {("aria-allowed-role", "#stMain")}
"""Streamlit calls the whole page ``main``, its menu and foot too. We give that part to the content
(``web/static/landmarks.js``), which a validator dislikes and those who listen are served by."""
SPACING = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-bottom: 2em !important; }"""
"""The room between letters, words and lines that WCAG 1.4.12 lets a reader ask for."""
CUT = """() => {
  const scroller = document.querySelector("[data-testid=stMain]") ?? document.documentElement;
  const faults = scroller.scrollWidth > innerWidth ? [`the page is ${scroller.scrollWidth}`] : [];
  const apart = ".table, .ft-table, .ft-scroll, .tabs, svg, pre, iframe";
  const hidden = ".unseen, .ft-quiet, .ft-skip, [hidden], [data-testid=stSkipToContent]";
  for (const one of document.querySelectorAll("a,button,p,h1,h2,h3,li,label,dt,dd,summary")) {
    if (!one.checkVisibility() || one.closest(`${apart}, ${hidden}`)) continue;
    if (one.clientWidth === 1 && one.clientHeight === 1) continue; // for those who listen
    const { overflowX, overflowY } = getComputedStyle(one);
    const wide = overflowX === "hidden" && one.scrollWidth > one.clientWidth + 2;
    const high = overflowY === "hidden" && one.scrollHeight > one.clientHeight + 2;
    if (wide || high || one.getBoundingClientRect().right > innerWidth + 2) {
      faults.push(`${one.tagName} ${one.className}: ${one.textContent.slice(0, 40)}`);
    }
  }
  return faults;
}"""
"""Says what is cut, or stands outside of the window, apart from what scrolls by itself."""

Faults = list[tuple[str, list[str]]]


def violations(page: Page, *rules: str) -> Faults:
    """Return the rules that a page breaks, each with how what breaks it begins.

    ``rules``: the only ones that are looked at; all where none are named.
    """
    page.evaluate(STILL)
    # Through the debugger, not as a script element: the page's own policy would refuse it.
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(SCRIPT.read_text("utf-8"))
    # To say where each thing stands that is right takes as long as to find what is wrong.
    asked = {"resultTypes": ["violations"]} | ({"runOnly": list(rules)} if rules else {})
    broken = page.evaluate("(how) => axe.run(document, how).then((one) => one.violations)", asked)
    told = [
        (rule["id"], [n["html"][:200] for n in rule["nodes"] if not _known(rule, n)])
        for rule in broken
    ]
    return [(rule, nodes) for rule, nodes in told if nodes]


def _known(rule: dict[str, str], node: dict[str, list[str]]) -> bool:
    return (rule["id"], node["target"][-1]) in KNOWN


def faint(page: Page) -> dict[str, Faults]:
    """Return what has too little contrast in the dark, and in a reader's own forced colours."""
    page.emulate_media(color_scheme="dark", reduced_motion="reduce")
    page.wait_for_function(DRESSED)
    dark = violations(page, "color-contrast")
    page.emulate_media(color_scheme="dark", forced_colors="active", reduced_motion="reduce")
    forced = violations(page, "color-contrast")
    page.emulate_media(color_scheme="light", forced_colors="none", reduced_motion="reduce")
    return {"dark": dark, "forced colours": forced}


def cut(page: Page) -> list[str]:
    """Return what is lost at 400 % zoom (320 pixels), as it is and with more room in the text."""
    page.set_viewport_size({"width": 320, "height": 640})
    page.evaluate("new Promise((done) => requestAnimationFrame(() => setTimeout(done, 100)))")
    plain: list[str] = page.evaluate(CUT)
    page.add_style_tag(content=SPACING)
    spaced: list[str] = page.evaluate(CUT)
    return plain + spaced
