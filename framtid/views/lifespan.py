"""How long we live: life expectancy of women and men."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.vitals import vitals
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.model import View
from framtid.views.registry import view


@view("lifespan", order=900, levels=frozenset({Level.NATION}))
def lifespan(outlook: Outlook, language: Language) -> View:
    """Life expectancy at birth since the first life table of the snapshot."""
    spans = vitals().life_expectancy
    years = sorted(spans)
    men, women = ([spans[year][sex] for year in years] for sex in (0, 1))
    words = Words(
        language,
        "lifespan",
        outlook,
        first=years[0],
        last=years[-1],
        men=men[-1],
        women=women[-1],
        gain=(men[-1] + women[-1] - men[0] - women[0]) / 2,
    )
    traces = [
        style.line(years, women, style.MINE, words.say("columns.women"), decimals=1),
        style.line(years, men, style.TINT, words.say("columns.men"), decimals=1),
        style.label(years[-1], women[-1], words.say("women_label"), style.MINE, "top left"),
        style.label(years[-1], men[-1] - 1.4, words.say("men_label"), style.MUTED, "middle left")
        | {"mode": "text"},
    ]
    described = style.layout(
        style.axis(), style.axis(showgrid=True, gridcolor=style.GRID, range=[74, 87])
    )
    rows = [(year, spans[year][1], spans[year][0]) for year in years]
    return words.view(
        [words.frame("all", style.figure(traces, described))],
        [("year", None), ("women", 1), ("men", 1)],
        rows,
        ["life_table"],
        [
            words.change(sex, lived[0], lived[-1], (years[0], years[-1]))
            for sex, lived in (("women", women), ("men", men))
        ],
    )
