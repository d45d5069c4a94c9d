"""The municipalities that share a labour market: who grows and who shrinks in working age."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook, outlook
from framtid.places import Level
from framtid.views import style
from framtid.views.curves import GOAL, SOURCES
from framtid.views.model import View
from framtid.views.registry import view
from framtid.views.words import Words

MOST = 24
"""Rows that still can be read; the table has all."""


def _shared(seen: Outlook) -> Outlook:
    """Return the region a place shares, or its county where it has a region to itself."""
    region = seen.region
    if len(region.place.members) > 1 or seen.place.county is None:
        return region
    return outlook(seen.place.county, seen.alternative)


@view("neighbours", order=75, levels=frozenset({Level.MUNICIPALITY, Level.REGION, Level.COUNTY}))
def neighbours(seen: Outlook, language: Language) -> View:
    """Change in people aged 20–66 from now to 2040 in each municipality of the region."""
    found = []
    wider = _shared(seen)
    for other in (outlook(code, seen.alternative) for code in wider.place.members):
        before, after = other.people(seen.base_year, 20, 66), other.people(GOAL, 20, 66)
        found.append((other.place, before, after, 100 * (after / before - 1)))
    found.sort(key=lambda row: row[3])
    before, after = wider.people(seen.base_year, 20, 66), wider.people(GOAL, 20, 66)
    words = Words(
        language,
        "neighbours",
        seen,
        region=language.inside(wider.place),
        count=len(found),
        grow=sum(row[3] > 1 for row in found),
        shrink=sum(row[3] < -1 for row in found),
        before=before,
        after=after,
        change=after / before - 1,
    )
    shown = found if len(found) <= MOST else found[: MOST // 2] + found[-MOST // 2 :]
    bars = {
        "type": "bar",
        "orientation": "h",
        "x": [round(row[3], 2) for row in shown],
        "y": [row[0].short for row in shown],
        "marker": {
            "color": [style.MINE if row[0] == seen.place else style.OTHERS for row in shown]
        },
        "text": [language.fill("{{ v|signed }} %", v=round(row[3])) for row in shown],
        "textposition": "outside",
        "constraintext": "none",
        "cliponaxis": False,
        "textfont": {"size": style.SIZE},
        "hovertemplate": "%{y}: %{x:.1f} %<extra></extra>",
    }
    reach = max(abs(row[3]) for row in shown) * 1.45 + 2
    described = style.layout(
        style.axis(range=[-reach, reach], zeroline=True, zerolinecolor=style.INK, ticksuffix=" %"),
        style.axis(nticks=len(shown), dtick=1),
        bargap=0.35,
    )
    described["margin"] = {"l": 128, "r": 16, "t": 16, "b": 36}
    rows = [(row[0].label, *row[1:]) for row in found]
    return words.view(
        [words.frame("all", style.figure([bars], described))],
        [("place", None), ("before", 0), ("after", 0), ("change", 1)],
        rows,
        SOURCES,
    )
