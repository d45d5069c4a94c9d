"""Every figure can be drawn as SVG without a browser, and says what the figure says."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from framtid.views import style
from framtid.views.drawing import draw
from framtid.views.registry import build_view
from tests.test_views import CASES

SVG = "{http://www.w3.org/2000/svg}"
SIZES = ((760, 480), (343, 300))


def parsed(
    figure: dict[str, object], width: float = 600, height: float = 400
) -> ElementTree.Element:
    return ElementTree.fromstring(draw(figure, width, height))  # noqa: S314 - our own


def curve(values: list[float | None], text: str = "", **y: object) -> dict[str, object]:
    years = [2000.0 + i for i in range(len(values))]
    line = style.line(years, [0.0], style.MINE) | {"y": values}
    label = style.label(years[0], 1, text, style.MINE)
    x = style.axis(range=[2000, 2000 + len(values) - 1])
    layout = style.layout(x, style.counts(**y), separators=",\u00a0")
    return style.figure([line, label], layout)


def texts(root: ElementTree.Element) -> list[str]:
    return [node.text or "" for node in root.iter(f"{SVG}text")]


@pytest.mark.parametrize(("name", "code"), CASES)
def test_every_figure_is_drawn_whole(name: str, code: str) -> None:
    for frame in build_view(name, code).frames:
        said = {
            word
            for trace in frame.figure["data"]
            if trace.get("opacity", 1) and "text" in str(trace.get("mode", trace["type"] + "text"))
            for word in trace.get("text", ())
            if word
        }
        for size in SIZES:
            drawn = draw(frame.figure, *size, alt=frame.alt)
            assert not re.search(r"\bnan\b", drawn), (
                "Samnanger may stand there, but no missing number"
            )
            root = ElementTree.fromstring(drawn)  # noqa: S314 - our own
            assert root.get("aria-label") == frame.alt
            assert said <= set(texts(root))
            assert len([node for node in root.iter() if node.tag != f"{SVG}svg"]) > 5


def test_words_and_colours_are_escaped() -> None:
    drawn = draw(curve([1, 2], '<script>"&', range=[0, 3]), 600, 400, alt='"><script>')
    assert "<script" not in drawn
    assert ElementTree.fromstring(drawn).get("aria-label") == '"><script>'  # noqa: S314


def test_numbers_are_written_as_norwegians_write_them() -> None:
    assert "20\u00a0000" in texts(parsed(curve([1, 30_000], range=[0, 50_000])))
    assert "0,5" in texts(parsed(curve([1, 2], range=[0, 2.3])))


def test_a_line_breaks_where_a_figure_is_missing() -> None:
    path = next(parsed(curve([1, 2, None, 2, 1], range=[0, 3])).iter(f"{SVG}path"))
    assert path.get("d", "").count("M") == 2


def test_a_picture_without_words_is_silent() -> None:
    assert parsed(curve([1, 2], range=[0, 3])).get("aria-hidden") == "true"


PLACED = re.compile(r"translate\(([\d.]+) ([\d.]+)\)")
SCALED = re.compile(r"scale\(([\d.]+)\)")


def figures_of(svg: ElementTree.Element) -> Iterator[tuple[float, float, str | None]]:
    """Yield where each small figure stands in pixels, and the line around it."""
    for group in svg.iter(f"{SVG}g"):
        if scale := SCALED.fullmatch(group.get("transform", "")):
            for path in group.iter(f"{SVG}path"):
                place = PLACED.fullmatch(path.get("transform", ""))
                assert place
                x, y = (float(each) * float(scale[1]) for each in place.groups())
                yield x, y, group.get("stroke")


def test_the_hundred_stand_in_rows_whatever_the_room() -> None:
    figure = build_view("hundred", "0").figure
    for room in ((900, 300), (340, 240)):
        placed = list(figures_of(parsed(figure, *room)))
        assert len(placed) == 108, "six in the key, and one who was here and one who came"
        spots = [(x, y) for x, y, _ in placed[:100]]
        assert len(set(spots)) == 100
        across, down = spots[1][0] - spots[0][0], spots[20][1] - spots[0][1]
        assert down == pytest.approx(2 * across, abs=0.2)
        assert max(x for x, _ in spots) < room[0]
        assert max(y for _, y in spots) < room[1]


def test_who_came_is_an_outline_and_who_was_here_is_filled() -> None:
    view = build_view("hundred", "5610")
    for frame in view.frames:
        hollow = [stroke for _, _, stroke in figures_of(parsed(frame.figure))][:100]
        still = next(row for row in view.table.rows if ": her hele tida" in str(row[0]))
        assert hollow.count(None) == still[1 + view.frames.index(frame)]
        assert len(json.dumps(frame.figure, separators=(",", ":"))) < 15_000
        alone = frame.figure["data"][0]
        assert len(alone["ids"]) == len(set(alone["ids"])) == 100


def test_what_marks_share_is_told_once_and_lines_are_told_by_their_steps() -> None:
    """The page of a municipality holds every figure twice over: each letter counts."""
    strip = parsed(build_view("strip", "5610").figure)
    dots = [len(list(group)) for group in strip.iter(f"{SVG}g")]
    assert max(dots) > 300
    assert all(each.get("fill") is None for each in next(strip.iter(f"{SVG}g")))
    path = next(parsed(curve([1, 2, 3], range=[0, 3])).iter(f"{SVG}path")).get("d", "")
    steps = re.findall(r"-?\d*\.?\d+", path.partition("l")[2])
    assert re.fullmatch(r"M[\d.]+,[\d.]+l[-\d. ]+", path)
    assert len(steps) == 4
    assert float(steps[0]) == pytest.approx(float(steps[2]), abs=0.11)
    assert float(steps[1]) == pytest.approx(float(steps[3]), abs=0.11)
