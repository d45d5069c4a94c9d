"""Along a pathway: the hundred who live from now to 2040 as it lets them, beside today's course."""

from dataclasses import replace

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways import applying
from framtid.pathways.hundred import hundred_of, told_years
from framtid.pathways.outlook import Outlook
from framtid.projection.hundred import GROUPS
from framtid.views import path_chart
from framtid.views.builder import Words
from framtid.views.claims import Claim, Single, Spread
from framtid.views.hundred import EVENTS, counted, drawn, scale
from framtid.views.model import Cell, View
from framtid.views.registry import view

WHENS = ("now", "halfway", "goal")
OLD = "67+"


def _reach(outlook: Outlook) -> tuple[float, float]:
    """Return how many have turned 67 in 2040 in eight of ten futures along the pathway."""
    low, high = path_chart.spread(outlook, OLD, outlook.series(67, start=outlook.base_year))
    at = HORIZON - outlook.base_year
    return float(low[at]), float(high[at])


def _rows(values: dict[str, int], course: dict[str, int], words: Words) -> list[tuple[Cell, ...]]:
    """Return a row for each group of ages and each kind of event, with today's course at last."""
    return [
        (
            words.say(f"{kind}.{name}"),
            *(values[f"{name}_{when}"] for when in WHENS),
            course[f"{name}_goal"],
        )
        for kind, names in (("groups", GROUPS), ("events", EVENTS))
        for name in names
    ]


@view("path_hundred", order=119, along=True)
def path_hundred(outlook: Outlook, language: Language) -> View:
    """One hundred people who live from now to 2040 along the path, and today's course in words."""
    people, years = hundred_of(outlook), told_years(outlook)
    values = counted(outlook, people)
    course = counted(outlook.official, hundred_of(outlook.official))
    old, old_course = (each["old_goal"] + each["oldest_goal"] for each in (values, course))
    now, goal = (scale(outlook.people(year) / 100, language) for year in (years[0], HORIZON))
    told = {
        "halfway": years[1],
        "scale_now": now,
        "scale_goal": goal,
        "same": outlook.pathway.is_default,
        "moves": not applying.of_people(outlook.pathway).is_default,
        "old": old,
        "old_course": old_course,
        "working_course": course["working_goal"],
        "came_course": course["came_goal"],
        **values,
    }
    words = Words(language, "path_hundred", outlook, **told)
    ours = Words(language, "hundred", outlook, **told)
    reach = _reach(outlook)
    words.values["range"] = words.between(*reach)
    frames = [
        replace(words.frame(when, drawn(people, year, ours)), id=words.moment(year))
        for when, year in zip(("now", "halfway", str(HORIZON)), years, strict=True)
    ]
    measure = "hundred" if outlook.pathway.is_default else "hundred_path"
    code = outlook.place.code
    claims: list[Claim] = [
        Single(measure, code, HORIZON, old, ours=words.ours),
        Spread("old", code, HORIZON, *reach),
    ]
    columns = [(key, None if key == "group" else 0) for key in ("group", *WHENS, "course")]
    rows = _rows(values, course, words)
    return words.view(frames, columns, rows, path_chart.OWN_SPREAD, claims)
