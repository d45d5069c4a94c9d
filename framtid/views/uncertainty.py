"""How wide the future is: bands around our projection, what others say, and how it went before."""

from collections.abc import Iterable, Iterator
from typing import Any

import numpy as np

from framtid.horizon import HORIZON
from framtid.language import Language, trend
from framtid.language.numbers import banded
from framtid.pathways.outlook import Outlook
from framtid.places import Level, places
from framtid.projection.evaluation.backtest import projected
from framtid.projection.evaluation.baselines import linear
from framtid.projection.evaluation.ssb_editions import (
    BEFORE_OURS,
    Series,
    edition_of,
    local,
    municipal,
    national,
)
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import Bands, bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Spread
from framtid.views.curves import hidden
from framtid.views.label_placement import apart, named
from framtid.views.model import View
from framtid.views.registry import view

BACK = 2016
"""The year we put ourselves back to: ten years ago."""
TOLD = (80, 50, 95)
"""The bands as the table tells them: the one that the words speak of first."""
OPACITY = {95: 0.12, 80: 0.2, 50: 0.3}
SOURCES = ("bands", "population_municipality", "projection_nation")


def _described(years: tuple[int, int], people: Iterable[float]) -> dict[str, Any]:
    """Return a layout with room right of it for names; the axis starts near the lowest value.

    Above the highest there is room for the name of today's rule.
    """
    values = list(people)
    bottom, top = float(min(values)), float(max(values))
    height = top - bottom
    return style.layout(
        style.axis(range=list(years), nticks=4),
        style.counts(range=[max(bottom - 0.06 * height, 0.0), top + 0.16 * height]),
        margin={"l": 72, "r": 108, "t": 16, "b": 36},
    )


def _height(described: dict[str, Any]) -> float:
    low, high = described["yaxis"]["range"]
    return float(high - low)


def _now(outlook: Outlook, words: Words, described: dict[str, Any]) -> style.Trace:
    """Return the rule of today, from the bottom of the plot to just below its top."""
    bottom, top = described["yaxis"]["range"]
    rule = style.now(outlook.base_year, top - 0.05 * (top - bottom), words.say("now"))
    return rule | {"y": [bottom, rule["y"][1]]}


def said_before(outlook: Outlook) -> dict[int, Series]:
    """Return earlier answers by the year they were given: SSB's of the nation, ours of a place."""
    if outlook.place.level is Level.NATION:
        return {edition: series for edition, series in national().items() if edition < BEFORE_OURS}
    members = [places().index[code] for code in outlook.place.members]
    ours = projected(BACK)[:, members].sum((1, 2, 3))
    return {BACK: {BACK + ahead: float(people) for ahead, people in enumerate(ours)}}


def _future(
    outlook: Outlook, words: Words, found: Bands, others: Series, straight: Floats, gap: float
) -> Iterator[style.Trace]:
    """Yield bands, our median, SSB's last municipal edition and the plain trend."""
    years = found.years.tolist()
    for level, opacity in OPACITY.items():
        yield style.band(years, *found.series("all", level), opacity)
    ours = outlook.series(start=outlook.base_year)
    yield style.line(years, ours, style.MINE, words.say("short.ours"), dash="dash")
    ssb = [others[year] for year in years if year in others]
    yield style.line(years, ssb, style.INK, words.say("short.ssb"), width=2, dash="dot")
    yield style.line(years, straight, style.OTHERS, words.say("short.trend"), width=2, dash="dot")
    ends = [
        (words.say("short.ours"), float(ours[-1]), style.MINE),
        (words.say("short.ssb"), ssb[-1], style.INK),
        (words.say("short.trend"), float(straight[-1]), style.MUTED),
    ]
    spots = apart([value for _, value, _ in ends], gap)
    for (name, _, color), spot in zip(ends, spots, strict=True):
        yield named(name, years[-1], spot, color)


def _telling(said: dict[int, Series]) -> set[int]:
    """Return the answers whose lines are named: the first, and the highest and lowest at last."""
    reach = {edition: series[HORIZON] for edition, series in said.items() if HORIZON in series}
    outer = (
        {max(reach, key=reach.__getitem__), min(reach, key=reach.__getitem__)} if reach else set()
    )
    return {min(said), *outer}


def _before(said: dict[int, Series], words: Words) -> Iterator[style.Trace]:
    """Yield what was said in earlier years, each telling line named at its end."""
    telling = _telling(said)
    for edition, series in said.items():
        kept = {year: people for year, people in series.items() if year <= HORIZON}
        name, last = f"{words.say('said')} {edition}", max(kept)
        yield style.line(list(kept), list(kept.values()), style.DARK, name, width=1.5, opacity=0.7)
        if edition in telling:
            # Where a line ends just before today, its name stands on the other side of the rule.
            beside = max(last, words.outlook.base_year)
            yield named(name, beside, kept[last], style.DARK)


@view("uncertainty", order=95)
def uncertainty(outlook: Outlook, language: Language) -> View:
    """Everybody: the past, earlier answers, our median in its bands, SSB's and the plain trend."""
    found, others, said = bands(outlook.place.code), local(outlook.place), said_before(outlook)
    past = outlook.series(stop=outlook.base_year)
    first = max(outlook.first_year, 2005)
    past = past[first - outlook.first_year :]
    straight = np.array([linear(past, int(year) - outlook.base_year) for year in found.years])
    ends = found.interval("all", HORIZON)
    low, high = banded(*ends)
    before, goal = float(past[-1]), outlook.people(HORIZON)
    told = said[BACK][outlook.base_year]
    errors = [
        series[outlook.base_year] / before - 1
        for series in said.values()
        if outlook.base_year in series
    ]
    everything = np.concatenate([past, *found.series("all", 95), straight, list(others.values())])
    described = _described((first, outlook.last_year + 1), everything)
    words = Words(
        language,
        "uncertainty",
        outlook,
        low=low,
        high=high,
        before=before,
        goal=goal,
        back=BACK,
        told=told,
        miss=abs(told / before - 1),
        missed=trend(before, told),
        most=max(errors),
        least=min(errors),
        ssb=others[HORIZON],
        edition=edition_of(outlook.place),
        trend=float(straight[HORIZON - outlook.base_year]),
        way=trend(before, goal, count=True),
        apart=not low <= others[HORIZON] <= high,
    )
    goes = words.change("all", before, goal)
    words.values["goal"] = goes.told[1]
    recent = described
    if outlook.place.level is not Level.NATION:
        # What was said of a place ends today: half the plot would stand empty after it.
        recent = _described((first, outlook.base_year + 1), [*past, *said[BACK].values()])
    lived = style.line(
        list(range(first, outlook.base_year + 1)), past, style.MINE, words.say("was")
    )
    earlier = list(_before(said, words))
    future = list(_future(outlook, words, found, others, straight, _height(described) * 0.085))
    frames = [
        words.frame(
            "then",
            style.figure(
                [lived, _now(outlook, words, recent), *earlier, *map(hidden, future)], recent
            ),
        ),
        words.frame(
            "future",
            style.figure(
                [lived, _now(outlook, words, described), *map(hidden, earlier), *future], described
            ),
        ),
    ]
    bounds = [series for level in TOLD for series in found.series("all", level)]
    rows = [
        (
            int(year),
            outlook.people(int(year)),
            *(s[i] for s in bounds),
            others.get(int(year)),
            straight[i],
        )
        for i, year in enumerate(found.years)
    ]
    claims: list[Claim] = [
        goes,
        Spread("all", outlook.place.code, HORIZON, *ends),
    ]
    names = [f"{side}_{level}" for level in TOLD for side in ("low", "high")]
    columns = [("year", None), ("ours", 0), *((n, 0) for n in names), ("ssb", 0), ("trend", 0)]
    return words.view(frames, columns, rows, (*SOURCES, municipal().table), claims)
