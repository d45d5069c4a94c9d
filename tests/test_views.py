"""Every view is complete for every kind of place."""

import json
import re

import plotly.graph_objects as go
import pytest

from framtid.language.sources import cite
from framtid.language.texts import LANGUAGES, language_of
from framtid.places import Level, Place, places
from framtid.stories.document_view import view_data
from framtid.views.neighbours import MOST
from framtid.views.registry import build_view, views
from framtid.views.style import SIZE

CODES = ("0", "ba-5", "46", "0301", "1151", "1580", "3201", "5610")
CASES = [
    (name, code)
    for name, maker in views().items()
    for code in CODES
    if places().get(code).level in maker.levels
]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_view_is_complete(name: str, code: str) -> None:
    made = build_view(name, code)
    assert made.subtitle
    assert made.action.endswith((".", "?"))
    assert made.sources
    assert made.table.rows
    assert all(len(row) == len(made.table.columns) for row in made.table.rows)
    for frame in made.frames:
        begun = frame.title[0].isupper() or frame.title[0].isdigit()
        assert begun, f"a title that begins with a count takes |start: {frame.title}"
        assert len(frame.title) < 120
        assert len(frame.alt) > 40
        assert go.Figure(frame.figure).data, "the figure must be valid Plotly"
        assert {trace["type"] for trace in frame.figure["data"]} <= {"scatter", "bar"}
        json.dumps(frame.figure, allow_nan=False)
    for text in (made.subtitle, made.action, *(frame.title for frame in made.frames)):
        assert "  " not in text
        assert "{" not in text


@pytest.mark.parametrize(("name", "code"), CASES)
def test_a_table_shows_its_figures_rounded_once(name: str, code: str) -> None:
    made, language = build_view(name, code), language_of("nb")
    shown = view_data(made, "", language).table.rows
    for row, cells in zip(made.table.rows, shown, strict=True):
        for column, value, cell in zip(made.table.columns, row, cells, strict=True):
            if isinstance(value, float) and column.decimals is not None:
                written = language.numbers.decimal(float(value), column.decimals)
                assert language.numbers.decimal(float(cell or 0), column.decimals) == written


def test_all_letters_in_a_figure_have_a_size_that_can_be_read() -> None:
    for name, code in CASES:
        if code not in {"0", "ba-5", "5610"}:
            continue
        for frame in build_view(name, code).frames:
            layout = frame.figure["layout"]
            axes = [part for key, part in layout.items() if re.match(r"[xy]axis", key)]
            traces = [trace for trace in frame.figure["data"] if "text" in trace.get("mode", "")]
            fonts = [
                layout["font"],
                *(axis["tickfont"] for axis in axes),
                *(note["font"] for note in layout.get("annotations", [])),
                *(trace["textfont"] for trace in traces),
            ]
            assert all(font["size"] >= SIZE for font in fonts), (name, frame.id)


@pytest.mark.parametrize("name", list(views()))
def test_states_of_a_view_share_traces_so_that_they_can_tween(name: str) -> None:
    code = "0" if "0" in CODES and places().nation.level in views()[name].levels else "3201"
    kinds = [
        [trace["type"] for trace in frame.figure["data"]] for frame in build_view(name, code).frames
    ]
    assert all(kind == kinds[0] for kind in kinds)


def test_pyramids_of_a_place_share_one_scale() -> None:
    ranges = {
        tuple(frame.figure["layout"]["xaxis"]["range"])
        for frame in build_view("pyramid", "1151").frames
    }
    assert len(ranges) == 1


@pytest.mark.parametrize(("name", "code"), CASES)
def test_no_number_breaks_over_two_lines(name: str, code: str) -> None:
    made = build_view(name, code)
    told = [text for frame in made.frames for text in (frame.title, frame.alt)]
    for text in (*told, made.subtitle, made.action, made.table.caption):
        assert not re.search(r"\d[ \n]\d{3}(?!\d)", text), text


def test_every_view_has_a_short_name_for_lists_and_no_two_share_it() -> None:
    names = [language_of().say(f"views.{name}.name") for name in views()]
    assert len(set(names)) == len(names)
    assert all(len(name) <= 24 for name in names)


PUBLISHED = {"births", "lifespan", "of_hundred", "price"}
"""Views of figures that SSB gives as they are."""
OF_THE_NATION = {
    "roads",
    "path_hands",
    "roster",
    "path_kroner",
    "path_plan",
    "path_places",
    "path_outside",
    "path_waiting",
    "youth",
    "young",
}
"""Views that for the nation rest on SSB's projection alone, without our own spread."""


@pytest.mark.parametrize(("name", "code"), CASES)
def test_what_no_publisher_gave_is_cited_as_our_own_calculation(name: str, code: str) -> None:
    made = build_view(name, code)
    cited = [cite(source, language_of()) for source in made.sources]
    assert len({source.label for source in cited}) == len(cited)
    theirs = name in (PUBLISHED | OF_THE_NATION if code == "0" else PUBLISHED)
    assert ("/om#metode" in {source.link for source in cited}) == (not theirs)


@pytest.mark.parametrize(
    "place", [*places().municipalities[::12], *places().at(Level.COUNTY)], ids=str
)
def test_the_readers_own_municipality_stands_among_few_enough_neighbours(place: Place) -> None:
    made = build_view("neighbours", place.code)
    bars = made.figure["data"][0]
    assert len(bars["y"]) <= MOST
    assert len(set(bars["y"])) == len(bars["y"])
    assert place.level is Level.COUNTY or place.short in bars["y"]
    changes = [float(row[3] or 0) for row in made.table.rows]
    assert bars["x"][0] == pytest.approx(min(changes), abs=0.01)
    assert bars["x"][-1] == pytest.approx(max(changes), abs=0.01)
    assert (f"viser {len(bars['y'])} av {len(changes)}" in made.subtitle) == (len(changes) > MOST)


@pytest.mark.parametrize(("code", "shared"), [("3209", True), ("1151", False), ("46", False)])
def test_only_who_shares_a_labour_market_is_told_so(code: str, shared: bool) -> None:
    assert ("felles arbeidsmarked" in build_view("neighbours", code).action) == shared


@pytest.mark.parametrize("code", LANGUAGES)
def test_a_place_begins_as_a_sentence_before_what_a_figure_shows(code: str) -> None:
    made, language = build_view("moves", "ba-5", code), language_of(code)
    for place in places().at(Level.REGION):
        shown = view_data(made, language.name(place), language)
        assert shown.place_name[0].isupper()
        assert shown.place_name[1:] == language.name(place)[1:]
