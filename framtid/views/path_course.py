"""Along a pathway, one figure a year: kroner per inhabitant, and hands for each old person."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import end
from framtid.views import path_chart, style
from framtid.views.builder import Words
from framtid.views.model import View
from framtid.views.registry import view


def course_view(
    name: str,
    indicator: str,
    outlook: Outlook,
    language: Language,
    *,
    decimals: int = 0,
    level: float | None = None,
) -> View:
    """Show an indicator along the path and the official line, with a level to compare with."""
    found = path_chart.course(outlook, indicator)
    figures = path_chart.figures(outlook, indicator)
    words = Words(language, name, outlook, **figures)
    reach = path_chart.ends(outlook, found)
    words.values["range"] = (
        words.between(*reach, "decimal")
        if decimals
        else words.alternatives([end(indicator, each) for each in reach], figures["path"])
    )
    ends = path_chart.scale(outlook, {indicator: found}, *([] if level is None else [level]))
    line, mine = words.say("line"), words.say("mine")
    same = outlook.pathway.is_default
    drawn = path_chart.lines(outlook, found, mine, line, decimals)
    if level is not None:
        flat = [level] * len(found.path)
        drawn.append(style.line(path_chart.years(outlook), flat, style.MUTED, width=1))
    at = (HORIZON, float(found.path[HORIZON - outlook.base_year]))
    room = path_chart.room(outlook, ends, [each for each in drawn if "fill" not in each], [at])
    traces = [
        *drawn,
        room.label([at], words.say("value"), style.MINE),
        *path_chart.names(
            outlook,
            ends,
            [
                ("" if same else mine, found.path[-1], style.MINE),
                (line, found.official[-1], style.INK),
                *([] if level is None else [(words.say("level"), level, style.MUTED)]),
            ],
        ),
    ]
    frame = words.frame("all", style.figure(traces, path_chart.layout(outlook, ends)))
    claims = path_chart.claims(outlook, indicator, found)
    columns = {"path": found.path, "line": found.official}
    columns |= {"least": found.least, "most": found.most} if found.ours else {}
    columns |= {"low": found.low, "high": found.high}
    rows = [
        (year, *(each[i] for each in columns.values()))
        for i, year in enumerate(path_chart.years(outlook))
    ]
    heads: list[tuple[str, int | None]] = [
        ("year", None),
        *((key, decimals) for key in columns),
    ]
    return words.view([frame], heads, rows, path_chart.sources(indicator), claims)


@view("path_kroner", order=111, along=True)
def path_kroner(outlook: Outlook, language: Language) -> View:
    """Income minus what the services cost, per inhabitant; zero is balance."""
    return course_view("path_kroner", "balance_per_inhabitant", outlook, language, level=0.0)


@view("path_carers", order=112, along=True)
def path_carers(outlook: Outlook, language: Language) -> View:
    """People of working age for each old person."""
    return course_view("path_carers", "carers", outlook, language, decimals=2)


@view("path_places", order=114, along=True)
def path_places(outlook: Outlook, language: Language) -> View:
    """Places needed in institutions."""
    return course_view("path_places", "care_places", outlook, language)


@view("path_outside", order=115, along=True)
def path_outside(outlook: Outlook, language: Language) -> View:
    """Young people who are neither in work, education nor training."""
    return course_view("path_outside", "outside", outlook, language)
