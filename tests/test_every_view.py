"""Every view of every place, built once and held to all that a view promises."""

import re
from collections import Counter
from collections.abc import Iterator

import pytest

from framtid.embed.press.pack import KEY
from framtid.places import Place, places
from framtid.views.model import View
from framtid.views.registry import build_view, views
from tests.claim_readers import check_claim
from tests.label_geometry import faults
from tests.ranges import bare
from tests.shares import SHARES

ALL = tuple(places().by_code.values())
SIZES = ((270, 250), (350, 280), (343, 211), (640, 370), (717, 624))
"""Drawings of a frame on a small phone, in one 360 pixels wide, of a story on a phone, of a page,
and of a story on a wide screen."""
BARE = {"map", "strip", "hundred", "pyramid", "path_pyramid", "moves", "neighbours"}
BARE |= {"roster", "desks", "homes", "youth", "path_hundred", "span", "similar", "placement"}
BARE |= {"causes", "similar_map", "young_map", "young", "of_hundred", "price"}
"""Views of dots, bars and areas, whose words are no labels of lines."""
CROWDED = {("futures", "0"), ("workers", "0"), ("futures", "ba-5")}
"""Where a number of millions has no room in a narrow frame but on the dotted rule of today."""
BROKEN = re.compile(r"  | [.,:]|\bnan\b|\bNone\b|\{|\bom lag én\b")
COUNTED = {"moves", "neighbours", "hundred"}
"""Views that count people: where there is none they say so, and not that there are null."""


@pytest.mark.parametrize("number", SHARES)
def test_a_view_holds_in_every_place(number: int) -> None:
    """Its claims stand in its figures, its sentences are whole, and its labels stand free.

    No figure of 2040 in a view of the fact sheet is told without between what it may be.
    A label is in the plot, on no line or dot or other words, and nearest to what it tells of: in
    every third place. Views of a pathway, which are dear, are built in every seventh place.
    """
    checked: Counter[bool] = Counter()
    sure: Counter[str] = Counter()
    wrong: list[object] = []
    for at, place in enumerate(ALL[number :: len(SHARES)]):
        for view in _built(place, dear=not at or ALL.index(place) % 7 == 0):
            checked.update(check_claim(view, claim) for claim in view.claims)
            wrong += [(view.id, place.code, text) for text in _said(view) if _broken(view, text)]
            if view.id in KEY:
                wrong += [(view.id, place.code, each) for each in bare(view.claims)]
                sure[view.id] += len(view.claims)
            if at % 3 == 0 and (not at or not _along(view.id)):
                wrong += _labels(view, place)
    assert not wrong
    assert checked[True] > 20 * checked[False]
    assert checked[True] > 1000
    assert all(sure[name] > 700 / len(SHARES) for name in KEY)


def _along(name: str) -> bool:
    return bool(views()[name].along) or name == "roads"


def _built(place: Place, *, dear: bool) -> Iterator[View]:
    for name, maker in views().items():
        if place.level in maker.levels and (dear or not _along(name)):
            yield build_view(name, place.code)


def _said(view: View) -> Iterator[str]:
    yield view.action
    for frame in view.frames:
        assert frame.title
        yield from (frame.title, frame.alt)


def _broken(view: View, text: str) -> bool:
    return bool(BROKEN.search(text)) or (view.id in COUNTED and bool(re.search(r"\bnull\b", text)))


def _labels(view: View, place: Place) -> list[object]:
    if view.id in BARE:
        return []
    sizes = SIZES[3:] if (view.id, place.code) in CROWDED else SIZES
    return [
        (view.id, frame.id, place.code, size, each)
        for frame in view.frames
        for size in sizes
        for each in faults(frame.figure, size)
    ]
