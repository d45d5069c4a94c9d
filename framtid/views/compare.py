"""Mine against its labour-market region and the nation: hands per old person."""

from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.curves import GOAL, SOURCES, ahead, past
from framtid.views.model import View
from framtid.views.registry import LOCAL, view
from framtid.views.words import Words


@view("compare", order=12, levels=LOCAL)
def compare(seen: Outlook, language: Language) -> View:
    """Three curves of the same ratio."""
    nation = seen.nation
    others = [nation] if seen.region.place == seen.place else [nation, seen.region]
    first = seen.first_year
    curves = {other.place.code: other.carer_series(start=first) for other in (*others, seen)}
    goal = GOAL - first
    words = Words(
        language,
        "compare",
        seen,
        mine=seen.carers(GOAL),
        nation=nation.carers(GOAL),
        region=seen.region.carers(GOAL),
        region_name=language.name(seen.region.place),
        shared=len(others) > 1,
        stand=trend(nation.carers(GOAL), seen.carers(GOAL), 0.04),
    )
    top = max(float(values.max()) for values in curves.values()) * 1.12
    traces = []
    for other in others:
        values, color = curves[other.place.code], style.OTHERS
        dash = "solid" if other is nation else "dot"
        traces.append(
            style.line(
                seen.years.tolist(),
                values,
                color,
                language.name(other.place),
                width=2,
                dash=dash,
                decimals=2,
            )
        )
        year = 2008 if other is nation else 2044
        traces.append(
            style.label(year, values[year - first], language.name(other.place), style.MUTED)
            | {"mode": "text"}
        )
    mine = curves[seen.place.code]
    traces += [
        past(seen, mine, decimals=2),
        ahead(seen, mine, decimals=2, name=language.name(seen.place)),
        style.label(
            GOAL,
            mine[goal],
            f"{language.name(seen.place)} {language.fill('{{ v|decimal }}', v=mine[goal])}",
            style.MINE,
            "bottom left",
        ),
    ]
    described = style.layout(
        style.axis(range=[first, seen.last_year + 1]), style.counts(range=[0, top])
    )
    rows = [
        (int(year), mine[i], curves[seen.region.place.code][i], curves[nation.place.code][i])
        for i, year in enumerate(seen.years)
    ]
    return words.view(
        [words.frame("all", style.figure(traces, described))],
        [("year", None), ("mine", 2), ("region", 2), ("nation", 2)],
        rows,
        SOURCES,
    )
