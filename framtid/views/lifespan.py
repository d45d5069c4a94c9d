"""How long we live: life expectancy of women and men."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.vitals import vitals
from framtid.places import Level
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.label_placement import Room
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
    span, scale = [years[0] - 0.5, years[-1] + 1], [74, 87]
    lines = [
        style.line(years, lived, color, words.say(f"columns.{sex}"), decimals=1)
        for sex, lived, color in (("women", women, style.MINE), ("men", men, style.TINT))
    ]
    ends = [(years[-1], women[-1]), (years[-1], men[-1])]
    room = Room(span, scale, lines, dots=ends)
    texts = (words.say("women_label"), words.say("men_label"))
    labels = [
        room.label([end], text, ink)
        for end, text, ink in zip(ends, texts, (style.MINE, style.MUTED), strict=True)
    ]
    labels[1]["marker"] |= {"color": style.TINT}
    described = style.layout(
        style.axis(range=span), style.axis(showgrid=True, gridcolor=style.GRID, range=scale)
    )
    rows = [(year, spans[year][1], spans[year][0]) for year in years]
    return words.view(
        [words.frame("all", style.figure([*lines, *labels], described))],
        [("year", None), ("women", 1), ("men", 1)],
        rows,
        ["life_table"],
        [
            words.change(sex, lived[0], lived[-1], (years[0], years[-1]))
            for sex, lived in (("women", women), ("men", men))
        ],
    )
