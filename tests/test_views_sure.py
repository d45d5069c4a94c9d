"""How sure the future is stands in sight of every headline, and so does where an axis is cut."""

import re
from functools import partial
from html import unescape
from xml.etree import ElementTree

import numpy as np
import pytest

from framtid.embed.frame.render import frame
from framtid.embed.pictures.card import card
from framtid.embed.request import read
from framtid.horizon import HORIZON
from framtid.language.texts import LANGUAGES, language_of
from framtid.pathways.applying import change, flows_of, of_people
from framtid.pathways.outlook import municipalities, outlook_of
from framtid.pathways.pathway import Pathway, path
from framtid.pathways.settling import staying_in
from framtid.places import Level, places
from framtid.projection.uncertainty.along_pathway import bands_under
from framtid.projection.uncertainty.bands import bands, intervals
from framtid.views import path_chart
from framtid.views.claims import Alternatives, Change, Comparison, Single, Spread
from framtid.views.drawing import draw
from framtid.views.model import Figure, View
from framtid.views.registry import build_view, views
from tests.test_views import CASES

SVG = "{http://www.w3.org/2000/svg}"
CODES = {"0", "5610", "0301"}
SOME = [(name, code) for name, code in CASES if code in CODES]
SURE = {
    "nb": r"åtte av ti framtider|ni av ti framtider|SSBs (tre|lave)",
    "nn": r"åtte av ti framtider|ni av ti framtider|alternativ\w* til SSB",
    "en": r"(eight|nine) (of ten futures|futures in ten)|Statistics Norway’s (three|low)",
}
"""How each language says whose spread it is."""
PAST = {"births", "lifespan", "moves", "accuracy", "of_hundred", "price"}
"""Views of what has been."""
UNMOVED = {"path_plan", "path_waiting"}
"""Of a pathway: where no lever is moved there is nothing to be sure of."""
CUT = {language: language_of(language).say("figures.cut") for language in LANGUAGES}


def hand_down(node: ElementTree.Element) -> None:
    """Give what a picture says once of several words to each of them."""
    for child in node:
        for name in ("fill", "text-anchor"):
            if name not in child.attrib and name in node.attrib:
                child.set(name, node.attrib[name])
        hand_down(child)


def ticks(figure: Figure, side: str) -> list[str]:
    """Return the words of the ticks on an axis as they are drawn."""
    root = ElementTree.fromstring(draw(figure, 640, 370))  # noqa: S314 - our own
    hand_down(root)
    color = figure["layout"][f"{side}axis"]["tickfont"]["color"]
    lines = [
        (group.get("text-anchor"), node)
        for group in root.iter(f"{SVG}g")
        if group.get("fill") == color
        for node in group.iter(f"{SVG}text")
    ]
    beside = [node for anchor, node in lines if anchor == "end" and node.get("x") == "-1"]
    below = [node for anchor, node in lines if anchor == "middle" and not node.get("style")]
    return [node.text or "" for node in (beside if side == "y" else below)]


def numbers(said: list[str]) -> list[float]:
    """Return what is said where all of it is numbers and none of it years."""
    plain = [re.sub(r"[\s\u00a0%]", "", each).replace("−", "-").replace(",", ".") for each in said]
    if not all(re.fullmatch(r"-?\d+(\.\d+)?", each) for each in plain):
        return []
    return [float(each) for each in plain]


@pytest.mark.parametrize(("name", "code"), SOME)
def test_an_axis_that_does_not_begin_at_zero_says_so(name: str, code: str) -> None:
    cut = False
    view = build_view(name, code)
    for each in view.frames:
        up = numbers(ticks(each.figure, "y"))
        across = [n for n in numbers(ticks(each.figure, "x")) if not 1900 < n < 2101]
        ends = each.figure["layout"]["yaxis"].get("range", (0, 0))
        cut = cut or (any(on and 0 not in on for on in (up, across)) and ends[0] != 0)
    if name == "accuracy":
        assert "starter ikke" not in view.subtitle, "the years ahead begin with none"
        return
    assert (CUT["nb"] in view.subtitle) == cut


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_headline_of_the_future_has_its_range_in_sight(spoken: str) -> None:
    bare = []
    for name, code in SOME:
        view = build_view(name, code, spoken)
        if name in PAST | UNMOVED:
            assert not re.search(SURE[spoken], view.subtitle, re.IGNORECASE)
            continue
        titles = [each.title for each in view.frames if "2040" in each.title]
        texts = [f"{title}. {view.subtitle}" for title in titles]
        bare += [
            (name, code, text) for text in texts if not re.search(SURE[spoken], text, re.IGNORECASE)
        ]
    assert not bare


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize(
    "name", ["hundred", "strip", "pyramid", "path_hands", "path_plan", "roads"]
)
def test_frames_and_cards_carry_it_too(name: str, spoken: str) -> None:
    asked = read(name, "5610", {"lang": spoken} | ({"path": "lys-vei"} if "path" in name else {}))
    view = build_view(name, "5610", asked.language, asked.pathway)
    assert re.search(SURE[spoken], view.subtitle, re.IGNORECASE)
    drawn = re.sub(r"<[^>]+>", " ", card(asked))
    assert re.search(SURE[spoken].replace(" ", r"\s+"), drawn, re.IGNORECASE)
    assert view.subtitle in unescape(frame(asked))


def test_what_is_told_lies_within_its_range_in_every_municipality() -> None:
    everyone = municipalities()
    spans = {"20-66": (20, 66), "67+": (67, 105), "80+": (80, 105), "6-15": (6, 15)}
    told = {what: everyone.people(HORIZON, *ages) for what, ages in spans.items()}
    told["carers"] = everyone.carers(HORIZON)
    for what, main in told.items():
        low, high = intervals(what, HORIZON)
        assert (low <= main * 1.001).all(), what
        assert (main <= high * 1.001).all(), what
        assert (low < high).all(), what


@pytest.mark.parametrize("code", ["0301", "1151", "5610"])
def test_bounds_of_all_at_once_are_those_of_each(code: str) -> None:
    at = places().index[code]
    for what in ("carers", "20-66"):
        low, high = intervals(what, HORIZON)
        assert (low[at], high[at]) == pytest.approx(bands(code).interval(what, HORIZON), rel=1e-4)


@pytest.mark.parametrize("name", ["lys-vei", "mork-vei"])
@pytest.mark.parametrize("code", ["1151", "3209", "5610"])
def test_the_band_moved_with_a_path_is_the_one_carried_along_it(code: str, name: str) -> None:
    """Within 1.5 per cent of the figure: what nobody can wait for is not needed."""
    own = of_people(Pathway(path(name).choices[:-1]))
    along = outlook_of(code, pathway=own)
    moved = change(own, flows_of(code, "MMMM"), staying_in(along.place))
    carried = bands_under(code, moved, 200)
    for indicator, what in path_chart.BANDED.items():
        values = along.consequences.series[indicator]
        at = HORIZON - along.base_year
        bounds = [side[at] for side in path_chart.spread(along, what, values)]
        gap = np.abs(np.array(bounds) - carried.interval(what, HORIZON)) / values[at]
        assert gap.max() < 0.015, (indicator, gap)


def spreads(view: View) -> list[tuple[str, float, float]]:
    """Return the ranges that a view claims, by measure."""
    return [
        (each.measure, *each.told)
        for each in view.claims
        if isinstance(each, Spread | Alternatives)
    ]


@pytest.mark.parametrize("chosen", ["", "lys-vei", "mork-vei"])
def test_claims_of_a_path_carry_their_range(chosen: str) -> None:
    for name in ("path_carers", "path_pyramid", "path_hands", "path_kroner"):
        view = build_view(name, "5610", pathway=path(chosen) if chosen else Pathway())
        [(_, low, high)] = spreads(view)
        main = next(c for c in view.claims if isinstance(c, Change | Comparison | Single))
        value = main.value if isinstance(main, Single) else main.told[1]
        slack = 0.1 if name == "path_carers" else 2.0
        assert low - slack <= value <= high + slack, (name, low, value, high)


def test_every_claim_of_people_to_come_has_a_spread_beside_it() -> None:
    measures = {"aged", "pupils", "kindergarten", "workers", "carers", "all"}
    for name, code in SOME:
        view = build_view(name, code)
        of = {c.measure for c in view.claims if isinstance(c, Change) and c.years[1] == HORIZON}
        with_range = {measure for measure, _, _ in spreads(view)}
        assert of & measures <= with_range, (name, code)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_few_neighbours_are_told_of_without_none_and_none(spoken: str) -> None:
    say, sure = partial(language_of(spoken).say, "views.neighbours.reach"), {}
    for count in (1, 2, 3, 7, 23):
        for up in range(count + 1):
            for down in range(count + 1 - up):
                sure[up, down, count] = text = say(up=up, down=down, count=count).strip()
                assert text[0].isupper() or text[0].isdigit()
                assert "  " not in text
                written = language_of(spoken).numbers
                for many in {up, down} - {0, count}:
                    assert written.among(many, count) in text.lower()
                assert not re.search(r"\b(0|none|ingen)\b", text)
                assert count > 2 or written.count(count) not in text.split() or up + down
    assert sure[0, 0, 2] != sure[0, 0, 3] != sure[0, 0, 1]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_future_is_told_roundly_and_the_table_is_exact(spoken: str) -> None:
    language = language_of(spoken)
    for name, column in (("uncertainty", "ours"), ("over80", "main"), ("workers", "main")):
        for code in ("0301", "3209", "46"):
            view = build_view(name, code, spoken)
            at = [each.key for each in view.table.columns].index(column)
            exact = next(float(row[at] or 0) for row in view.table.rows if row[0] == HORIZON)
            goes = next(c for c in view.claims if isinstance(c, Change))
            assert language.numbers.count(goes.told[1]) in view.frames[-1].alt
            if goes.told[1] != round(exact):
                assert language.numbers.exact(exact) not in view.frames[-1].alt


def test_only_the_views_of_what_has_been_are_without() -> None:
    assert set(views()) > PAST
    assert all(views()[name].levels <= set(Level) for name in PAST)
