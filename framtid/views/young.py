"""A hundred young people of today, and how many they are in 2040: the missing stand as outlines."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.pathways.youth import FIRST, LAST, YOUTHS
from framtid.projection import ALTERNATIVES
from framtid.views import path_chart, scene, style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives
from framtid.views.model import Figure, View
from framtid.views.registry import view
from framtid.views.young_people import Shared, shared
from framtid.views.youth import COLUMNS, ROW, TALL

TOP, KEY, LOW = 7.9, -2.2, -3.6
"""The upper edge, and below the hundred where the key stands and the lower edge."""
LINE = 1.7
"""From one line of a key to the next."""
KEY_SPOTS = (0.0, 8.0)
"""How far to the right the two lines of the key stand."""


def _figure(there: int, year: int, most: int, words: Words) -> Figure:
    """Return those who are there in a year, and an outline for each of the hundred who is not."""
    among = max(there, YOUTHS)
    last = YOUTHS // COLUMNS - 1
    every = scene.in_rows(among, COLUMNS, ROW, last)
    ids = [str(at) for at in range(among)]
    low = -ROW * ((max(most, YOUTHS) - 1) // COLUMNS - last)
    counts = {"young": there, "fewer": YOUTHS - there}
    shown = ["young", "fewer"] if there < YOUTHS else ["young"]
    entries = [
        (
            words.language.say(f"views.young.key.{name}", n=counts[name]),
            "youth",
            style.MINE if name == "young" else style.MUTED,
            name == "fewer",
        )
        for name in shown
    ]
    spots = [(x, KEY + low) for x, _ in zip(KEY_SPOTS, shown, strict=False)]
    traces = [
        scene.stand(every[there:], "youth", style.MUTED, TALL, ids=ids[there:], hollow=True),
        scene.stand(every[:there], "youth", style.MINE, TALL, ids=ids[:there]),
        scene.key(entries, spots),
        scene.written([(COLUMNS - 0.5, KEY + low)], [str(year)], scene.WHEN_SIZE, "middle left"),
    ]
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW + low, TOP)
    place = words.outlook.place.code
    return style.figure(traces, scene.layout("young", place, across, up, traces))


def _shared(own: Shared, words: Words) -> Figure:
    """Return the hundred of an area: those of one municipality first, then its neighbours'."""
    every = scene.in_rows(YOUTHS, COLUMNS, ROW, YOUTHS // COLUMNS - 1)
    ids = [str(at) for at in range(YOUTHS)]
    colors = {"others": style.MUTED, "here": style.MINE}
    counts = {"others": YOUTHS - own.number, "here": own.number}
    say, values = words.language.say, words.values
    entries = [
        (say(f"views.young.key.{name}", n=counts[name], **values), "youth", colors[name], False)
        for name in ("here", "others")
    ]
    traces = [
        scene.stand(every[own.number :], "youth", style.MUTED, TALL, ids=ids[own.number :]),
        scene.stand(every[: own.number], "youth", style.MINE, TALL, ids=ids[: own.number]),
        scene.key(entries, [(0.0, KEY), (0.0, KEY - LINE)]),
        scene.written([], [], scene.WHEN_SIZE, "middle left"),
    ]
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW - LINE, TOP)
    code = words.outlook.place.code
    return style.figure(traces, scene.layout("young", code, across, up, traces))


@view("young", order=112)
def young(outlook: Outlook, language: Language) -> View:
    """How many are between 15 and 29, today and in 2040, where a hundred are today."""
    runs = {name: outlook.under(name).series(FIRST, LAST) for name in ALTERNATIVES}
    start = outlook.base_year - outlook.first_year
    at = HORIZON - outlook.first_year
    main = runs[outlook.alternative]
    before, after = float(main[start]), float(main[at])
    ends = [float(run[at]) for run in runs.values()]
    there = nearest(YOUTHS * after / before)
    words = Words(language, "young", outlook, there=there)
    goes = words.change("youths", before, after)
    own = shared(outlook)
    words.values |= {
        "shared": own.number,
        "others": own.others,
        "around": language.inside(own.around),
        "focus": language.inside(own.focus),
        "before": before,
        "after": goes.told[1],
        "trend": goes.direction,
        "range": words.between(min(ends), max(ends)),
    }
    rows = [
        (int(outlook.years[i]), *(float(runs[name][i]) for name in ("MMMM", "LLML", "HHMH")))
        for i in range(start, len(outlook.years))
    ]
    return words.view(
        [
            words.frame("shared", _shared(own, words)),
            words.frame("now", _figure(YOUTHS, outlook.base_year, there, words)),
            words.frame(str(HORIZON), _figure(there, HORIZON, there, words)),
        ],
        [("year", None), ("main", 0), ("low", 0), ("high", 0)],
        rows,
        path_chart.POPULATION,
        [goes, Alternatives("youths", outlook.place.code, HORIZON, min(ends), max(ends))],
    )
