"""A municipality on every criterion, from exposed to well placed: then, today and in 2040."""

from collections.abc import Sequence

from framtid.consequences.criteria import rules
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.placement import SAME, Placing, placings
from framtid.pathways.placement_told import said
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Tally
from framtid.views.curves import SOURCES
from framtid.views.model import Cell, Figure, View
from framtid.views.registry import view

EDGES, INSIDE = (-0.6, 1.6), (-0.54, 1.54)
"""Ends of the scale, where 0 is exposed and 1 is well placed, and where what lies beyond stands."""
TICK = 0.2
"""How far above and below a row its limits are drawn, in rows."""
LIFT = 0.42
"""How far above a row its words stand, in rows."""
SMALL, LARGE = 7, 13
PLACES = {"hard": -0.3, "middle": 0.5, "good": 1.3}
"""Where the names of the three parts of the scale stand."""
Pair = tuple[float, float]


def _ends(each: Placing, frame: str) -> Pair:
    """Return the value that a state begins with, and the one that it ends with."""
    if frame == "now":
        return (each.now if each.since is None else each.since), each.now
    return each.now, (each.now if each.goal is None else each.goal)


def _at(name: str, value: float) -> float:
    low, high = INSIDE
    return round(min(max(rules().criteria[name].position(value), low), high), 3)


def _line(x: Pair, y: float, color: str, width: float, dash: str = "solid") -> style.Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": [y, y],
        "hoverinfo": "skip",
        "line": {"color": color, "width": width, "dash": dash},
    }


def _limits(x: float, rows: int) -> style.Trace:
    """Return the limit between two parts of the scale, a short rule on each row."""
    made = _line((x, x), 0, style.MUTED, 1.5)
    ends: list[float | None] = []
    for at in range(rows):
        ends += [at - TICK, at + TICK, None]
    return made | {"x": [x] * len(ends), "y": ends}


def _dots(x: Sequence[float], color: str, size: int, texts: Sequence[str]) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": list(x),
        "y": list(range(len(x))),
        "text": list(texts),
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": color, "size": size},
    }


def _words(x: float, texts: Sequence[str], side: str, color: str) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x] * len(texts),
        "y": [at + LIFT for at in range(len(texts))],
        "text": list(texts),
        "textposition": f"middle {side}",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": color, "size": style.SIZE},
    }


def _between(each: Placing, frame: str) -> Pair:
    """Return what 2040 is between on the scale; a point where it is not told."""
    if frame == "now" or each.low is None or each.high is None:
        at = _at(each.criterion, _ends(each, frame)[1])
        return at, at
    return _at(each.criterion, each.low), _at(each.criterion, each.high)


def _change(each: Placing, frame: str, language: Language) -> str:
    begin, end = (said(value, each.criterion, language) for value in _ends(each, frame))
    return end if begin == end else f"{begin} → {end}"


def _figure(rows: Sequence[Placing], frame: str, words: Words) -> Figure:
    """Return a row for each criterion: a small dot before, a large one after, and how sure."""
    language = words.language
    ends = [[_at(each.criterion, value) for value in _ends(each, frame)] for each in rows]
    names = [language.say(f"placement.criteria.{each.criterion}.name") for each in rows]
    changes = [_change(each, frame, language) for each in rows]
    texts = [f"{name}: {change}" for name, change in zip(names, changes, strict=True)]
    traces = [
        _limits(0, len(rows)),
        _limits(1, len(rows)),
        *(_line(_between(each, frame), at, style.TINT, 7) for at, each in enumerate(rows)),
        *(_line((begin, end), at, style.MUTED, 2) for at, (begin, end) in enumerate(ends)),
        _dots([begin for begin, _ in ends], style.MUTED, SMALL, texts),
        _dots([end for _, end in ends], style.MINE, LARGE, texts),
        _words(EDGES[0], names, "right", style.INK),
        _words(EDGES[1], changes, "left", style.MINE),
    ]
    axis = [language.say(f"placement.axis.{part}") for part in PLACES]
    described = style.layout(
        style.axis(range=list(EDGES), tickvals=list(PLACES.values()), ticktext=axis),
        style.axis(range=[-0.6, len(rows) - 0.2], showticklabels=False),
    )
    described["margin"] = {"l": 20, "r": 20, "t": 8, "b": 36}
    return style.figure(traces, described)


def _counts(rows: Sequence[Placing]) -> dict[str, int]:
    """Return how many stand where, and how many have moved which way since the first year."""
    ahead = [each for each in rows if each.place_goal is not None]
    moved = [
        (each.now - each.since) / (criterion.good - criterion.hard)
        for each in rows
        for criterion in [rules().criteria[each.criterion]]
        if each.since is not None
    ]
    return {
        "count": len(rows),
        "ahead": len(ahead),
        "good_now": sum(each.place_now == "good" for each in rows),
        "hard_now": sum(each.place_now == "hard" for each in rows),
        "hard_then": sum(each.place_now == "hard" for each in ahead),
        "good_goal": sum(each.place_goal == "good" for each in ahead),
        "hard_goal": sum(each.place_goal == "hard" for each in ahead),
        "up": sum(each > SAME for each in moved),
        "down": sum(each < -SAME for each in moved),
    }


@view("placement", order=17, levels=frozenset({Level.MUNICIPALITY}))
def placement(outlook: Outlook, language: Language) -> View:
    """Where a municipality stands on every criterion, how it has moved, and where it is going."""
    rows, place = placings(outlook.place), outlook.place.code
    counts = _counts(rows)
    words = Words(language, "placement", outlook, **counts)
    upwards = rows[::-1]
    frames = [words.frame(name, _figure(upwards, name, words)) for name in ("now", str(HORIZON))]
    claims: list[Claim] = [
        Tally("exposed", place, outlook.base_year, counts["hard_now"], counts["count"]),
        Tally("exposed", place, HORIZON, counts["hard_goal"], counts["ahead"]),
    ]
    columns: list[tuple[str, int | None]] = [("criterion", None), ("since_year", None)]
    columns += [(name, 3) for name in ("since", "now", "goal", "low", "high")]
    columns += [("place_now", None), ("place_goal", None)]
    table = [_row(each, language) for each in rows]
    tables = [*SOURCES, "need_index", "need_weights", PROJECTION]
    return words.view(frames, columns, table, tables, claims)


def _row(each: Placing, language: Language) -> tuple[Cell, ...]:
    """Return a row of the table: values as they are, and where they stand in words."""
    name = language.say(f"placement.criteria.{each.criterion}.name")
    stands = [
        "" if place is None else language.say(f"placement.places.{place}")
        for place in (each.place_now, each.place_goal)
    ]
    since = rules().criteria[each.criterion].since
    figures = (each.since, each.now, each.goal, each.low, each.high)
    return (name, since, *figures, *stands)
