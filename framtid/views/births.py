"""How many children we have: the total fertility rate."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.vitals import BIRTHS, vitals
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.label_placement import Room
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
    span, scale = [years[0] - 0.5, years[-1] + 1], [0, 2.3]
    line = style.line(years, rate, style.MINE, words.say("columns.rate"), decimals=2)
    dots = [(top, known.fertility[top]), (years[-1], rate[-1])]
    room = Room(span, scale, [line], dots=dots)
    texts = (words.say("top_label"), words.say("now_label"))
    traces = [
        line,
        *(room.label([dot], text, style.MINE) for dot, text in zip(dots, texts, strict=True)),
    ]
    described = style.layout(style.axis(range=span), style.counts(range=scale))
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
