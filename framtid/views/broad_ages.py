"""The population by broad age groups, from the first year of record to the last projected."""

from collections.abc import Mapping

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.projection.history import Floats
from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.claims import Claim, Spread
from framtid.views.curves import SOURCES, ahead, hidden, in_alternatives, past
from framtid.views.label_placement import apart, named
from framtid.views.model import View
from framtid.views.registry import view

GROUPS = {"young": (0, 19), "working": (20, 66), "old": (67, 79), "oldest": (80, 105)}
COLORS = {
    "young": style.AGES[1],
    "working": style.AGES[3],
    "old": style.AGES[4],
    "oldest": style.AGES[5],
}
"""The same as among the hundred, which no accent touches."""
INKS = {"young": style.AGES[1], "oldest": style.AGES[5]}
"""Colours dark enough for the words of a group; the others are muted."""

NAMES = 76
"""Pixels right of the plot, for the names of the groups."""
NEAR = 0.1
"""Share of the highest value that two names keep between them."""


@view("broad_ages", order=20)
def broad_ages(outlook: Outlook, language: Language) -> View:
    """Four age groups as curves."""
    series = {name: outlook.series(*ages) for name, ages in GROUPS.items()}
    now, goal = outlook.base_year - outlook.first_year, HORIZON - outlook.first_year
    values = {
        f"{name}_{when}": data[i]
        for name, data in series.items()
        for when, i in (("now", now), ("goal", goal))
    }
    words = Words(
        language,
        "broad_ages",
        outlook,
        **values,
        working_trend=trend(series["working"][now], series["working"][goal], count=True),
        young_trend=trend(series["young"][now], series["young"][goal], count=True),
    )
    known, code = bands(outlook.place.code), outlook.place.code
    reach = {"workers": known.interval("20-66", HORIZON), "aged": known.interval("80+", HORIZON)}
    words.values |= {measure: words.between(*ends) for measure, ends in reach.items()}
    claims: list[Claim] = []
    for measure, name in (("young", "young"), ("workers", "working"), ("aged", "oldest")):
        goes = words.change(measure, series[name][now], series[name][goal])
        words.values[f"{name}_goal"] = goes.told[1]
        claims.append(goes)
        if measure in reach:
            claims.append(Spread(measure, code, HORIZON, *reach[measure]))
        else:
            claims.append(in_alternatives(measure, outlook, *GROUPS[name]))
    top = float(max(data.max() for data in series.values())) * 1.12
    span, people = [outlook.first_year, outlook.last_year + 1], [0, top]
    described = style.layout(style.axis(range=span), style.counts(range=people))
    described["margin"]["r"] = NAMES
    lines = [past(outlook, data, COLORS[name]) for name, data in series.items()]
    future = [
        ahead(outlook, data, COLORS[name], name=words.say(f"columns.{name}"))
        for name, data in series.items()
    ]
    frames = [
        words.frame(
            "history",
            style.figure(
                [*lines, *_names(words, series, outlook, outlook.base_year), *map(hidden, future)],
                described,
            ),
        ),
        words.frame(
            "future",
            style.figure(
                [*lines, *_names(words, series, outlook, outlook.last_year), *future], described
            ),
        ),
    ]
    rows = [
        (int(year), *(data[i] for data in series.values())) for i, year in enumerate(outlook.years)
    ]
    return words.view(
        frames, [("year", None), *((name, 0) for name in GROUPS)], rows, SOURCES, claims
    )


def _names(
    words: Words, series: Mapping[str, Floats], outlook: Outlook, year: int
) -> list[style.Trace]:
    """Return the groups' names where the lines end, in a year, without touching."""
    at = [float(data[year - outlook.first_year]) for data in series.values()]
    gap = NEAR * max(float(data.max()) for data in series.values())
    return [
        named(words.say(f"short.{name}"), year, spot, INKS.get(name, style.MUTED))
        for name, spot in zip(series, apart(at, gap), strict=True)
    ]
