"""Slides of a path: they open again, say who they are, and show the outlook's own figures."""

import io
import re
import zipfile
from functools import lru_cache
from typing import Any

import pytest
from pptx import Presentation
from pptx.enum.chart import XL_CHART_TYPE

from framtid.debate.briefing import briefing
from framtid.debate.deck import deck
from framtid.debate.deck_views import PATH, SITUATION, chart_of
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.codec import decode
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.passages import quoted_in
from framtid.pathways.switches import AS_USUAL
from framtid.views.drawing.fonts import BOLD, SANS, SERIF, Face, lines
from framtid.views.registry import views

BASE = "https://2040.example.no"
SPREAD = [("0301", "lys-vei", "nb"), ("1151", "2-he2hj3", "en"), ("0", "2", "nn")]
PIXELS = 96


def outlook(code: str, way: str) -> Outlook:
    return outlook_of(code).along(decode(way).pathway)


@lru_cache(maxsize=len(SPREAD))
def made(code: str, way: str, spoken: str) -> bytes:
    language = language_of(spoken)
    told = briefing(outlook(code, way), language, AS_USUAL, BASE)
    return deck(told, outlook(code, way), language)


def opened(code: str, way: str, spoken: str) -> Any:
    return Presentation(io.BytesIO(made(code, way, spoken)))


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_every_slide_is_whole(code: str, way: str, spoken: str) -> None:
    slides = list(opened(code, way, spoken).slides)
    assert 10 <= len(slides) <= 14
    place, path = language_of(spoken).name(outlook(code, way).place), decode(way).pathway
    for slide in slides:
        first = slide.shapes[0]
        assert first == slide.shapes.title
        assert first.text_frame.text.strip()
        assert len(lines(first.text_frame.text, Face(SERIF, BOLD), 37, 1125)) <= 2
        assert len(slide.notes_slide.notes_text_frame.text) > 20
        ids = [shape.shape_id for shape in slide.shapes]
        assert len(set(ids)) == len(ids)
        foot = [s.text_frame.text for s in slide.placeholders if "FOOTER" in str(_kind(s))]
        assert place in foot[0]
        for shape in slide.shapes:
            assert shape.left >= 0
            assert shape.top >= 0
            assert shape.left + shape.width <= 13.34 * 914_400
            assert shape.top + shape.height <= 7.5 * 914_400
            if not shape.has_text_frame:
                assert next(shape._element.iter("{*}cNvPr")).get("descr")
    assert path.is_default or any(slide.shapes[-3].has_table for slide in slides[6:])


def _kind(shape: Any) -> object:
    return shape.placeholder_format.type


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_words_stay_in_their_boxes(code: str, way: str, spoken: str) -> None:
    for slide in opened(code, way, spoken).slides:
        for shape in slide.shapes:
            if shape.has_text_frame and not shape.is_placeholder:
                assert _height(shape) <= shape.height / 914_400 * PIXELS, shape.text_frame.text


def _height(shape: Any) -> float:
    """Return the pixels that a box's words take, set in a font as wide as ours."""
    room, used = (shape.width / 914_400 - 0.2) * PIXELS, 0.1 * PIXELS
    for paragraph in shape.text_frame.paragraphs:
        size = round(paragraph.runs[0].font.size.pt / 72 * PIXELS)
        count = len(lines("".join(run.text for run in paragraph.runs), Face(SANS), size, room))
        used += count * size * 1.2 + paragraph.space_after.pt / 72 * PIXELS
    return used


def charts(code: str, way: str, spoken: str) -> list[Any]:
    shapes = (shape for slide in opened(code, way, spoken).slides for shape in slide.shapes)
    return [shape.chart for shape in shapes if shape.has_chart]


def test_charts_show_the_outlook() -> None:
    found = charts("0301", "lys-vei", "nb")
    assert len(found) == len(SITUATION) + len(PATH)
    people, _, over80, _, hands, plan, _ = found
    seen = outlook("0301", "lys-vei")
    at = [str(label) for label in hands.plots[0].categories].index(str(HORIZON))
    needed, course = (hands.plots[0].series[number].values[at] for number in (0, 1))
    assert needed == pytest.approx(seen.consequences.at("hands_needed", HORIZON))
    assert course == pytest.approx(seen.official.consequences.at("hands_needed", HORIZON))
    at = [str(label) for label in over80.plots[0].categories].index(str(HORIZON))
    assert over80.plots[0].series[0].values[at] == pytest.approx(seen.official.people(HORIZON, 80))
    at = [str(label) for label in people.plots[0].categories].index(str(HORIZON))
    assert people.plots[0].series[0].values[at] == pytest.approx(seen.official.people(HORIZON))
    summed = plan.plots[0].series[1].values
    assert list(summed) == [round(v) for v in economic_plan(seen).columns["accumulated"]]


@pytest.mark.parametrize("code", ["0301", "1151", "5610"])
def test_an_axis_begins_where_its_view_says(code: str) -> None:
    seen, language = outlook(code, "lys-vei"), language_of("en")
    for shown in (*SITUATION, *PATH):
        view = views()[shown.view].make(seen, language)
        content = chart_of(view, shown)
        if shown.kind == "lines":
            raised = "axis does not start at zero" in f"{view.subtitle}{view.frames[-1].alt}"
            assert (content.lowest or 0) > 0 if raised else content.lowest == 0, shown.view


def test_a_chart_carries_its_figures_to_be_edited() -> None:
    names = zipfile.ZipFile(io.BytesIO(made("0301", "lys-vei", "nb"))).namelist()
    charts_ = [name for name in names if re.fullmatch(r"ppt/charts/chart\d+\.xml", name)]
    assert len(charts_) == len([name for name in names if name.startswith("ppt/embeddings/")])


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_every_word_says_its_language(code: str, way: str, spoken: str) -> None:
    tongue = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[spoken]
    show = opened(code, way, spoken)
    assert show.core_properties.language == tongue
    for slide in show.slides:
        for run in slide._element.iter("{http://schemas.openxmlformats.org/drawingml/2006/main}r"):
            quoted = quoted_in(run.text, spoken)
            assert run.rPr.get("lang") == tongue or list(quoted) == [run.text]


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_axes_are_numbered_as_the_schema_has_it(code: str, way: str, spoken: str) -> None:
    """ECMA-376 has an axis's number as an unsigned integer, and it crosses one that is there."""
    charts = 0
    with zipfile.ZipFile(io.BytesIO(made(code, way, spoken))) as file:
        for name in file.namelist():
            if re.fullmatch(r"ppt/charts/chart\d+\.xml", name):
                told, charts = file.read(name).decode(), charts + 1
                axes = re.findall(r'<c:axId val="(\d+)"/>', told)
                assert len(axes) == told.count("<c:axId") == 4
                assert set(re.findall(r'<c:crossAx val="(\d+)"/>', told)) == set(axes)
    assert charts >= 4


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_nothing_stands_over_a_title(code: str, way: str, spoken: str) -> None:
    for slide in opened(code, way, spoken).slides:
        title, *others = slide.shapes
        for each in others:
            assert each.top >= title.top + title.height or each.left >= title.left + title.width


def test_the_same_figures_give_the_same_bytes() -> None:
    language, seen = language_of("nn"), outlook("0", "2")
    assert deck(briefing(seen, language, AS_USUAL, BASE), seen, language) == made("0", "2", "nn")


NOT_DRAWN = re.compile(
    r"skygge|skugge|\bshad|\bbånd|\bband|kurve|\bcurve|området rundt|\barea\b", re.I
)
"""Marks of views that a chart to be edited does not have."""


DASHED = ("Stiplet:", "Stipla:", "Dashed:")


def _dashed(series: Any) -> bool:
    return next(series._element.iter("{*}prstDash"), None) is not None


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize(("code", "way"), [("5056", "2-he2te2me3hj3fr2"), ("0", "2-sa1")])
def test_a_slide_tells_of_its_chart_as_it_is_drawn(code: str, way: str, spoken: str) -> None:
    drawn = 0
    for slide in opened(code, way, spoken).slides:
        charts_ = [shape for shape in slide.shapes if shape.has_chart]
        if not charts_:
            continue
        drawn += 1
        alt = next(charts_[0]._element.iter("{*}cNvPr")).get("descr")
        notes = slide.notes_slide.notes_text_frame.text
        above = [each.text_frame.text for each in slide.shapes if each.has_text_frame]
        assert alt in notes
        for text in (alt, notes, *above):
            assert not NOT_DRAWN.search(text), text
        if charts_[0].chart.chart_type is XL_CHART_TYPE.LINE:
            dashed = [one for one in charts_[0].chart.plots[0].series if _dashed(one)]
            assert any(word in alt for word in DASHED) == bool(dashed), alt
            assert all(one.name in alt.split(":", 2)[2] for one in dashed), alt
    assert drawn >= len(SITUATION)


SICK_LEAVE = ["sykefravær", "sjukefråvær", "sickness absence", "sick leave"]
"""What one lever is about, in other words than its title."""


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_may_be_done_names_no_lever_that_may_not_be_chosen(spoken: str) -> None:
    language = language_of(spoken)
    titles = [language.say(f"levers.{name}.title").lower() for name in levers()]
    titles += SICK_LEAVE
    for shown in PATH:
        action = language.say(f"views.{shown.view}.action").lower()
        assert not [each for each in titles if each in action], action


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_each_of_the_five_figures_has_its_range_beside_it(code: str, way: str, spoken: str) -> None:
    language = language_of(spoken)
    slide = list(opened(code, way, spoken).slides)[1]
    [table] = [shape.table for shape in slide.shapes if shape.has_table]
    brief = briefing(outlook(code, way), language, AS_USUAL, BASE)
    rows = [[cell.text for cell in row.cells] for row in table.rows][1:]
    assert rows == [[each.value, each.label, each.reach] for each in brief.figures]
    assert all(each.reach for each in brief.figures)
    assert all(each.reach in slide.notes_slide.notes_text_frame.text for each in brief.figures)
    used = 0.0
    for row in table.rows:
        taken = []
        for cell, column in zip(row.cells, table.columns, strict=True):
            room = (column.width / 914_400 - 0.2) * PIXELS
            size = round(16 / 72 * PIXELS)
            taken.append(len(lines(cell.text, Face(SANS), size, room)) * size * 1.2 + 6)
        used += max(*taken, row.height / 914_400 * PIXELS)
    assert 1.6 * PIXELS + used <= 6.95 * PIXELS, "it ends above the foot"
