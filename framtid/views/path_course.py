"""Along a pathway, one figure a year: kroner per inhabitant, and hands for each old person."""

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import path_chart as along
from framtid.views import style
from framtid.views.builder import Words
from framtid.views.curves import GOAL
from framtid.views.model import View
from framtid.views.registry import view


def course_view(
    name: str,
    indicator: str,
    seen: Outlook,
    language: Language,
    *,
    decimals: int = 0,
    level: float | None = None,
) -> View:
    """Show an indicator along the path and the official line, with a level to compare with."""
    found = along.course(seen, indicator)
    words = Words(language, name, seen, **along.figures(seen, indicator))
    ends = along.scale(seen, {indicator: found}, *([] if level is None else [level]))
    line, mine = words.say("line"), words.say("mine")
    same = seen.pathway.is_default
    drawn = along.lines(seen, found, mine, line, decimals)
    if level is not None:
        flat = [level] * len(found.path)
        drawn.append(style.line(along.years(seen), flat, style.MUTED, width=1))
    room = along.room(seen, ends, [each for each in drawn if "fill" not in each])
    at = (GOAL, float(found.path[GOAL - seen.base_year]))
    traces = [
        *drawn,
        room.label([at], words.say("value"), style.MINE),
        *along.names(
            seen,
            ends,
            [
                ("" if same else mine, found.path[-1], style.MINE),
                (line, found.official[-1], style.INK),
                *([] if level is None else [(words.say("level"), level, style.MUTED)]),
            ],
        ),
    ]
    frame = words.frame("all", style.figure(traces, along.layout(seen, ends)))
    columns = [found.path, found.official, found.low, found.high]
    rows = [(year, *(each[i] for each in columns)) for i, year in enumerate(along.years(seen))]
    heads: list[tuple[str, int | None]] = [
        ("year", None),
        *((key, decimals) for key in ("path", "line", "low", "high")),
    ]
    return words.view([frame], heads, rows, along.sources(indicator))


@view("path_kroner", order=111, along=True)
def path_kroner(seen: Outlook, language: Language) -> View:
    """Income minus what the services cost, per inhabitant; zero is balance."""
    return course_view("path_kroner", "balance_per_inhabitant", seen, language, level=0.0)


@view("path_carers", order=112, along=True)
def path_carers(seen: Outlook, language: Language) -> View:
    """People of working age for each old person."""
    return course_view("path_carers", "carers", seen, language, decimals=2)
