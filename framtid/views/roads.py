"""Three ways the same levers may go: the dark path, all as today, and the light one."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

import numpy as np

from framtid.consequences.model import Consequences
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways import rounding
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import path
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives, Claim, Single
from framtid.views.curves import hidden
from framtid.views.label_placement import Room
from framtid.views.model import Figure, View
from framtid.views.registry import view

ROADS = {"dark": "mork-vei", "course": "som-i-dag", "light": "lys-vei"}
COLORS = {"dark": style.DARK, "course": style.INK, "light": style.LIGHT}
ENDS = ("dark", "light")
FRAMES = {
    "course": "gap",
    "places": "care_places",
    "outside": "outside",
    "kroner": "balance_per_inhabitant",
    "gap": "gap",
}
"""What each state shows; the whole picture last."""
SHADE = 0.14
"""How dark the area is."""
Series = Mapping[str, Floats]
Traces = list[style.Trace]
INDICATORS = tuple(dict.fromkeys(FRAMES.values()))


class Told(NamedTuple):
    """An indicator in 2040 along the two ends and the course, and today."""

    dark: float
    course: float
    light: float
    now: float


def _told(runs: Mapping[str, Outlook], indicator: str) -> Told:
    ways = ("dark", "course", "light")
    # All three as finely, as prose tells them, so that text and figure agree to the digit.
    every = tuple(runs.values())
    dark, course, light = (
        rounding.told(runs[name], indicator, HORIZON, every)["path"] for name in ways
    )
    now = runs["course"].consequences.at(indicator, runs["course"].base_year)
    return Told(dark, course, light, rounding.alone(indicator, now))


def _scale(series: Sequence[Floats]) -> tuple[float, float]:
    """Return the ends of the axis, with zero on it and some room."""
    least = min(0.0, *(float(each.min()) for each in series))
    most = max(0.0, *(float(each.max()) for each in series))
    free = path_chart.ROOM * (most - least)
    return (least - free if least < 0 else 0.0), (most + free if most > 0 else 0.0)


def _lines(outlook: Outlook, words: Words, series: Series) -> dict[str, style.Trace]:
    return {
        name: style.line(
            path_chart.years(outlook),
            series[name],
            COLORS[name],
            words.say(f"names.{name}"),
            width=2 if name == "course" else 3.5,
            dash="dash" if name == "course" else "solid",
        )
        for name in ROADS
    }


def _at_goal(outlook: Outlook, values: Floats) -> tuple[float, float]:
    return HORIZON, float(values[HORIZON - outlook.base_year])


def _values(outlook: Outlook, words: Words, room: Room, series: Series, told: Told) -> Traces:
    """Return the two ends' values in 2040 as they are told, where no line strikes them."""
    return [
        room.label(
            [_at_goal(outlook, series[name])],
            words.language.fill("{{ v|exact }}", v=getattr(told, name)),
            COLORS[name],
        )
        for name in ENDS
    ]


def _under(runs: Mapping[str, Outlook]) -> dict[str, list[Consequences]]:
    """Return what the two ends come to in SSB's three alternatives."""
    return {name: [runs[name].under(other).consequences for other in ALTERNATIVES] for name in ENDS}


def _drawn(runs: Mapping[str, Sequence[Consequences]]) -> dict[str, Floats]:
    """Return the edges of the areas, as columns of the table."""
    found = {}
    for frame, indicator in list(FRAMES.items())[1:]:
        for name, each in runs.items():
            every = [run.series[indicator] for run in each]
            found[f"{frame}_{name}_low"] = np.min(every, axis=0)
            found[f"{frame}_{name}_high"] = np.max(every, axis=0)
    return found


def _area(outlook: Outlook, reaches: Mapping[str, Sequence[Floats]]) -> style.Trace:
    """Return the area between the ends in SSB's lowest and highest alternative.

    It is one: two that lie over each other cannot be told apart on a phone.
    """
    runs = [run for each in reaches.values() for run in each]
    least, most = np.min(runs, axis=0), np.max(runs, axis=0)
    return style.band(path_chart.years(outlook), least, most, SHADE, style.OTHERS)


def _figure(
    outlook: Outlook, words: Words, series: Series, told: Told, shown: set[str], area: style.Trace
) -> Figure:
    ends = _scale([*series.values(), np.array(area["y"])])
    named = [
        (words.say(f"names.{name}") if name in shown else "", float(series[name][-1]), color)
        for name, color in COLORS.items()
    ]
    lines = _lines(outlook, words, series)
    traces = [area if shown.issuperset(ENDS) else hidden(area)]
    traces += [trace if n in shown else hidden(trace) for n, trace in lines.items()]
    dots = [_at_goal(outlook, series[name]) for name in ENDS]
    room = path_chart.room(outlook, ends, lines.values(), dots)
    values = _values(outlook, words, room, series, told)
    traces += values if shown.issuperset(ENDS) else map(hidden, values)
    traces += path_chart.names(outlook, ends, named)
    return style.figure(traces, path_chart.layout(outlook, ends))


@view("roads", order=105)
def roads(outlook: Outlook, language: Language) -> View:
    """Hands, places in institutions, young people outside and kroner along three paths."""
    runs = {name: outlook.along(path(known)) for name, known in ROADS.items()}
    told = {frame: _told(runs, indicator) for frame, indicator in FRAMES.items()}
    words = Words(language, "roads", outlook, **told)
    series = {
        indicator: {name: run.consequences.series[indicator] for name, run in runs.items()}
        for indicator in INDICATORS
    }
    others = _under(runs)
    goal = HORIZON - outlook.base_year
    reach = {
        name: [float(run.series["gap"][goal]) for run in each] for name, each in others.items()
    }
    areas = {
        indicator: _area(
            outlook,
            {name: [run.series[indicator] for run in each] for name, each in others.items()},
        )
        for indicator in INDICATORS
    }
    frames = [
        words.frame(
            frame,
            _figure(
                outlook,
                words,
                series[indicator],
                told[frame],
                {"course"} if frame == "course" else set(ROADS),
                areas[indicator],
            ),
        )
        for frame, indicator in FRAMES.items()
    ]
    claims: list[Claim] = []
    for name in ROADS:
        code = outlook.place.code
        claims.append(Single(f"gap_{name}", code, HORIZON, getattr(told["gap"], name)))
        if name in reach:
            claims.append(Alternatives("gap", code, HORIZON, min(reach[name]), max(reach[name])))
    columns = [(frame, name) for frame in list(FRAMES)[1:] for name in ROADS]
    drawn = _drawn(others)
    rows = [
        (
            year,
            *(series[FRAMES[frame]][name][i] for frame, name in columns),
            *(float(values[i]) for values in drawn.values()),
        )
        for i, year in enumerate(path_chart.years(outlook))
    ]
    heads: list[tuple[str, int | None]] = [
        ("year", None),
        *((f"{frame}_{name}", 0) for frame, name in columns),
        *((key, 0) for key in drawn),
    ]
    return words.view(frames, heads, rows, path_chart.sources(*INDICATORS), claims)
