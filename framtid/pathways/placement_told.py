"""Where municipalities stand in words, and as rows for a file."""

from collections.abc import Iterator

from framtid.consequences.criteria import rules
from framtid.language import Language, on_one_line
from framtid.language.numbers import banded
from framtid.pathways.jumps import jumps
from framtid.pathways.placement import Moved, Placing, categories, figures, placings
from framtid.places import Place, places
from framtid.projection import base_year
from framtid.projection.borders import estimates, moved_borders

PLACED = (
    "code",
    "place",
    "criterion",
    "since_year",
    "since",
    "now",
    "goal",
    "low",
    "high",
    "reach",
    "place_now",
    "place_goal",
    "broken",
)
"""Columns of the file of criteria."""
GROUPED = ("code", "place", "category", "certain")
"""Columns of the file of categories."""
WHOLE = 10
"""Children of one age from which on they are told whole."""
FINEST = 4
"""Decimals of values in files."""


def say(language: Language, key: str, /, **values: object) -> str:
    """Return one of the texts about where municipalities stand, on a single line."""
    return on_one_line(language.say(f"placement.{key}", base=base_year(), **values))


def said(value: float, name: str, language: Language) -> str:
    """Return a value of a criterion as it is told."""
    return say(language, f"units.{rules().criteria[name].of}", v=value)


def reach(each: Placing, language: Language) -> str:
    """Return what 2040 is between; nothing where it is not told."""
    if each.low is None or each.high is None:
        return ""
    kind, ends = _kind(each.criterion), (each.low, each.high)
    if kind == "band" and rules().criteria[each.criterion].of == "per_age":
        ends = banded(*ends) if each.low >= WHOLE else ends
    low, high = (said(value, each.criterion, language) for value in ends)
    return say(language, f"reach.{kind}", low=low, high=high)


def _kind(name: str) -> str:
    told = rules().criteria[name].reach
    return "band" if told.band else "alternatives" if told.alternatives else "none"


def stands(each: Placing, language: Language) -> str:
    """Return where a municipality stands on a criterion, today and in 2040."""
    now, goal = (
        place and say(language, f"places.{place}") for place in (each.place_now, each.place_goal)
    )
    return say(language, "place", now=now, goal=goal, sure=each.sure)


def broken(place: Place, language: Language) -> str:
    """Return why what has changed in a municipality is not all of people; nothing where it is."""
    known = {"border": moved_borders(), "estimate": estimates()}
    name = language.name(place)
    told = [
        say(language, f"broken.{kind}", name=name, year=years[place.code])
        for kind, years in known.items()
        if place.code in years
    ]
    return " ".join(filter(None, (*told, jumped(place, language))))


def jumped(place: Place, language: Language) -> str:
    """Return in which years the population of a municipality jumped; nothing where it did not."""
    own = jumps().get(place.code)
    return say(language, "broken.jump", inside=language.inside(place), jumps=own) if own else ""


def how(name: str, each: Moved, language: Language) -> str:
    """Return how a municipality has moved on a criterion: from, to, and what has changed."""
    criterion = rules().criteria[name]
    parts = [
        say(language, "moved.ages", first=ages[0], last=ages[1], change=100 * change)
        for ages, change in zip(criterion.parts, each.parts, strict=True)
    ]
    since, now = (said(value, name, language) for value in (each.since, each.now))
    told = ", ".join(parts)
    values = {"since": since, "year": criterion.since, "now": now, "parts": told}
    text = say(language, "moved.one", **values, jumps=jumps().get(each.place.code, ()))
    return text.replace(told, told[:1].upper() + told[1:], 1)


def placed_rows(language: Language) -> Iterator[tuple[object, ...]]:
    """Yield every municipality on every criterion; values as they are, places in words."""
    for place in places().municipalities:
        for each in placings(place):
            numbers = (each.since, each.now, each.goal, each.low, each.high)
            finely = [None if value is None else round(value, FINEST) for value in numbers]
            goal = "" if each.place_goal is None else say(language, f"places.{each.place_goal}")
            yield (
                place.code,
                language.label(place),
                say(language, f"criteria.{each.criterion}.name"),
                rules().criteria[each.criterion].since,
                *finely,
                reach(each, language),
                say(language, f"places.{each.place_now}"),
                goal,
                "" if each.since is None else broken(place, language),
            )


def grouped_rows(language: Language) -> Iterator[tuple[object, ...]]:
    """Yield every category of every municipality that is of it, or may be."""
    for at, place in enumerate(places().municipalities):
        for name, every in categories().items():
            certain = every[at]
            if certain is not None:
                title = say(language, f"categories.{name}.name")
                sure = say(language, f"certain.{certain}")
                yield place.code, language.label(place), title, sure


def method(language: Language) -> list[tuple[str, str]]:
    """Return every criterion that is known and every category, each with how it is measured."""
    criteria = [
        (
            say(language, f"criteria.{name}.name"),
            f"{say(language, f'criteria.{name}.what')} {limits(name, language)}",
        )
        for name in figures()
    ]
    groups = [
        (say(language, f"categories.{name}.name"), say(language, f"categories.{name}.what"))
        for name in rules().categories
    ]
    return [*criteria, *groups]


def uncategorised(language: Language) -> str:
    """Return how many are in no category, and how many may be in one: what the categories part."""
    columns = list(zip(*categories().values(), strict=True))
    return say(
        language,
        "method.categories",
        without=sum(not {"sure", "likely"} & {*column} for column in columns),
        every=sum(any(column) for column in columns),
        of=len(columns),
    )


def limits(name: str, language: Language) -> str:
    """Return from where a municipality stands well on a criterion, and is exposed."""
    criterion = rules().criteria[name]
    key = f"criteria.{name}.limits"
    return say(language, key, good=criterion.good, hard=criterion.hard)
