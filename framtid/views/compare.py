"""Mine against its labour-market region, those like it and the nation: hands per old person."""

import numpy as np

from framtid.consequences.similar import similar
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import Level
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import CARERS
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Comparison, Spread
from framtid.views.curves import SOURCES, ahead, past
from framtid.views.label_placement import SMALL, Room, apart, named
from framtid.views.model import View
from framtid.views.registry import LOCAL, view

NAMES = 78
"""Pixels right of the plot, for the names of the others."""
NEAR = 0.1
"""Share of the scale that two names keep between them."""


def _line(outlook: Outlook, values: Floats, language: Language) -> style.Trace:
    """Return the line of a place that the reader's own is held against."""
    return style.line(
        outlook.years[-len(values) :].tolist(),
        values,
        style.OTHERS,
        language.name(outlook.place),
        width=2,
        dash="solid" if outlook is outlook.nation else "dot",
        decimals=2,
    )


def _alike(outlook: Outlook) -> Floats | None:
    """Return the middle one of the eight most like a municipality each year; None for others."""
    if outlook.place.level is not Level.MUNICIPALITY:
        return None
    each = [outlook_of(alike.place.code) for alike in similar(outlook.place)]
    middle: Floats = np.median([one.carer_series(start=outlook.first_year) for one in each], axis=0)
    return middle


@view("compare", order=12, levels=LOCAL)
def compare(outlook: Outlook, language: Language) -> View:
    """Curves of the same ratio, up to four."""
    nation = outlook.nation
    others = (
        [nation]
        if outlook.region.place.members == outlook.place.members
        else [nation, outlook.region]
    )
    first = outlook.first_year
    curves = {other.place.code: other.carer_series(start=first) for other in (*others, outlook)}
    goal, alike = HORIZON - first, _alike(outlook)
    stand = Comparison(
        "carers",
        outlook.place.code,
        nation.carers(HORIZON),
        outlook.carers(HORIZON),
        ours=True,
        year=HORIZON,
        than="nation",
    )
    words = Words(
        language,
        "compare",
        outlook,
        mine=outlook.carers(HORIZON),
        nation=nation.carers(HORIZON),
        region=outlook.region.carers(HORIZON),
        region_name=language.name(outlook.region.place),
        shared=len(others) > 1,
        alike=None if alike is None else float(alike[goal]),
        stand=stand.direction,
    )
    reach = bands(outlook.place.code).interval(CARERS, HORIZON)
    words.values["range"] = words.between(*reach, "decimal")
    given = [] if alike is None else [alike]
    years, ratio = (
        [first, outlook.last_year + 1],
        [0, max(map(np.max, (*curves.values(), *given))) * 1.15],
    )
    mine = curves[outlook.place.code]
    lines = [_line(other, curves[other.place.code], language) for other in others]
    lines += [
        style.line(
            outlook.years[-len(each) :].tolist(),
            each,
            style.OTHERS,
            words.say("columns.similar"),
            width=2,
            dash="dash",
            decimals=2,
        )
        for each in given
    ]
    keys = [*("nation", "region")[: len(others)], *("similar" for _ in given)]
    own = [
        past(outlook, mine, decimals=2),
        ahead(outlook, mine, decimals=2, name=language.name(outlook.place)),
    ]
    room = Room(years, ratio, [*lines, *own], SMALL)
    value = language.numbers.decimal(mine[goal])
    spots = apart([line["y"][-1] for line in lines], NEAR * ratio[1])
    names = [
        room.label(
            [(HORIZON, mine[goal])], f"{words.say('short.mine')} {value}", style.MINE, shorter=value
        ),
        *(
            named(words.say(f"short.{key}"), outlook.last_year, spot, style.MUTED)
            for key, spot in zip(keys, spots, strict=True)
        ),
    ]
    described = style.layout(style.axis(range=years), style.counts(range=ratio))
    described["margin"]["r"] = NAMES
    region = curves.get(outlook.region.place.code, mine)
    rows = [
        (
            *(int(year), mine[i], region[i], curves[nation.place.code][i]),
            *(each[i] for each in given),
        )
        for i, year in enumerate(outlook.years)
    ]
    return words.view(
        [words.frame("all", style.figure([*lines, *own, *names], described))],
        [
            *(("year", None), ("mine", 2), ("region", 2), ("nation", 2)),
            *(("similar", 2) for _ in given),
        ],
        rows,
        SOURCES,
        [
            stand,
            words.change("carers", mine[outlook.base_year - first], mine[goal]),
            Spread("carers", outlook.place.code, HORIZON, *reach),
        ],
    )
