"""How many children we have: the total fertility rate."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.vitals import BIRTHS, vitals
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.model import View
from framtid.views.registry import view

FIRST = 1986


@view("births", order=910, levels=frozenset({Level.NATION}))
def births(outlook: Outlook, language: Language) -> View:
    """Children per woman each year, and the children born."""
    known = vitals()
    years = [year for year in known.fertility if year >= FIRST]
    rate = [known.fertility[year] for year in years]
    top = max(years, key=lambda year: known.fertility[year])
    words = Words(
        language,
        "births",
        outlook,
        first=years[0],
        last=years[-1],
        now=rate[-1],
        top_year=top,
        top=known.fertility[top],
        babies=known.babies[max(known.babies)],
        babies_top=known.babies[top],
    )
    traces = [
        style.line(years, rate, style.MINE, words.say("columns.rate"), decimals=2),
        style.label(top, known.fertility[top], words.say("top_label"), style.MINE),
        style.label(years[-1], rate[-1], words.say("now_label"), style.MINE, "bottom left"),
    ]
    described = style.layout(style.axis(), style.counts(range=[0, 2.3]))
    rows = [(year, known.fertility[year], known.babies.get(year)) for year in years]
    return words.view(
        [words.frame("all", style.figure(traces, described))],
        [("year", None), ("rate", 2), ("babies", 0)],
        rows,
        ["fertility_rate", "population_nation", BIRTHS],
        [
            words.change("fertility", known.fertility[top], rate[-1], (top, years[-1])),
        ],
    )
