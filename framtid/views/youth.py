"""A hundred young people: those in school or work stand together, those outside stand apart."""

from typing import NamedTuple

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import told
from framtid.pathways.youth import YOUTHS, outside_of_hundred, youths
from framtid.views import path_chart, scene, style
from framtid.views.builder import Words
from framtid.views.model import Cell, Figure, View
from framtid.views.registry import view
from framtid.views.young_people import Ahead, Crowd

COLUMNS, ROW, TALL = 25, 2.0, 1.75
"""Young people in a row, from one row to the next, and how high a figure is, in their widths."""
APART = -3.1
"""Where those outside stand, below the lowest row of the others."""
TOP, KEY, LOW = 7.9, -5.6, -8.5
"""The upper edge, where the key stands, and the lower edge."""
ALONE, LOW_ALONE = -2.2, -3.6
"""Where the key stands when nobody stands apart, and the lower edge then."""
KEYS = {"inside": (style.MUTED, 0.0), "outside": (style.MINE, -1.7)}
"""The colour of those in school or work and of those outside, and on which line of the key."""


class Youth(NamedTuple):
    """The hundred of a year along a path."""

    outlook: Outlook
    year: int
    outside: int
    """How many of the hundred stand apart."""


def spots(outside: int) -> list[scene.Spot]:
    """Return where each of the hundred stands: row by row from the top, the last ones apart."""
    last, among = YOUTHS // COLUMNS - 1, YOUTHS - outside
    return [
        (at % COLUMNS, ROW * (last - at // COLUMNS))
        if at < among
        else ((at - among) % COLUMNS, APART - ROW * ((at - among) // COLUMNS))
        for at in range(YOUTHS)
    ]


def states(outlook: Outlook) -> dict[str, Youth]:
    """Return the hundred today, and in 2040 along today's course and along the path."""
    years = {"now": outlook.base_year, "course": HORIZON}
    made = {
        name: Youth(outlook.official, year, outside_of_hundred(outlook.official, year))
        for name, year in years.items()
    }
    return made | {"all": Youth(outlook, HORIZON, outside_of_hundred(outlook))}


def _figure(state: Youth, words: Words, low: float) -> Figure:
    every, among = spots(state.outside), YOUTHS - state.outside
    ids = [str(at) for at in range(YOUTHS)]
    year_at = (COLUMNS - 0.5, KEY + low + KEYS["outside"][1])
    counts = {"inside": among, "outside": state.outside}
    entries = [
        (words.language.say(f"views.youth.key.{name}", n=counts[name]), "youth", color, False)
        for name, (color, _) in KEYS.items()
    ]
    colors = {name: color for name, (color, _) in KEYS.items()}
    traces = [
        scene.stand(every[:among], "youth", colors["inside"], TALL, ids=ids[:among]),
        scene.stand(every[among:], "youth", colors["outside"], TALL, ids=ids[among:]),
        scene.key(entries, [(0.0, KEY + low + y) for _, y in KEYS.values()]),
        scene.written([year_at], [str(state.year)], scene.WHEN_SIZE, "middle left"),
    ]
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW + low, TOP)
    place = state.outlook.place.code
    return style.figure(traces, scene.layout("youth", place, across, up, traces))


def _people(crowd: Crowd, words: Words) -> Figure:
    """Return those outside alone, each figure so many of them, or all the young where few are."""
    every = scene.in_rows(crowd.number, COLUMNS, ROW, YOUTHS // COLUMNS - 1)
    ids = [str(at) for at in range(crowd.number)]
    among = crowd.number if crowd.few else 0
    color, _ = KEYS["inside" if crowd.few else "outside"]
    key = words.say("key.people")
    traces = [
        scene.stand(every[:among], "youth", KEYS["inside"][0], TALL, ids=ids[:among]),
        scene.stand(every[among:], "youth", KEYS["outside"][0], TALL, ids=ids[among:]),
        scene.key([(key, "youth", color, False)], [(0.0, ALONE)]),
        scene.written(
            [(COLUMNS - 0.5, ALONE)], [str(words.values["base"])], scene.WHEN_SIZE, "middle left"
        ),
    ]
    across = (-scene.EDGE, COLUMNS - 1 + scene.EDGE)
    code = words.outlook.place.code
    return style.figure(traces, scene.layout("youth", code, across, (LOW_ALONE, TOP), traces))


def _ahead(ahead: Ahead, words: Words) -> Figure:
    """Return those outside in 2040, and in outline how many more or fewer that is."""
    both = sorted((ahead.number, ahead.beside))
    every = scene.in_rows(both[1], COLUMNS, ROW, YOUTHS // COLUMNS - 1)
    ids = [str(at) for at in range(both[1])]
    among = both[0]
    color, _ = KEYS["inside" if ahead.few else "outside"]
    edge = style.MINE if ahead.number > ahead.beside else style.MUTED
    entries = [(words.say("key.people"), "youth", color, False)]
    if among < both[1]:
        entries.append((words.say("key.beside"), "youth", edge, True))
    drop = KEYS["outside"][1]
    traces = [
        scene.stand(every[among:], "youth", edge, TALL, ids=ids[among:], hollow=True),
        scene.stand(every[:among], "youth", color, TALL, ids=ids[:among]),
        scene.key(entries, [(0.0, ALONE + drop * at) for at in range(len(entries))]),
        scene.written(
            [(COLUMNS - 0.5, ALONE + drop)], [str(HORIZON)], scene.WHEN_SIZE, "middle left"
        ),
    ]
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW_ALONE + drop, TOP)
    code = words.outlook.place.code
    return style.figure(traces, scene.layout("youth", code, across, up, traces))


def _rows(
    made: dict[str, Youth], reach: tuple[float, float], words: Words
) -> list[tuple[Cell, ...]]:
    """Return a row for each state, the last one with its reach: of the hundred, and the people."""
    last = "course" if made["all"].outlook.pathway.is_default else "all"
    return [
        (
            words.say(f"roads.{name}"),
            state.year,
            state.outside,
            state.outlook.consequences.at("outside", state.year),
            *(reach if name == last else (None, None)),
            youths(state.outlook, state.year),
        )
        for name, state in made.items()
        if name != "all" or last == "all"
    ]


@view("youth", order=118, along=True)
def youth(outlook: Outlook, language: Language) -> View:
    """How many of a hundred young people are outside school and work, today and in 2040."""
    made = states(outlook)
    crowd = Crowd.of(outlook)
    counted = {f"of_{name}": state.outside for name, state in made.items()}
    found = path_chart.course(outlook, "outside")
    words = Words(
        language,
        "youth",
        outlook,
        same=outlook.pathway.is_default,
        **counted,
        **told(outlook, "outside", HORIZON),
        **crowd._asdict(),
    )
    reach = path_chart.ends(outlook, found)
    words.values["range"] = words.alternatives(reach)
    more = (max(counted.values()) - 1) // COLUMNS
    shown = words.frame("people", _people(crowd, words))
    ahead = Ahead.of(outlook, crowd)
    words.values |= {"each": ahead.each, "young": ahead.young, "more": ahead.more}
    return words.view(
        [
            shown,
            words.frame("ahead", _ahead(ahead, words)),
            *(
                words.frame(name, _figure(made[name], words, -ROW * more))
                for name in ("now", "all")
            ),
        ],
        [
            *(("road", None), ("year", None)),
            *((each, 0) for each in ("hundred", "outside", "low", "high", "young")),
        ],
        _rows(made, reach, words),
        path_chart.sources("outside"),
        path_chart.claims(outlook, "outside", found),
    )
