"""Colours tell classes apart in light and dark, and what a text calls blue is blue everywhere."""

import re
from collections.abc import Iterator, Set
from functools import cache
from itertools import combinations
from pathlib import Path

import pytest

from framtid.embed.look.contrast import APART, LEAST, channels, contrast, distance, mixed
from framtid.embed.look.site_colors import TOKENS
from framtid.embed.look.themes import GROUNDS, Theme, palette
from framtid.language.texts import LANGUAGES
from framtid.projection.hundred_events import GROUPS
from framtid.views import style
from framtid.views.map import SCALE
from framtid.views.model import Figure, View
from framtid.views.people import SHAPES
from framtid.views.registry import build_view, views
from tests.test_views import CASES

SOME = [(name, code) for name, code in CASES if code in {"0", "5610"}]
ACCENTS = ("", "#E2001A", "#00843D", "#0B5C7A", "#111111")
COLOR = re.compile(r"#[0-9A-Fa-f]{6}")
GROUNDLIKE = {"paper", "card", "field", "sand", "soft", "line", "gold", "on-mine", "on-gold"}
"""Grounds, hairlines and fills with words or an edge of their own, and words on those fills."""
WRITTEN = {"ink", "ink-soft", "muted", "mine", "mine-deep", "gold-ink", "violet", "fault"}
"""Colours of words, which need more."""
CALLED = re.compile(
    r"\b(gul|grå|blå|rød|grønn|lilla|raud|grøn|yellow|grey|blue|red|green|purple)\b", re.IGNORECASE
)


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
        if name not in {"map", "young_map"}
        for frame in build_view(name, code).frames
    }


def shown(used: Set[str], theme: Theme, accent: str) -> dict[str, str]:
    """Return what a frame or a page shows in the place of each colour."""
    found = palette(theme, accent)
    return {color: found.get(color, color) for color in used}


def words(view: View) -> Iterator[str]:
    """Yield all that a reader sees beside the figure."""
    yield from (view.subtitle, view.action)
    for frame in view.frames:
        yield from (frame.title, frame.alt)


def faint(name: str, theme: Theme) -> Iterator[tuple[str, str, float]]:
    """Yield the marks of a view that stand too little out from their ground, 3:1 (WCAG 1.4.11)."""
    found = palette(theme, "")
    ground = found[style.PAPER]
    for code in ("0", "5610"):
        if (name, code) not in SOME:
            continue
        for frame in build_view(name, code).frames:
            for trace in frame.figure["data"]:
                solid = trace.get("opacity", 1) * trace.get("marker", {}).get("opacity", 1)
                for color in marks({"data": [trace], "layout": {}}) - {style.PAPER, style.GRID}:
                    shade = mixed(ground, found.get(color, color), solid)
                    if contrast(shade, ground) < 3 and solid:
                        yield name, color, round(contrast(shade, ground), 2)


@pytest.mark.parametrize("theme", GROUNDS)
def test_every_mark_stands_out_from_its_ground(theme: Theme) -> None:
    outlined = set(SCALE) | {style.LIGHT_FILL}
    pale = {one for name in views() for one in faint(name, theme) if one[1] not in outlined}
    assert not pale


@pytest.mark.parametrize("theme", GROUNDS)
def test_what_is_pale_on_the_map_has_an_outline(theme: Theme) -> None:
    assert not set(SCALE) & set(palette(theme, ""))
    figure = build_view("map", "5610").frames[0].figure
    found = palette(theme, "")
    for trace in figure["data"]:
        if trace.get("fillcolor") in SCALE:
            assert contrast(found[trace["line"]["color"]], found[style.PAPER]) >= 3
    key = figure["data"][-1]["marker"]
    assert key["color"] == list(SCALE), "the key shows every shade"
    assert contrast(found[key["line"]["color"]], found[style.PAPER]) >= 3


def test_the_hundred_are_told_apart_by_more_than_hue() -> None:
    assert list(SHAPES) == list(GROUPS)
    assert len(set(SHAPES.values())) == len(GROUPS), "an outline for each group"


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


def test_pages_name_their_colours_and_have_them_in_one_place() -> None:
    room = Path(__file__).parents[1] / "framtid"
    sheets = [*(room / "web/static").glob("*.css"), *(room / "reader/frontend").rglob("*.css")]
    by_number = re.compile(r"(?<![\w-])#[0-9a-fA-F]{3,8}\b(?![^{;]*\{)|rgba?\(")
    paper = "background: #fff; font-size: 11pt"  # what is printed on is white
    found = {
        (sheet.name, color)
        for sheet in sheets
        if sheet.name != "colors.css"
        for color in by_number.findall(sheet.read_text("utf-8").replace(paper, ""))
    }
    assert not found


@pytest.mark.parametrize("name", [name for name in TOKENS if name not in {"shade", *GROUNDLIKE}])
def test_what_a_page_is_written_and_drawn_with_stands_out(name: str) -> None:
    for ground, color in zip(TOKENS["paper"], TOKENS[name], strict=True):
        assert contrast(color, ground) >= (LEAST if name in WRITTEN else 3)
