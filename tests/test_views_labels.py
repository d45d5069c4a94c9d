"""Words in a figure stand where they can be read, also on a phone."""

from itertools import compress
from operator import not_

import pytest

from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.label_placement import Room, apart
from framtid.views.registry import build_view
from tests.label_geometry import drawn, own
from tests.shares import SHARES, share

YEARS = list(range(2006, 2051))


def room(values: list[float], top: float = 100) -> Room:
    return Room([2006, 2051], [0, top], [style.line(YEARS, values, style.MINE)])


def test_a_label_keeps_away_from_a_line_that_falls_to_it() -> None:
    falling = [90.0 - 2 * i for i in range(20)] + [50.0] * 25
    label = room(falling).label([(2026, 50.0)], "5 515", style.MINE)
    assert label["textposition"] in {"top right", "bottom left", "bottom center", "bottom right"}


def test_a_label_moves_away_from_its_dot_where_lines_lie_close() -> None:
    lines = [style.line(YEARS, [level] * 45, style.MINE) for level in (42.0, 50.0, 58.0)]
    label = Room([2006, 2051], [0, 100], lines).label([(2040, 50.0)], "178", style.MINE)
    assert label["y"][0] == 50.0
    assert abs(label["y"][1] - 50) > 4
    assert [word.strip() for word in label["text"]] == ["", "178"]
    assert "lines" in label["mode"], "a thin line leads to the words"


def test_two_labels_never_stand_on_each_other() -> None:
    shared = room([50.0] * 45)
    first, second = (shared.label([(2040, 50.0)], "5 627 400", style.MINE) for _ in range(2))
    assert (first["textposition"], first["y"]) != (second["textposition"], second["y"])


def test_names_at_the_ends_of_lines_are_kept_apart() -> None:
    assert apart([10.0, 11.0, 30.0], 5) == pytest.approx([9 - 1 / 3, 14 - 1 / 3, 29 - 1 / 3], abs=1)
    high, low = apart([7.0, 7.0], 2)
    assert abs(high - low) == pytest.approx(2)


@pytest.mark.parametrize("code", ["1151", "5610", "0301"])
def test_a_place_stands_once_in_its_comparison(code: str) -> None:
    said = [
        word
        for trace in build_view("compare", code).figure["data"]
        for word in trace.get("text", ())
    ]
    assert len([word for word in said if word]) == len(
        {word.split(" ")[0] for word in said if word}
    )


def test_then_ends_today_for_a_place_and_later_for_the_nation() -> None:
    local, nation = (build_view("uncertainty", code).frames[0] for code in ("1151", "0"))
    assert local.figure["layout"]["xaxis"]["range"][1] == 2027
    assert nation.figure["layout"]["xaxis"]["range"][1] > 2040


def test_what_is_uncertain_is_told_in_words() -> None:
    apart_, inside = build_view("uncertainty", "1151"), build_view("uncertainty", "0301")
    assert "utenfor det spennet" in apart_.frames[-1].alt
    assert "utenfor det spennet" not in inside.frames[-1].alt
    assert "Aksen starter ikke på null" in inside.subtitle
    assert [column.key for column in inside.table.columns][2:4] == ["low_80", "high_80"]
    assert "åtte av ti" in build_view("carers", "0301").frames[-1].alt


SPREAD = {
    "carers": "carers",
    "over80": "80+",
    "pupils": "6-15",
    "kindergarten": "1-5",
    "futures": "all",
    "workers": "20-66",
}


@pytest.mark.parametrize("number", SHARES)
@pytest.mark.parametrize("name", SPREAD)
def test_the_spread_that_is_drawn_and_told_is_our_own_band(name: str, number: int) -> None:
    """SSB's alternatives nearly coincide where our own spread is wide: not a certainty."""
    for place in share(number)[::4]:
        made = build_view(name, place.code)
        low, high = bands(place.code).interval(SPREAD[name], 2040)
        area = next(trace for trace in made.figure["data"] if trace.get("fill") == "toself")
        assert min(area["y"]) - 0.001 <= low <= high <= max(area["y"]) + 0.001
        columns = [column.key for column in made.table.columns]
        row = next(row for row in made.table.rows if row[0] == 2040)
        told = {key: float(cell or 0) for key, cell in zip(columns, row, strict=True)}
        assert (told["least"], told["most"]) == pytest.approx((low, high))
        assert told["least"] <= told["main"] <= told["most"]
        assert "alternativene" not in made.frames[-1].title
        assert "åtte av ti" in made.frames[-1].alt.lower()


@pytest.mark.parametrize("code", ["3209", "0301", "3205"])
def test_a_value_of_the_dark_path_stands_at_the_dark_line(code: str) -> None:
    for frame in build_view("roads", code).frames[1:]:
        drawing = drawn(frame.figure, (350, 280))
        values = [label for label in drawing.labels if label.at is not None]
        assert len(values) == 2
        for label in values:
            mine = own(label, drawing.lines)
            away = [label.away(line) for line in drawing.lines]
            near = min(compress(away, mine))
            others = compress(away, map(not_, mine))
            assert label.led or all(far >= near - 0.5 for far in others)
