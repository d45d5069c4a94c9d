"""Every figure can be drawn as SVG without a browser, and says what the figure says."""

import json
import re
from collections.abc import Iterator
from xml.etree import ElementTree

import pytest

from framtid.places import places
from framtid.views import style
from framtid.views.drawing import draw
from framtid.views.registry import build_view
from framtid.views.shapes import filled, rings
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


def line_of(root: ElementTree.Element) -> str:
    """Return the path of the line; that of the grid has square joins."""
    paths = root.iter(f"{SVG}path")
    return next(each.get("d", "") for each in paths if each.get("stroke-linejoin"))


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
    assert line_of(parsed(curve([1, 2, None, 2, 1], range=[0, 3]))).count("M") == 2


def test_a_picture_without_words_is_silent() -> None:
    assert parsed(curve([1, 2], range=[0, 3])).get("aria-hidden") == "true"


PLACED = re.compile(r"translate\((-?[\d.]+) (-?[\d.]+)\)(?:scale\(([\d.]+)\))?")


def figures_of(svg: ElementTree.Element) -> Iterator[tuple[float, float, str | None]]:
    """Yield where each small figure stands in pixels, and the line around it."""
    for group in svg.iter(f"{SVG}g"):
        crowd = PLACED.fullmatch(group.get("transform", ""))
        if not crowd or not crowd[3]:
            continue
        left, top, scale = map(float, crowd.groups())
        for look in group:
            for path in [look] if look.tag == f"{SVG}path" else look:
                place = PLACED.fullmatch(path.get("transform", ""))
                assert place
                x, y = float(place[1]) * scale + left, float(place[2]) * scale + top
                yield x, y, look.get("stroke")


def corners(path: str) -> list[list[tuple[float, float]]]:
    """Return the points of each shape of a path of ours, which tells the first and then steps."""
    shapes = []
    for shape in path.split("M")[1:]:
        told = [float(one) for one in re.findall(r"-?(?:\d*\.\d+|\d+)", shape)]
        points = [(told[0], told[1])]
        for across, down in zip(told[2::2], told[3::2], strict=True):
            points.append((points[-1][0] + across, points[-1][1] + down))
        shapes.append(points)
    return shapes


def area(points: list[tuple[float, float]]) -> float:
    round_ = zip(points, points[1:] + points[:1], strict=True)
    return sum(a[0] * b[1] - b[0] * a[1] for a, b in round_) / 2


def test_a_map_told_in_its_own_units_keeps_every_shape_and_its_place() -> None:
    codes = [place.code for place in places().municipalities]
    plain = style.axis(visible=False, range=[0, 1000])
    layout = style.layout(plain, plain | {"scaleanchor": "x"}, separators=", ")
    trace = filled(codes, style.MINE, style.OTHERS)
    root = ElementTree.fromstring(draw(style.figure([trace], layout), 500, 500))  # noqa: S314
    path = next(root.iter(f"{SVG}path"))
    told = PLACED.fullmatch(path.get("transform", ""))
    assert told
    assert float(path.get("stroke-width", "")) * float(told[3]) == pytest.approx(0.5, rel=0.01)
    shapes = [ring for code in codes for ring in rings()[code]]
    for (xs, ys), drawn in zip(shapes, corners(path.get("d", "")), strict=True):
        given = [(x, -y) for x, y in zip(xs, ys, strict=True)]
        assert area(drawn) == pytest.approx(area(given))
        assert set(drawn) <= set(given)
    assert len(path.get("d", "")) < 25_000


def test_dots_that_are_alike_are_told_by_their_places_on_a_page() -> None:
    figure = build_view("strip", "5610").figure
    alone, paged = draw(figure, 700, 400), draw(figure, 700, 400, named=True)
    assert len(paged) < len(alone) / 2
    circles = re.findall(r'<circle cx="([\d.]+)" cy="([\d.]+)" r="3.5"/>', alone)
    line = re.search(r'</marker><path d="([^"]+)"', paged)
    assert line
    (spots,) = corners(line[1])
    assert len(spots) == len(circles) > 300
    for spot, circle in zip(spots, circles, strict=True):
        assert spot == pytest.approx([float(one) for one in circle], abs=0.06)


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
    crowd = max(strip.iter(f"{SVG}g"), key=len)
    assert len(crowd) > 300
    assert all(each.get("fill") is None for each in crowd)
    path = line_of(parsed(curve([1, 2, 3], range=[0, 3])))
    steps = re.findall(r"-?\d*\.?\d+", path.partition("l")[2])
    assert re.fullmatch(r"M[\d.]+,[\d.]+l[-\d. ]+", path)
    assert len(steps) == 4
    assert float(steps[0]) == pytest.approx(float(steps[2]), abs=0.11)
    assert float(steps[1]) == pytest.approx(float(steps[3]), abs=0.11)
