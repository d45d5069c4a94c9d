"""If 100 people lived here: small figures who live from now to 2040, the youngest first."""

from dataclasses import replace

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.hundred import hundred_of, told_years
from framtid.pathways.outlook import Outlook
from framtid.projection.hundred import GROUPS, Hundred, in_groups
from framtid.projection.turnover import HUNDRED
from framtid.projection.uncertainty.bands import bands
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Single, Spread
from framtid.views.curves import SOURCES
from framtid.views.model import Cell, Figure, View
from framtid.views.people import SHAPES
from framtid.views.registry import view

COLUMNS, ROW = 20, 2.0
"""Figures in a row, and from one row to the next, in figures' widths."""
TALL = 1.75
"""How high a grown figure is."""
KEY = ((0.0, 5.4, 10.8), (-1.9, -3.5))
"""Where the key's columns and rows stand below the figures."""
SINCE = ((0.0, 8.4), -5.1)
"""Where it tells who was here and who came."""
RIGHT, TOP, LOW = COLUMNS - 0.3, 9.1, -6.0
FEW = 10
"""Persons behind a figure from which on they are told whole."""
WAYS = ("here", "born", "moved", "stays", "died", "room")
"""How one came and left, as numbers; moving in and out is the same word."""
EVENTS = ("died", "left", "room", "still", "born", "came", "new")


def _group(age: int) -> int:
    return sum(age >= first for first, _ in GROUPS.values()) - 1


def lives(hundred: Hundred) -> list[list[int]]:
    """Return each life as the reader gets it: born, how and when one came, how and when one left.

    How is a place in ``WAYS``.
    """
    return [
        [one.born, WAYS.index(one.came), one.since, WAYS.index(one.left), one.until]
        for one in hundred.lives
    ]


def _marks(groups: list[int], came: list[bool]) -> style.Trace:
    """Return how figures look: by age, and an outline only for those who came."""
    return {
        "customdata": [list(GROUPS)[group] for group in groups],
        "marker": {
            "color": [style.AGES[group] for group in groups],
            "symbol": ["circle-open" if one else "circle" for one in came],
            "size": 24,
        },
    }


def _rows(number: int) -> dict[str, list[float]]:
    """Return where each stands; every second row is read backwards.

    So one who grows older than a row takes a short step down.
    """
    spots = [divmod(i, COLUMNS) for i in range(number)]
    return {
        "x": [COLUMNS - 1 - along if row % 2 else along for row, along in spots],
        "y": [ROW * (4 - row) for row, _ in spots],
    }


def _people(hundred: Hundred, year: int) -> style.Trace:
    """Return who stands in a year, the youngest first; ``ids`` are the same persons every year."""
    standing = hundred.standing(year)
    here = [hundred.lives[i] for i in standing]
    return {
        "type": "scatter",
        "mode": "markers",
        "ids": [str(i) for i in standing],
        **_rows(len(here)),
        "hoverinfo": "skip",
        "meta": {"tall": TALL},
        **_marks([_group(one.age(year)) for one in here], [not one.was_here for one in here]),
    }


def _key(words: Words) -> style.Trace:
    """Return what each shape and colour stands for, below the figures."""
    columns, rows = KEY
    spots = [(x, y) for y in rows for x in columns]
    each = list(range(len(GROUPS)))
    names = [words.say(f"short.{name}") for name in GROUPS]
    return scene.named(spots, names, _marks(each, [False] * len(each)))


def _since_said(words: Words, here: int | str, came: int | str) -> list[str]:
    """Return the words beside who was here from the start, and beside who came."""
    base = words.values["base"]
    pairs = (("here", here), ("came", came))
    return [words.language.say(f"views.hundred.since.{key}", n=n, base=base) for key, n in pairs]


def _since(words: Words, still: int) -> style.Trace:
    """Return how many were here from the start, and how many came."""
    spots = [(x, SINCE[1]) for x in SINCE[0]]
    names = _since_said(words, still, HUNDRED - still)
    marks = _marks([3, 3], [False, True])
    marks["marker"]["color"] = [style.INK, style.INK]
    return scene.named(spots, names, marks)


def drawn(hundred: Hundred, year: int, words: Words) -> Figure:
    """Return who stands in a year, with a key; ``words`` are those of the view ``hundred``."""
    written = scene.written([(RIGHT, sum(KEY[1]) / 2)], [str(year)], scene.WHEN_SIZE, "middle left")
    outlook = words.outlook
    people = {
        # The same hundred part into other scenes of the place, which are of today's course.
        "of": outlook.place.code if outlook.pathway.is_default else "",
        "year": year,
        "years": [hundred.years[0], hundred.years[-1]],
        "lives": lives(hundred),
        "groups": {name: first for name, (first, _) in GROUPS.items()},
        "shapes": SHAPES,
        "columns": COLUMNS,
        "row": ROW,
        "since": _since_said(words, "{n}", "{n}"),
        "name": words.say("year"),
        "me": words.say("me"),
        "you": words.say("you"),
    }
    across, dots = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (COLUMNS, TOP - LOW)
    described = scene.stage(across, (LOW, TOP), dots, people=people)
    still = hundred.events(year)["still"]
    traces = [_people(hundred, year), _key(words), _since(words, still), written]
    return style.figure(traces, described)


def in_year(
    outlook: Outlook, hundred: Hundred, year: int, language: Language
) -> tuple[Figure, str]:
    """Return who stands in any one year, as a figure with its text alternative."""
    ages = [outlook.people(year, *ages) for ages in GROUPS.values()]
    shares = dict(zip((f"{name}_now" for name in GROUPS), in_groups(ages), strict=True))
    words = Words(language, "hundred", outlook, **shares)
    frame = words.frame("now", drawn(hundred, year, words))
    return frame.figure, frame.alt


def counted(outlook: Outlook, hundred: Hundred) -> dict[str, int]:
    """Return how many of the hundred are of each group, and what has happened, by moment."""
    values: dict[str, int] = {}
    for when, year in zip(("now", "halfway", "goal"), told_years(outlook), strict=True):
        shares = in_groups([outlook.people(year, *ages) for ages in GROUPS.values()])
        values |= {f"{name}_{when}": n for name, n in zip(GROUPS, shares, strict=True)}
        values |= {f"{name}_{when}": n for name, n in hundred.events(year).items()}
    return values


def scale(people: float, language: Language) -> str:
    """Return how many persons a figure stands for, with a decimal where they are few."""
    filters = language.numbers.filters
    return filters["exact"](people) if people >= FEW else filters["decimal"](people)


@view("hundred", order=5)
def hundred(outlook: Outlook, language: Language) -> View:
    """One hundred people who live from now to 2040."""
    people, years = hundred_of(outlook), told_years(outlook)
    values = counted(outlook, people)
    now, goal = (scale(outlook.people(year) / 100, language) for year in (years[0], HORIZON))
    words = Words(
        language, "hundred", outlook, halfway=years[1], scale_now=now, scale_goal=goal, **values
    )
    reach = bands(outlook.place.code).interval("67+", HORIZON)
    words.values["range"] = words.between(*reach)
    frames = [
        replace(words.frame(when, drawn(people, year, words)), id=words.moment(year))
        for when, year in zip(("now", "halfway", str(HORIZON)), years, strict=True)
    ]
    whens = ("now", "halfway", "goal")
    rows: list[tuple[Cell, ...]] = [
        (words.say(f"{kind}.{name}"), *(values[f"{name}_{when}"] for when in whens))
        for kind, names in (("groups", GROUPS), ("events", EVENTS))
        for name in names
    ]
    code, ours = outlook.place.code, words.ours
    claims: list[Claim] = [
        Single(
            "hundred",
            code,
            year,
            values[f"old_{when}"] + values[f"oldest_{when}"],
            ours=ours and year == HORIZON,
        )
        for when, year in (("now", years[0]), ("goal", HORIZON))
    ]
    claims.append(Spread("old", code, HORIZON, *reach))
    columns = [("group", None), *((when, 0) for when in whens)]
    return words.view(frames, columns, rows, SOURCES, claims)
