"""Every page whole and for everyone: axe at three widths, dark, in forced colours, enlarged."""

import pytest
from playwright.sync_api import Browser

from framtid.sitemap import pages
from tests.axe import Faults, cut, faint, needs_axe, violations
from tests.conftest import DESKTOP, visiting

pytestmark = [pytest.mark.browser, needs_axe]
MISSING = "/finnes-ikke"
PATHS = [
    "/",
    "/historie?sted=5610",
    "/historie?sted=5610&som=artikkel",
    "/fortellinger",
    "/kommune",
    "/kommune?sted=5610",
    "/tallene?sted=5610",
    "/veivalg",
    "/veivalg?sted=4026&vei=1-lenger3-frivillig3-heltid3-naervaer3&maal=balanse",
    "/om",
    "/bygg-inn?sted=1824",
    "/vei?sted=3415&vei=lys-vei",
    "/vei?sted=1151&vei=tull",
    "/debatt?sted=5610&vei=2-he2hj3",
    "/spaker?sted=3209",
    "/spak/flytt?sted=3209",
    "/sammenlign?sted=3201&vei=lys-vei~mork-vei",
    "/sammenlign?vei=3209.1-heltid2~1151.1-lenger2",
    "/spill?sted=5610",
    "/spill?sted=3201&spill=1-418",
    "/spill?sted=3201&spill=1-418-kujutjlen",
    "/spill?sted=3201&spill=1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn.",
    "/regnestykket?sted=5610",
    "/avstemming?sted=5610",
    "/standpunkt?sted=3201&standpunkt=1-hejlajtfjkuj",
    "/staasted?sted=1151",
    "/lysbilder?sted=5610",
    "/utskrift?sted=5610",
    "/sammenheng?sted=5610&punkt=hender",
    "/prosjekter?sted=5536",
    "/behov?sted=5610&behov=bolig",
    "/forsok?sted=5610&punkt=regler",
    "/meld-hemmer?sted=5610&punkt=regler",
    "/innspill",
    "/data",
    "/tilgjengelighet",
    "/mote",
    "/mote?sted=5610",
    "/mote?sted=5610&lengde=20",
    "/mote/veileder",
    "/rom",
    "/egne-tall?sted=5610",
    "/egne-tall",
    MISSING,
    "/sok?q=her",
]
LONG = "/utskrift"
"""So long that it is looked at once; it has the parts of the article."""
TOO_WIDE = """() => {
  const scroller = document.querySelector("[data-testid=stMain]") ?? document.documentElement;
  return scroller.scrollWidth > innerWidth;
}"""
OPEN = "for (const one of document.querySelectorAll('details')) one.open = true"
"""Unfolds what a page has folded: all but the widest page are looked at with it open."""
ONE_TABLE = """() => {
  const folded = [...document.querySelectorAll("details")];
  for (const one of folded.filter((each) => each.querySelector("table")).slice(1)) one.open = false;
}"""
"""Folds the tables again but for the first, whose words have the colours of all."""
OF_WIDTH = ("color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block")
"""What may be amiss at one width of a narrow page and not at another."""


@pytest.mark.thorough
@pytest.mark.parametrize("path", PATHS)
def test_a_page_is_there_for_everyone(browser: Browser, site: str, path: str) -> None:
    with visiting(browser, site, *DESKTOP) as visit:
        visit.page.emulate_media(reduced_motion="reduce")
        page = visit.open(path)
        assert page.locator("html").get_attribute("lang") == "nb"
        assert page.locator("h1:visible").count() == 1
        assert not page.evaluate(TOO_WIDE)
        faults: dict[str, Faults] = {"1280": violations(page)}
        page.evaluate(OPEN)
        lost = cut(page)
        if not path.startswith(LONG):
            page.evaluate(ONE_TABLE)
            faults["320"] = violations(page, *OF_WIDTH)
            page.set_viewport_size({"width": 1280, "height": 860})
            faults |= faint(page)
        assert not {how: found for how, found in faults.items() if found}
        assert not lost
        assert not [each for each in visit.problems if path != MISSING or "404" not in each]


def test_every_page_is_looked_at() -> None:
    addresses = {path.partition("?")[0] for path in PATHS}
    assert {page.address for page in pages().values()} <= addresses
