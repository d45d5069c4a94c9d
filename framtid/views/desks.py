"""A classroom for each grade: who sits there today, and which desks are taken and empty in 2040."""

from collections.abc import Sequence

from framtid.consequences.school import FIRST, LAST
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.projection.hundred_events import apportioned
from framtid.projection.uncertainty.bands import bands
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Spread
from framtid.views.curves import SOURCES
from framtid.views.model import Cell, Figure, View
from framtid.views.registry import view

GRADES = range(FIRST, LAST + 1)
BESIDE, MOST = 2, 10
"""Desks beside each other in a grade, and how many there may be of them."""
WIDE, PITCH, ROW = 1.3, 3.1, 1.8
"""From desk to desk, from grade to grade and from row to row, in figures' widths."""
TALL, SEAT = 1.5, 0.45
"""How high a grown figure is, and how far above a desk's point one who sits there is."""
NAME = 1.7
"""How far below a grade's lowest desks its name stands."""
KEY, LOW = -4.0, -5.1


def seated(counts: Sequence[float], each: int) -> list[int]:
    """Return how many desks the pupils of each grade take, where a desk is ``each`` pupils."""
    total = nearest(sum(counts) / each)
    return apportioned(counts, total) if total else [0] * len(counts)


def scale(*years: Sequence[float]) -> int:
    """Return how many pupils a desk is, so that no grade has too many in any of the years."""
    return next(
        each for each in scene.scales() if max(map(max, (seated(y, each) for y in years))) <= MOST
    )


def _spots(counts: Sequence[int], lift: float = 0.0) -> list[scene.Spot]:
    """Return where the desks of each grade stand, two and two, row by row."""
    return [
        (PITCH * grade + WIDE * (desk % BESIDE), ROW * (desk // BESIDE) + lift)
        for grade, number in enumerate(counts)
        for desk in range(number)
    ]


def _ids(counts: Sequence[int]) -> list[str]:
    return [f"{grade}-{desk}" for grade, number in enumerate(counts) for desk in range(number)]


def _figure(year: int, taken: list[int], desks: list[int], rows: int, words: Words) -> Figure:
    say = words.language.say
    used, empty = sum(taken), sum(desks) - sum(taken)
    entries = [
        (say("views.desks.key.used", n=used), "pupil", style.AGES[1], False),
        # A desk is wider than one who sits there.
        (" " + say("views.desks.key.empty", n=empty), "desk", style.MUTED, False),
    ]
    grades = range(len(GRADES))
    right = PITCH * (len(GRADES) - 1) + WIDE
    traces = [
        scene.stand(_spots(taken, SEAT), "pupil", style.AGES[1], TALL, ids=_ids(taken)),
        scene.stand(_spots(desks), "desk", style.MUTED, TALL, ids=_ids(desks)),
        scene.key(entries, [(0.0, KEY), (8.7, KEY)]),
        scene.written(
            [(PITCH * at + WIDE / 2, -NAME) for at in grades],
            [say("views.desks.grade", n=at + 1) for at in grades],
            style.SIZE,
        ),
        scene.written([(right + 0.5, KEY)], [str(year)], scene.WHEN_SIZE, "middle left"),
    ]
    code = words.outlook.place.code
    ends = (-1.0, right + 1.0), (LOW, rows * ROW)
    described = scene.layout("desks", code, *ends, traces, of_hundred=("pupil", year))
    return style.figure(traces, described)


@view("desks", order=61)
def desks(outlook: Outlook, language: Language) -> View:
    """Pupils of each grade as desks, today and in 2040."""
    years = {"now": outlook.base_year, "2040": HORIZON}
    counts = {name: [outlook.people(y, age, age) for age in GRADES] for name, y in years.items()}
    each = scale(*counts.values())
    taken = {name: seated(of, each) for name, of in counts.items()}
    every = [max(pair) for pair in zip(*taken.values(), strict=True)]
    there = {"now": taken["now"], "2040": every}
    rows = -(-max(every) // BESIDE)
    code = outlook.place.code
    spread = Spread("pupils", code, HORIZON, *bands(code).interval("6-15", HORIZON))
    reach = spread.told
    before, after = (sum(of) for of in counts.values())
    words = Words(language, "desks", outlook, each=each)
    goes = words.change("pupils", before, after)
    words.values |= {
        "before": before,
        "after": goes.told[1],
        "trend": goes.direction,
        "within": reach[0] <= before <= reach[1],
        "range": words.between(*reach),
        "used_now": sum(taken["now"]),
        "used": sum(taken["2040"]),
        "empty": sum(every) - sum(taken["2040"]),
    }
    frames = [
        words.frame(name, _figure(year, taken[name], there[name], rows, words))
        for name, year in years.items()
    ]
    told: list[tuple[Cell, ...]] = [
        (language.say("views.desks.grade", n=at + 1), *(counts[name][at] for name in years))
        for at in range(len(GRADES))
    ]
    told.append((words.say("all"), before, after))
    columns: list[tuple[str, int | None]] = [("grade", None), ("now", 0), ("goal", 0)]
    claims: list[Claim] = [goes, spread]
    return words.view(frames, columns, told, SOURCES, claims)
