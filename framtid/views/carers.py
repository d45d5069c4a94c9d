"""Hands per old person: people aged 20–66 for each person of 67 or more."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.projection.uncertainty.bands import bands
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.curves import SOURCES, ahead, hidden, past
from framtid.views.label_placement import Room
from framtid.views.model import View
from framtid.views.registry import view

COLORS = {"HHMH": style.LIGHT, "LLML": style.DARK}


def _written(language: Language, value: float) -> str:
    return language.fill("{{ v|decimal }}", v=value)


@view("carers", order=10)
def carers(outlook: Outlook, language: Language) -> View:
    """Show the ratio's history, SSB's main alternative, and all three."""
    series = {name: outlook.under(name).carer_series() for name in ("MMMM", "LLML", "HHMH")}
    main = series["MMMM"]
    now, goal = outlook.base_year - outlook.first_year, HORIZON - outlook.first_year
    first = max(outlook.first_year, 2006)
    least, most = bands(outlook.place.code).interval("carers", HORIZON)
    words = Words(
        language,
        "carers",
        outlook,
        first=first,
        then=outlook.carers(first),
        now=main[now],
        goal=main[goal],
        last=main[-1],
        low=series["LLML"][goal],
        high=series["HHMH"][goal],
        least=least,
        most=most,
    )
    top = (
        float(max(values[first - outlook.first_year :].max() for values in series.values())) * 1.25
    )
    years, ratio = [first, outlook.last_year + 1], [0, top]
    described = style.layout(style.axis(range=years), style.counts(range=ratio))
    been = past(outlook, main, decimals=2)
    comes = ahead(outlook, main, decimals=2, name=words.say("columns.MMMM"))
    others = [
        ahead(
            outlook, series[name], color, dash="dot", decimals=2, name=words.say(f"columns.{name}")
        )
        for name, color in COLORS.items()
    ]
    room = Room(years, ratio, [been, comes, *others])
    observed = [
        been,
        room.now(outlook.base_year, words.say("today")),
        room.label([(outlook.base_year, main[now])], _written(language, main[now]), style.MINE),
    ]
    future = [
        comes,
        room.label([(HORIZON, main[goal])], _written(language, main[goal]), style.MINE),
    ]
    frames = [
        words.frame("history", style.figure([*observed, *map(hidden, others + future)], described)),
        words.frame("main", style.figure([*observed, *map(hidden, others), *future], described)),
        words.frame("alternatives", style.figure([*observed, *others, *future], described)),
    ]
    rows = [
        (int(year), *(series[name][i] for name in series))
        for i, year in enumerate(outlook.years)
        if year >= first
    ]
    return words.view(
        frames, [("year", None), ("MMMM", 2), ("LLML", 2), ("HHMH", 2)], rows, SOURCES
    )
