"""The list of where all municipalities stand on a criterion, held to what one asks for."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from framtid import addresses
from framtid.consequences.criteria import rules
from framtid.language import Language
from framtid.pathways.placement import Certain, Placing, categories, figures, placing
from framtid.pathways.placement_told import said, say
from framtid.places import Level, Place, places

PLACES = ("good", "middle", "hard")
MOST = 50
"""Lines that stand at once: no county has more. A longer list is folded, county by county."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is held to; empty where all are listed."""

    criterion: str
    category: str = ""
    county: str = ""
    place: str = ""

    @classmethod
    def read(cls, query: Mapping[str, str]) -> "Asked":
        """Read a query; what is not known counts as not asked for."""
        known = {
            addresses.CRITERION: tuple(figures()),
            addresses.CATEGORY: tuple(rules().categories),
            addresses.COUNTY: tuple(place.code for place in places().at(Level.COUNTY)),
            addresses.STANDING: PLACES,
        }
        criterion, category, county, place = (
            query.get(name, "") if query.get(name, "") in values else ""
            for name, values in known.items()
        )
        return cls(criterion or next(iter(figures())), category, county, place)


@dataclass(frozen=True, slots=True)
class Line:
    """A municipality in the list."""

    place: Place
    since: str
    now: str
    goal: str
    reach: str
    stands: str
    """Today and in 2040; one where it is the same."""
    categories: tuple[str, ...]
    hard: bool
    """Whether it is exposed in 2040, or today where 2040 is not known."""


@dataclass(frozen=True, slots=True)
class Fold:
    """Some of the list, folded behind a line."""

    title: str
    name: str
    lines: tuple[Line, ...]
    unfolded: bool
    """Whether it stands open: the reader's own county."""


def _of(at: int) -> dict[str, Certain]:
    every = {name: each[at] for name, each in categories().items()}
    return {name: certain for name, certain in every.items() if certain in {"sure", "likely"}}


def _line(asked: Asked, place: Place, language: Language) -> Line | None:
    """Return a municipality's line; None where it is not asked for, or not known."""
    at = places().index[place.code]
    each, groups = placing(asked.criterion, at), _of(at)
    if each is None or (asked.category and asked.category not in groups):
        return None
    if asked.county not in {"", place.county}:
        return None
    # What has no 2040 is sought by where it stands today.
    standing = each.place_goal or each.place_now
    if asked.place not in {"", standing}:
        return None
    since, now, goal = (
        "" if value is None else said(value, asked.criterion, language)
        for value in (each.since, each.now, each.goal)
    )
    names = tuple(say(language, f"categories.{name}.name") for name in groups)
    told = _reach(each, language), _stands(each, language)
    return Line(place, since, now, goal, *told, names, hard=standing == "hard")


def _folds(
    lines: Sequence[Line], asked: Asked, own: Place | None, language: Language
) -> Iterator[Fold]:
    """Yield the lines county by county, those of the reader's own county open."""
    ahead = not np.isnan(figures()[asked.criterion].goal).all()
    counties = places().at(Level.COUNTY)
    for county in sorted(counties, key=lambda each: _alphabetic(language.name(each))):
        inside = tuple(line for line in lines if line.place.county == county.code)
        if inside:
            name, hard = language.name(county), sum(line.hard for line in inside)
            title = say(
                language, "all.fold", county=name, number=len(inside), hard=hard, ahead=ahead
            )
            yield Fold(title, name, inside, unfolded=bool(own and own.county == county.code))


def _reach(each: Placing, language: Language) -> str:
    """Return what 2040 is between, as short as a column is."""
    if each.low is None or each.high is None or each.low == each.high:
        return ""
    return "–".join(said(value, each.criterion, language) for value in (each.low, each.high))


def _stands(each: Placing, language: Language) -> str:
    """Return where a municipality stands, today and in 2040, as short as a column is."""
    both = (each.place_now, each.place_goal or each.place_now)
    told = [say(language, f"axis.{place}") for place in dict.fromkeys(both)]
    # A narrow column breaks before the arrow and nowhere else.
    return " →\N{NO-BREAK SPACE}".join(words.replace(" ", "\N{NO-BREAK SPACE}") for words in told)


def _choices(asked: Asked, language: Language) -> list[dict[str, Any]]:
    """Return the lists to choose from, each with its options and the one that is chosen."""
    counties = {place.code: language.name(place) for place in places().at(Level.COUNTY)}
    standing = {name: say(language, f"axis.{name}") for name in PLACES}
    groups = {name: say(language, f"categories.{name}.name") for name in rules().categories}
    criteria = {name: say(language, f"criteria.{name}.name") for name in figures()}
    everything = {"": say(language, "all.any")}
    told = (
        (addresses.CRITERION, "criterion", criteria, asked.criterion),
        (addresses.STANDING, "place", everything | standing, asked.place),
        (addresses.CATEGORY, "category", everything | groups, asked.category),
        (addresses.COUNTY, "county", everything | counties, asked.county),
    )
    return [
        {
            "field": field,
            "label": say(language, f"all.{label}"),
            "options": options
            if label == "criterion"
            else {"": say(language, "all.any")} | options,
            "chosen": chosen,
        }
        for field, label, options, chosen in told
    ]


def listed(asked: Asked, language: Language, own: Place | None = None) -> dict[str, Any]:
    """Return the municipalities that are asked for, by name, with the form that asks.

    Args:
        asked: what the list is held to.
        language: that it is told in.
        own: the reader's own place, whose county stands open where the list is folded.

    """
    every = sorted(places().municipalities, key=lambda place: _alphabetic(language.label(place)))
    lines = [line for place in every if (line := _line(asked, place, language))]
    folded = len(lines) > MOST
    return {
        "choices": _choices(asked, language),
        "lines": lines,
        "folds": tuple(_folds(lines, asked, own, language)) if folded else (),
        "since": rules().criteria[asked.criterion].since,
        "title": say(language, f"criteria.{asked.criterion}.name"),
        "what": say(language, f"criteria.{asked.criterion}.what"),
        "found": say(language, "all.found", number=len(lines), of=len(every), folded=folded),
    }


def _alphabetic(name: str) -> list[int]:
    """Return what puts names in the order of the Norwegian alphabet: æ, ø and å last."""
    last = {"æ": 1, "ø": 2, "å": 3, "á": ord("a")}
    return [
        0x2000 + last[letter] if letter in "æøå" else last.get(letter, ord(letter))
        for letter in name.lower()
    ]
