"""Every figure can be drawn as SVG without a browser, and says what the figure says."""

import re
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


def test_dots_keep_their_shape_whatever_the_room() -> None:
    drawing = parsed(build_view("hundred", "0").figure, 900, 300)
    circles = list(drawing.iter(f"{SVG}circle"))
    across = float(circles[1].get("cx", 0)) - float(circles[0].get("cx", 0))
    down = float(circles[10].get("cy", 0)) - float(circles[0].get("cy", 0))
    assert across == pytest.approx(down, abs=0.2)
    marks = (drawing.iter(f"{SVG}{name}") for name in ("circle", "rect", "path"))
    assert sum(len(list(each)) for each in marks) == 106, "and one of each kind in the key"
