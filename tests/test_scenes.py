"""Scenes of small figures: what is counted in the picture is what is told, in every place."""

import json

import pytest

from framtid.horizon import HORIZON
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import path
from framtid.pathways.shifts import SHIFTS, filled
from framtid.places import places
from framtid.views.model import Figure
from framtid.views.registry import build_view
from framtid.views.roster import spots

WAYS = ("som-i-dag", "lys-vei", "mork-vei", "2-un3hj2")


def ids(figure: Figure, trace: int) -> list[str]:
    found: list[str] = figure["data"][trace]["ids"]
    assert len(set(found)) == len(found)
    return found


def test_there_are_always_a_hundred_shifts_and_an_empty_one_where_a_man_year_is_missing() -> None:
    for place in places().municipalities[::36]:
        outlook = outlook_of(place.code)
        for year in (outlook.base_year, HORIZON):
            number, gap = filled(outlook, year), outlook.consequences.at("gap", year)
            needed = outlook.consequences.at("hands_needed", year)
            assert 0 <= number <= SHIFTS
            assert number < SHIFTS or gap < 1, place.code
            if number < SHIFTS:
                assert SHIFTS - number - 1 <= SHIFTS * gap / needed <= SHIFTS - number, place.code


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("code", ["0", "0301", "1151", "5610"])
def test_the_board_has_a_figure_for_each_shift_that_is_told_to_be_filled(
    code: str, way: str
) -> None:
    view = build_view("roster", code, pathway=decode(way).pathway)
    counted = {str(row[0]): (row[2], row[3]) for row in view.table.rows}
    last = "Dagens kurs" if way == "som-i-dag" else "Denne veien"
    names = {"now": "I dag", "dark": "Mørk vei", "light": "Lys vei", "all": last}
    assert [frame.id for frame in view.frames] == list(names)
    for frame in view.frames:
        slots, figures = ids(frame.figure, 0), ids(frame.figure, 1)
        on, off = counted[names[frame.id]]
        assert len(slots) == SHIFTS == len(set(spots()))
        assert (len(figures), SHIFTS - len(figures)) == (on, off)
        assert figures == slots[: len(figures)], "who has a shift keeps it from state to state"
        assert str(on) in frame.title or (on == SHIFTS and "alle" in frame.title)
        words = frame.figure["data"][2]["text"]
        assert words[0].split()[0] == str(on)
        assert words[1].split()[0] == str(off)
        assert len(json.dumps(frame.figure, separators=(",", ":"))) < 15_000


def test_the_dark_and_the_light_board_are_those_of_the_paths() -> None:
    dark, light = (filled(outlook_of("5610", pathway=path(name))) for name in WAYS[2:0:-1])
    by_road = {row[0]: row[2] for row in build_view("roster", "5610").table.rows}
    assert (by_road["Mørk vei"], by_road["Lys vei"]) == (dark, light)
    assert dark < by_road["Dagens kurs"] < light
