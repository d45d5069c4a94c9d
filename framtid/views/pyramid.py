"""The population pyramid, which turns into a lighthouse: same scale whatever the year."""

from collections.abc import Sequence

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Spread
from framtid.views.curves import SOURCES, in_alternatives
from framtid.views.model import View
from framtid.views.registry import view

THEN, YOUNG = 2006, (0, 19)
EACH = 5
"""Years of age in a bar."""
STARTS = np.arange(0, 95, EACH)
AGE_GROUPS = [*(f"{start}–{start + 4}" for start in STARTS[:-1]), f"{STARTS[-1]}+"]


def groups(outlook: Outlook, year: int) -> Floats:
    """Return persons by sex and five-year group, the last open from 90, (sex, group)."""
    grouped: Floats = np.add.reduceat(outlook.at(year), STARTS, axis=1)
    return grouped


def bar(
    people: Floats, at: Sequence[str | float], color: str, outwards: int, label: str
) -> style.Trace:
    """Return one sex's bars, to the left (-1) or the right (1)."""
    return {
        "type": "bar",
        "orientation": "h",
        "y": list(at),
        "x": [round(outwards * float(v), 2) for v in people],
        "customdata": [round(float(v)) for v in people],
        "marker": {"color": color},
        "hovertemplate": f"{label} %{{y}}: %{{customdata:,}}<extra></extra>",
        "name": label,
    }


@view("pyramid", order=50)
def pyramid(outlook: Outlook, language: Language) -> View:
    """Women and men by five-year age group in 2006, now and 2040."""
    years = (THEN, outlook.base_year, HORIZON)
    found = {year: groups(outlook, year) for year in years}
    names = AGE_GROUPS
    young = {year: outlook.people(year, *YOUNG) for year in years}
    old = {year: outlook.people(year, OLD) for year in years}
    words = Words(
        language,
        "pyramid",
        outlook,
        ages="{ages}",
        young_then=young[THEN],
        young_now=young[outlook.base_year],
        old_then=old[THEN],
        old_now=old[outlook.base_year],
        young_trend=trend(young[outlook.base_year], young[HORIZON], count=True),
        median_then=median(outlook, THEN),
        median_now=median(outlook, outlook.base_year),
        median_goal=median(outlook, HORIZON),
    )
    reach = bands(outlook.place.code).interval(f"{OLD}+", HORIZON)
    words.values["range"] = words.between(*reach)
    goes = {
        name: words.change(name, people[outlook.base_year], people[HORIZON])
        for name, people in (("young", young), ("old", old))
    }
    words.values |= {f"{name}_goal": each.told[1] for name, each in goes.items()}
    spread = Spread("old", outlook.place.code, HORIZON, *reach)
    others = in_alternatives("young", outlook, *YOUNG)
    claims: list[Claim] = [goes["young"], others, goes["old"], spread]
    widest = max(float(each.max()) for each in found.values()) * 1.08
    described = style.layout(
        style.axis(range=[-widest, widest], showticklabels=False),
        style.axis(tickvals=names[::2], ticktext=names[::2]),
        bargap=0.12,
        barmode="overlay",
        margin={"l": 58, "r": 24, "t": 30, "b": 20},
        annotations=[side(words.say("columns.men"), 0.2), side(words.say("columns.women"), 0.8)],
    )
    frames = [
        words.frame(
            words.moment(year),
            style.figure(
                [
                    bar(found[year][0], names, style.TINT, -1, words.say("columns.men")),
                    bar(found[year][1], names, style.MINE, 1, words.say("columns.women")),
                ],
                described | {"meta": own(words, year)},
            ),
        )
        for year in years
    ]
    rows = [
        (names[i], *(found[year][sex][i] for year in years for sex in (0, 1)))
        for i in range(len(names))
    ]
    columns = [
        ("age", None),
        *((f"{sex}_{words.moment(year)}", 0) for year in years for sex in ("men", "women")),
    ]
    return words.view(frames, columns, rows, SOURCES, claims)


OLD = 67


def own(words: Words, year: int) -> dict[str, object]:
    """Return what it takes to mark a reader's own age where it is known: in the browser."""
    told = {"me": words.say("me"), "you": words.say("you")}
    return {"ages": {"year": year, "each": EACH, "names": AGE_GROUPS, **told}}


def side(text: str, x: float) -> dict[str, object]:
    """Return the name of one side, standing above it."""
    return {
        "text": text,
        "x": x,
        "y": 1.0,
        "yanchor": "bottom",
        "xref": "paper",
        "yref": "paper",
        "showarrow": False,
        "font": {"color": style.MUTED, "size": style.SIZE},
    }


def median(outlook: Outlook, year: int) -> float:
    """Return the age that half the people are younger than."""
    ages = outlook.at(year).sum(0)
    return float(np.searchsorted(np.cumsum(ages), ages.sum() / 2))
