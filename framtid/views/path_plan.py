"""Along a pathway, what the choices cost and give year by year, and what is owed on the way."""

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.numbers import Told, rounded
from framtid.nearest import nearest
from framtid.pathways.economic_plan import EconomicPlan, economic_plan, lays_out
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named as named_paths
from framtid.pathways.whole_sum import beside, whole
from framtid.projection import ALTERNATIVES
from framtid.statistics.keeping import kept
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.claims import Alternatives, Claim, Single
from framtid.views.label_placement import named
from framtid.views.model import View
from framtid.views.registry import view

LEAST = 100.0
"""Kroner per inhabitant that the scale reaches at least, so that nothing is not drawn as much."""
GIVES, COSTS = style.TINT, style.DARK_FILL


def _words(outlook: Outlook, plan: EconomicPlan, language: Language) -> Words:
    return Words(
        language,
        "path_plan",
        outlook,
        moved=not outlook.pathway.is_default,
        laid=lays_out(outlook.pathway),
        repaid=plan.repaid,
        owed=nearest(plan.owed) if plan.costs_first else 0,
        after=nearest(plan.at("accumulated", HORIZON)),
        whole=beside(whole(outlook).after, plan.at("accumulated", HORIZON)),
        first=plan.years[0],
        horizon=HORIZON,
    )


def _bars(plan: EconomicPlan, words: Words) -> style.Trace:
    choices = plan.columns["choices"]
    return {
        "type": "bar",
        "x": list(plan.years),
        "y": [nearest(float(each), 2) for each in choices],
        "name": words.say("columns.choices"),
        "marker": {"color": [GIVES if each >= 0 else COSTS for each in choices]},
        "hovertemplate": words.say("columns.choices") + " %{x}: %{y:,.0f}<extra></extra>",
    }


@kept(maxsize=512)
def _usual(code: str) -> tuple[float, float]:
    """Return the least and most along the named paths, so that a place has one scale."""
    plans = [economic_plan(outlook_of(code, pathway=each)) for each in named_paths().values()]
    sums = [plan.columns[name] for plan in plans for name in ("choices", "accumulated")]
    return min(float(np.min(sums)), -LEAST), max(float(np.max(sums)), LEAST)


@view("path_plan", order=113, along=True)
def path_plan(outlook: Outlook, language: Language) -> View:
    """Bars for what the choices cost or give each year, and a line for the sum so far."""
    plan = economic_plan(outlook)
    words = _words(outlook, plan, language)
    sums = [economic_plan(outlook.under(name)).at("accumulated", HORIZON) for name in ALTERNATIVES]
    words.values["range"] = words.alternatives([Told(rounded(each)) for each in sums])
    choices, accumulated = plan.columns["choices"], plan.columns["accumulated"]
    lowest, highest = _usual(outlook.place.code)
    lowest = min(float(choices.min()), float(accumulated.min()), lowest)
    highest = max(float(choices.max()), float(accumulated.max()), highest)
    free = 0.12 * (highest - lowest)
    name = words.say("columns.accumulated")
    years = list(plan.years)
    traces = [
        _bars(plan, words),
        style.line(years, accumulated, style.MINE, name, width=3.5),
        style.line(years, [0.0] * len(years), style.INK, words.say("line"), width=2, dash="dash"),
        named(words.say("sum"), HORIZON, float(accumulated[-1]), style.MINE),
    ]
    described = style.layout(
        style.axis(range=[years[0] - 0.6, HORIZON + 0.6], tickvals=[years[0], 2033, HORIZON]),
        style.axis(
            showgrid=True,
            gridcolor=style.GRID,
            zeroline=True,
            zerolinecolor=style.INK,
            range=[lowest - free, highest + free],
            tickformat=",",
        ),
        margin=path_chart.MARGIN,
        bargap=0.25,
    )
    rows = [
        (year, nearest(float(each)), nearest(float(total)))
        for year, each, total in zip(years, choices, accumulated, strict=True)
    ]
    heads: list[tuple[str, int | None]] = [("year", None), ("choices", 0), ("accumulated", 0)]
    code = outlook.place.code
    claims: list[Claim] = [Single("plan", code, HORIZON, float(nearest(accumulated[-1])))]
    if not outlook.pathway.is_default:
        claims.append(Alternatives("plan", code, HORIZON, min(sums), max(sums)))
    frame = words.frame("all", style.figure(traces, described))
    return words.view([frame], heads, rows, path_chart.sources("balance_per_inhabitant"), claims)
