"""The population by broad age groups, from the first year of record to the last projected."""

from framtid.language import Language
from framtid.language.trends import trend
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.curves import GOAL, SOURCES, ahead, hidden, past
from framtid.views.labels import Room
from framtid.views.model import View
from framtid.views.registry import view
from framtid.views.words import Words

GROUPS = {"young": (0, 19), "working": (20, 66), "old": (67, 79), "oldest": (80, 105)}
COLORS = {"young": style.LIGHT, "working": style.OTHERS, "old": style.TINT, "oldest": style.MINE}


@view("broad_ages", order=20)
def broad_ages(seen: Outlook, language: Language) -> View:
    """Four age groups as curves."""
    series = {name: seen.series(*ages) for name, ages in GROUPS.items()}
    now, goal = seen.base_year - seen.first_year, GOAL - seen.first_year
    values = {
        f"{name}_{when}": data[i]
        for name, data in series.items()
        for when, i in (("now", now), ("goal", goal))
    }
    words = Words(
        language,
        "broad_ages",
        seen,
        **values,
        working_trend=trend(series["working"][now], series["working"][goal], count=True),
        young_trend=trend(series["young"][now], series["young"][goal], count=True),
    )
    top = float(max(data.max() for data in series.values())) * 1.12
    span, people = [seen.first_year, seen.last_year + 1], [0, top]
    described = style.layout(style.axis(range=span), style.counts(range=people))
    lines = [past(seen, data, COLORS[name]) for name, data in series.items()]
    future = [
        ahead(seen, data, COLORS[name], name=words.say(f"columns.{name}"))
        for name, data in series.items()
    ]
    room = Room(span, people, [*lines, *future])
    labels = [
        room.name(line, words.say(f"columns.{name}"), _ink(name))
        for name, line in zip(series, lines, strict=True)
    ]
    frames = [
        words.frame("history", style.figure([*lines, *labels, *map(hidden, future)], described)),
        words.frame("future", style.figure([*lines, *labels, *future], described)),
    ]
    rows = [
        (int(year), *(data[i] for data in series.values())) for i, year in enumerate(seen.years)
    ]
    return words.view(frames, [("year", None), *((name, 0) for name in GROUPS)], rows, SOURCES)


def _ink(name: str) -> str:
    """Return a colour dark enough for text."""
    return style.MUTED if name in {"working", "old"} else COLORS[name]
