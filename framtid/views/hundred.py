"""If 100 people lived here: a square of dots, one for each hundredth, by age."""

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Single
from framtid.views.curves import SOURCES
from framtid.views.model import Figure, View
from framtid.views.registry import view

GROUPS = {
    "child": (0, 5),
    "pupil": (6, 15),
    "youth": (16, 19),
    "working": (20, 66),
    "old": (67, 79),
    "oldest": (80, 105),
}
COLORS = ("#F2C14E", "#C98F12", "#9A6700", "#B4BBBF", "#7FB2C6", "#0B5C7A")


def hundredths(counts: list[float]) -> list[int]:
    """Share 100 dots in proportion, largest remainders first; they always sum to 100."""
    exact = np.array(counts) / sum(counts) * 100
    dots = np.floor(exact).astype(int)
    for i in np.argsort(-(exact - dots))[: 100 - dots.sum()]:
        dots[i] += 1
    return [int(n) for n in dots]


def _figure(dots: list[int]) -> Figure:
    colors = [color for color, n in zip(COLORS, dots, strict=True) for _ in range(n)]
    traces = [
        {
            "type": "scatter",
            "mode": "markers",
            "x": [i % 10 for i in range(100)],
            "y": [9 - i // 10 for i in range(100)],
            "hoverinfo": "skip",
            "marker": {"color": colors, "size": 24},
        }
    ]
    plain = {"visible": False, "range": [-0.7, 9.7], "constrain": "domain"}
    described = style.layout(
        style.axis(**plain),
        style.axis(**plain, scaleanchor="x"),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        meta={"dots": 10},
    )
    return style.figure(traces, described)


@view("hundred", order=5)
def hundred(outlook: Outlook, language: Language) -> View:
    """One hundred people by age, now and in 2040."""
    years = (outlook.base_year, HORIZON)
    dots = {
        year: hundredths([outlook.people(year, *ages) for ages in GROUPS.values()])
        for year in years
    }
    values = {
        f"{name}_{when}": dots[year][i]
        for i, name in enumerate(GROUPS)
        for when, year in zip(("now", "goal"), years, strict=True)
    }
    words = Words(language, "hundred", outlook, **values)
    frames = [words.frame(words.moment(year), _figure(dots[year])) for year in years]
    rows = [
        (words.say(f"groups.{name}"), dots[years[0]][i], dots[years[1]][i])
        for i, name in enumerate(GROUPS)
    ]
    old = {
        year: sum(dots[year][list(GROUPS).index(name)] for name in ("old", "oldest"))
        for year in years
    }
    claims = [
        Single("hundred", outlook.place.code, year, old[year], ours=words.ours and year == HORIZON)
        for year in years
    ]
    return words.view(frames, [("group", None), ("now", 0), ("goal", 0)], rows, SOURCES, claims)
