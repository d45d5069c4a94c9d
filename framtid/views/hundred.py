"""If 100 people lived here: a square of dots, one for each hundredth, by age, with a key."""

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Single, Spread
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
COLUMNS = 10
"""Dots in a row."""
SHAPES = ("circle", "circle", "circle", "square", "diamond", "diamond")
"""The young, those of working age and the old are told apart without colour too."""
KEY, WIDTH = 10.8, 17.2
"""Where the key stands right of the dots, and where its words end, in the dots' own steps."""
KEY_STEP = 1.8
"""From one name of the key to the next, so that they have room where the dots are small."""


def hundredths(counts: list[float]) -> list[int]:
    """Share 100 dots in proportion, largest remainders first; they always sum to 100."""
    exact = np.array(counts) / sum(counts) * 100
    dots = np.floor(exact).astype(int)
    for i in np.argsort(-(exact - dots))[: 100 - dots.sum()]:
        dots[i] += 1
    return [int(n) for n in dots]


def _key(words: Words) -> style.Trace:
    """Return what each colour stands for, right of the dots."""
    each = range(len(GROUPS))
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [KEY for _ in each],
        "y": [round(COLUMNS - 1 - KEY_STEP * i, 2) for i in each],
        "text": [f" {words.say(f'short.{name}')}" for name in GROUPS],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": style.INK, "size": style.SIZE},
        "marker": {"color": list(style.AGES), "symbol": list(SHAPES), "size": 24},
    }


def _figure(dots: list[int], words: Words) -> Figure:
    each = [i for i, n in enumerate(dots) for _ in range(n)]
    square = {
        "type": "scatter",
        "mode": "markers",
        "x": [i % COLUMNS for i in range(100)],
        "y": [COLUMNS - 1 - i // COLUMNS for i in range(100)],
        "hoverinfo": "skip",
        "marker": {
            "color": [style.AGES[i] for i in each],
            "symbol": [SHAPES[i] for i in each],
            "size": 24,
        },
    }
    plain = {"visible": False, "constrain": "domain"}
    described = style.layout(
        style.axis(**plain, range=[-0.7, WIDTH]),
        style.axis(**plain, range=[-0.7, 9.7], scaleanchor="x"),
        margin={"l": 8, "r": 8, "t": 8, "b": 8},
        meta={"dots": [WIDTH + 0.5, COLUMNS]},
    )
    return style.figure([square, _key(words)], described)


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
    reach = bands(outlook.place.code).interval("67+", HORIZON)
    words.values["range"] = words.between(*reach)
    frames = [words.frame(words.moment(year), _figure(dots[year], words)) for year in years]
    rows = [
        (words.say(f"groups.{name}"), dots[years[0]][i], dots[years[1]][i])
        for i, name in enumerate(GROUPS)
    ]
    old = {
        year: sum(dots[year][list(GROUPS).index(name)] for name in ("old", "oldest"))
        for year in years
    }
    code = outlook.place.code
    claims: list[Claim] = [
        *(
            Single("hundred", code, year, old[year], ours=words.ours and year == HORIZON)
            for year in years
        ),
        Spread("old", code, HORIZON, *reach),
    ]
    return words.view(frames, [("group", None), ("now", 0), ("goal", 0)], rows, SOURCES, claims)
