"""A board of a hundred shifts: those who are filled have a figure, the empty ones an outline."""

from collections.abc import Mapping
from typing import NamedTuple

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import path
from framtid.pathways.shifts import SHIFTS, filled
from framtid.projection import ALTERNATIVES
from framtid.views import path_chart, scene, style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives, Claim, Single
from framtid.views.model import Cell, Figure, View
from framtid.views.registry import view

ROADS = {"dark": "mork-vei", "light": "lys-vei"}
COLUMNS, ROW, TALL = 20, 2.0, 1.75
"""Shifts in a row, from one row to the next, and how high a figure is, in figures' widths."""
TOP, KEY, LOW = 9.1, -2.1, -3.4
"""The upper edge, where the key stands, and the lower edge."""
KEYS = ("taken", "empty")
"""Shifts that have somebody, and those that have not."""
KEY_SPOTS = [(0.0, KEY), (7.4, KEY)]


class Board(NamedTuple):
    """The shifts of a year along a path."""

    outlook: Outlook
    year: int
    filled: int
    low: int
    """The fewest that there are people for in SSB's three alternatives."""
    high: int


def spots() -> list[scene.Spot]:
    """Return where each of the hundred shifts stands, row by row from the top."""
    last = SHIFTS // COLUMNS - 1
    return scene.in_rows(SHIFTS, COLUMNS, ROW, last)


def _board(outlook: Outlook, year: int) -> Board:
    between = [filled(outlook.under(name), year) for name in ALTERNATIVES]
    return Board(outlook, year, filled(outlook, year), min(between), max(between))


def boards(outlook: Outlook) -> dict[str, Board]:
    """Return today's shifts, and those of 2040 along the two ends, the course and the path."""
    runs = {name: outlook.along(path(known)) for name, known in ROADS.items()}
    return {
        "now": _board(outlook.official, outlook.base_year),
        **{name: _board(run, HORIZON) for name, run in runs.items()},
        "course": _board(outlook.official, HORIZON),
        "all": _board(outlook, HORIZON),
    }


def _figure(board: Board, words: Words) -> Figure:
    every = spots()
    names = [words.language.say(f"views.roster.key.{one}", n=board.filled) for one in KEYS]
    looks = [(names[0], "working", style.MINE, False), (names[1], "working", style.MUTED, True)]
    ids = [str(at) for at in range(SHIFTS)]
    traces = [
        scene.stand(every, "working", style.MUTED, TALL, ids=ids, hollow=True),
        scene.stand(every[: board.filled], "working", style.MINE, TALL, ids=ids[: board.filled]),
        scene.key(looks, KEY_SPOTS),
        scene.written([(COLUMNS - 0.5, KEY)], [str(board.year)], scene.WHEN_SIZE, "middle left"),
    ]
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW, TOP)
    return style.figure(
        traces, scene.layout("roster", board.outlook.place.code, across, up, traces)
    )


def _rows(made: Mapping[str, Board], words: Words) -> list[tuple[Cell, ...]]:
    """Return a row for each state: how many are filled and empty, and the man-years behind."""
    return [
        (
            words.say(f"roads.{name}"),
            board.year,
            board.filled,
            SHIFTS - board.filled,
            *(None if name == "now" else end for end in (board.low, board.high)),
            *(
                board.outlook.consequences.at(each, board.year)
                for each in ("hands_needed", "hands_at_hand")
            ),
        )
        for name, board in made.items()
        if name != "all" or not board.outlook.pathway.is_default
    ]


def _claims(made: Mapping[str, Board]) -> list[Claim]:
    mine, course = made["all"], made["course"]
    code = mine.outlook.place.code
    stands: list[Claim] = [Single("shifts_course", code, HORIZON, course.filled)]
    between = Alternatives("shifts", code, HORIZON, mine.low, mine.high)
    if mine.outlook.pathway.is_default:
        return [*stands, between]
    return [Single("shifts", code, HORIZON, mine.filled), between, *stands]


@view("roster", order=117, along=True)
def roster(outlook: Outlook, language: Language) -> View:
    """How many of a hundred shifts there are people for, today and in 2040 along paths."""
    made = boards(outlook)
    words = Words(
        language,
        "roster",
        outlook,
        same=outlook.pathway.is_default,
        **{("path" if name == "all" else name): board.filled for name, board in made.items()},
    )
    mine = made["all"]
    words.values["range"] = words.between(mine.low, mine.high, "exact")
    shown = {name: board for name, board in made.items() if name != "course"}
    return words.view(
        [words.frame(name, _figure(board, words)) for name, board in shown.items()],
        [
            *(("road", None), ("year", None)),
            *((each, 0) for each in ("filled", "empty", "low", "high")),
            *((each, 1) for each in ("needed", "held")),
        ],
        _rows(made, words),
        path_chart.sources("hands_needed", "hands_at_hand"),
        _claims(made),
    )
