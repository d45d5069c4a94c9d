"""Colours tell classes apart in light and dark, and what a text calls blue is blue everywhere."""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import combinations

import pytest

from framtid.embed.look.contrast import channels
from framtid.embed.look.themes import GROUNDS, Theme, palette
from framtid.language.texts import LANGUAGES
from framtid.views import style
from framtid.views.map import SCALE
from framtid.views.model import Figure, View
from framtid.views.registry import build_view, views
from tests.test_views import CASES

SOME = [(name, code) for name, code in CASES if code in {"0", "5610"}]
ACCENTS = ("", "#E2001A", "#00843D", "#0B5C7A", "#111111")
COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
CALLED = re.compile(
    r"\b(gul|grå|blå|rød|grønn|lilla|raud|grøn|yellow|grey|blue|red|green|purple)\b", re.IGNORECASE
)
APART = 40
"""How far two colours of one figure are from each other at least, in red, green and blue."""


def marks(figure: Figure) -> set[str]:
    """Return the colours of dots, bars and lines."""
    return {
        color
        for trace in figure["data"]
        if trace.get("opacity") != 0
        for part in ("marker", "line")
        for color in COLOR.findall(str(trace.get(part, {}).get("color", "")))
    }


@cache
def figures() -> set[tuple[str, frozenset[str]]]:
    """Return the colours of every figure but the map, each once."""
    return {
        (name, frozenset(marks(frame.figure)))
        for name, code in SOME
        if name != "map"
        for frame in build_view(name, code).frames
    }


def distance(one: str, other: str) -> float:
    """Return how far two colours are from each other."""
    pairs = zip(channels(one), channels(other), strict=True)
    return float(sum((a - b) ** 2 for a, b in pairs) ** 0.5)


def shown(used: Set[str], theme: Theme, accent: str) -> dict[str, str]:
    """Return what a frame shows in the place of each colour; a map's scale stays as it is."""
    found = palette(theme, accent)
    return {color: color if color in SCALE else found.get(color, color) for color in used}


def words(view: View) -> Iterator[str]:
    """Yield all that a reader sees beside the figure."""
    yield from (view.subtitle, view.action)
    for frame in view.frames:
        yield from (frame.title, frame.alt)


@pytest.mark.parametrize("theme", GROUNDS)
@pytest.mark.parametrize("accent", ACCENTS)
def test_no_two_classes_of_a_figure_become_one_colour(theme: Theme, accent: str) -> None:
    near = []
    for name, used in figures():
        seen = shown(used, theme, accent).values()
        near += [(name, *pair) for pair in combinations(seen, 2) if distance(*pair) < APART]
    assert not near


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_accent_touches_a_colour_that_a_text_calls_by_name(spoken: str) -> None:
    named = set()
    for name, code in SOME:
        view = build_view(name, code, spoken)
        if not any(CALLED.search(text) for text in words(view)):
            continue
        named.add(name)
        for frame in view.frames:
            used = marks(frame.figure)
            for theme in GROUNDS:
                plain = shown(used, theme, "")
                assert all(shown(used, theme, accent) == plain for accent in ACCENTS), name
    assert not named, "the key of the figure names colours: words need not"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_shade_of_the_hundred_is_named_in_the_figure(spoken: str) -> None:
    for frame in build_view("hundred", "5610", spoken).frames:
        people, key = frame.figure["data"][:2]
        assert key["marker"]["color"] == list(style.AGES)
        assert set(people["marker"]["color"]) <= set(style.AGES)
        assert len({text.strip() for text in key["text"]}) == len(style.AGES)
        shapes = dict(zip(key["customdata"], key["marker"]["color"], strict=True))
        assert len(shapes) == len(style.AGES), "each age has a shape of its own too"
        pairs = zip(people["customdata"], people["marker"]["color"], strict=True)
        assert all(shapes[shape] == color for shape, color in pairs)


def test_yellows_greys_and_blues_are_what_they_are_called_in_light_and_dark() -> None:
    for theme in GROUNDS:
        found = [channels(palette(theme, "")[color]) for color in style.AGES]
        for red, green, blue in found[:3]:
            assert red > green > blue + 40
        red, green, blue = found[3]
        assert max(red, green, blue) - min(red, green, blue) < 20
        for red, green, blue in found[4:]:
            assert blue > green > red


def test_every_view_is_looked_at() -> None:
    assert {name for name, _ in SOME} == set(views())
