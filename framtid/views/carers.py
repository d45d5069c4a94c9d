"""Hands per old person: people aged 20–66 for each person of 67 or more."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.curves import GOAL, SOURCES, ahead, hidden, past
from framtid.views.model import View
from framtid.views.registry import view
from framtid.views.words import Words

COLORS = {"HHMH": style.LIGHT, "LLML": style.DARK}


@view("carers", order=10)
def carers(seen: Outlook, language: Language) -> View:
    """Show the ratio's history, SSB's main alternative, and all three."""
    series = {name: seen.under(name).carer_series() for name in ("MMMM", "LLML", "HHMH")}
    main = series["MMMM"]
    now, goal = seen.base_year - seen.first_year, GOAL - seen.first_year
    first = max(seen.first_year, 2006)
    words = Words(
        language,
        "carers",
        seen,
        first=first,
        then=seen.carers(first),
        now=main[now],
        goal=main[goal],
        last=main[-1],
        low=series["LLML"][goal],
        high=series["HHMH"][goal],
    )
    top = float(max(values[first - seen.first_year :].max() for values in series.values())) * 1.2
    described = style.layout(
        style.axis(range=[first, seen.last_year + 1]), style.counts(range=[0, top])
    )
    number = "{{ v|decimal }}"
    observed = [
        past(seen, main, decimals=2),
        style.now(seen.base_year, top * 0.95, words.say("today")),
        style.label(
            seen.base_year,
            main[now],
            language.fill(number, v=main[now]),
            style.MINE,
            "top right",
        ),
    ]
    others = [
        ahead(seen, series[name], color, dash="dot", decimals=2, name=words.say(f"columns.{name}"))
        for name, color in COLORS.items()
    ]
    future = [
        ahead(seen, main, decimals=2, name=words.say("columns.MMMM")),
        style.label(GOAL, main[goal], language.fill(number, v=main[goal]), style.MINE, "top right"),
    ]
    frames = [
        words.frame("history", style.figure([*observed, *map(hidden, others + future)], described)),
        words.frame("main", style.figure([*observed, *map(hidden, others), *future], described)),
        words.frame("alternatives", style.figure([*observed, *others, *future], described)),
    ]
    rows = [
        (int(year), *(series[name][i] for name in series))
        for i, year in enumerate(seen.years)
        if year >= first
    ]
    return words.view(
        frames, [("year", None), ("MMMM", 2), ("LLML", 2), ("HHMH", 2)], rows, SOURCES
    )
