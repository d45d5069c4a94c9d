"""Along a pathway: everybody by age and sex in 2040, inside the outline of the official line."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.adding_up import apart
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import named
from framtid.projection import ALTERNATIVES
from framtid.projection.history import Floats
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.model import View
from framtid.views.pyramid import AGE_GROUPS, bar, groups, side
from framtid.views.registry import view

SIDES = (-1, 1)
"""Men stand to the left and women to the right."""


def _steps(people: Floats, outwards: int) -> tuple[list[float], list[float]]:
    """Return the corners of one side's outline, from the youngest up."""
    x = np.repeat(outwards * people, 2)
    y = np.repeat(np.arange(len(people) + 1) - 0.5, 2)[1:-1]
    return [round(float(v), 2) for v in x], [float(v) for v in y]


def _outline(people: Floats, outwards: int, name: str) -> style.Trace:
    x, y = _steps(people, outwards)
    drawn = style.line(x, y, style.INK, name, width=2, dash="dash")
    return drawn | {"hoverinfo": "skip"}


def _spread(low: Floats, high: Floats, outwards: int) -> style.Trace:
    """Return the area between SSB's lowest and highest, at the ends of the bars."""
    (inner, y), (outer, _) = _steps(low, outwards), _steps(high, outwards)
    area = style.band([], [], [], 0.3)
    return area | {"x": [*inner, *outer[::-1]], "y": [*y, *y[::-1]]}


def _widest(outlook: Outlook, shown: Sequence[Floats]) -> float:
    """Return the widest bar, the same whatever is chosen where that is enough."""
    outlooks = (
        outlook.along(pathway).under(name) for pathway in named().values() for name in ALTERNATIVES
    )
    known = [groups(each, HORIZON) for each in outlooks]
    return max(float(each.max()) for each in (*known, *shown))


@view("path_pyramid", order=113, along=True)
def path_pyramid(outlook: Outlook, language: Language) -> View:
    """Women and men by five-year age group in 2040, along the path and the official line."""
    mine, line = groups(outlook, HORIZON), groups(outlook.official, HORIZON)
    runs = [groups(outlook.under(name), HORIZON) for name in ALTERNATIVES]
    low, high = np.min(runs, axis=0), np.max(runs, axis=0)
    words = Words(language, "path_pyramid", outlook, **path_chart.figures(outlook, "people"))
    people = path_chart.course(outlook, "people")
    words.values["range"] = words.between(*path_chart.ends(outlook, people))
    words.values["apart"] = rounded = apart(outlook, language, ["people"])
    widest = _widest(outlook, [*runs, line]) * 1.05
    sexes = [words.say(f"names.{sex}") for sex in ("men", "women")]
    at = [float(i) for i in range(len(AGE_GROUPS))]
    described = style.layout(
        style.axis(range=[-widest, widest], showticklabels=False),
        style.axis(range=[-0.6, len(at) - 0.4], tickvals=at[::2], ticktext=AGE_GROUPS[::2]),
        bargap=0.12,
        barmode="overlay",
        margin={"l": 58, "r": 24, "t": 30, "b": 12},
        annotations=[side(sexes[0], 0.12), side(sexes[1], 0.88)],
    )
    traces = [
        *(
            bar(mine[i], at, color, SIDES[i], sexes[i])
            for i, color in enumerate((style.TINT, style.MINE))
        ),
        *(_spread(low[i], high[i], SIDES[i]) for i in (0, 1)),
        *(_outline(line[i], SIDES[i], words.say("line")) for i in (0, 1)),
    ]
    frame = words.frame("all", style.figure(traces, described))
    columns = [each[i] for i in (0, 1) for each in (mine, line, low, high)]
    rows = [(name, *(each[i] for each in columns)) for i, name in enumerate(AGE_GROUPS)]
    keys = [f"{sex}_{run}" for sex in ("men", "women") for run in ("path", "line", "low", "high")]
    heads: list[tuple[str, int | None]] = [("age", None), *((key, 0) for key in keys)]
    claims = path_chart.claims(outlook, "people", people)
    view = words.view([frame], heads, rows, path_chart.OWN_SPREAD, claims)
    return replace(view, rounded_apart=rounded)
