"""What the years of a game brought, as claims: what came otherwise than the projection expected."""

from dataclasses import dataclass
from math import sqrt

from framtid.language import Language, on_one_line
from framtid.language.numbers import Told
from framtid.language.trends import Trend
from framtid.nearest import nearest
from framtid.pathways.councils import Term
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.outlook import OLDEST
from framtid.pathways.rounding import beside, told
from framtid.views.claims import Change, Claim, Comparison
from framtid.views.claims_said import said

SPANS = {
    "all": (0, OLDEST),
    "kindergarten": (1, 5),
    "pupils": (6, 15),
    "workers": (20, 66),
    "aged": (80, OLDEST),
}
"""Ages of each measure that may come otherwise."""
MOST = 2
"""How many of them are told of; more is a list, and no story."""
HARD = 0.05
"""How much more than expected is missing in a year that is called hard."""
WHOLE = 5
"""Man-years from which on decimals are left out."""
MISSING = "missing"
"""The measure of man-years that are missing."""


@dataclass(frozen=True)
class Event:
    """Something the years brought, in a heading and a sentence that says the figures."""

    title: str
    text: str
    claim: Claim


def _comparison(years: YearsOutlook, measure: str, year: int) -> Comparison:
    ages = SPANS[measure]
    expected, came = (each.people(year, *ages) for each in (years.expected, years))
    return Comparison(measure, years.place.code, expected, came, True, year, "expected")


def weight(claim: Comparison) -> float:
    """Return how far from what was expected it came, in units of chance."""
    return abs(claim.second - claim.first) / sqrt(max(claim.first, 1.0))


def otherwise(years: YearsOutlook, term: Term) -> list[Comparison]:
    """Return what came otherwise by the end of a term, what differs most first; it may be none."""
    every = [_comparison(years, measure, term.until) for measure in SPANS]
    return sorted((each for each in every if each.direction != "same"), key=weight, reverse=True)


def hard_year(years: YearsOutlook, term: Term) -> Comparison | None:
    """Return the year of a term in which most more was missing than expected, if it was hard."""
    span = range(term.first + 1, term.until + 1)
    at, expected = years.consequences.at, years.expected.consequences.at
    worst = max(span, key=lambda year: at("gap", year) - expected("gap", year))
    before, after = expected("gap", worst), at("gap", worst)
    if before < 1 or after - before < max(1.0, HARD * before):
        return None
    found = Comparison(MISSING, years.place.code, before, after, True, worst, "expected")
    return found if found.direction == "grows" else None


def _hard_said(hard: Comparison, years: YearsOutlook, language: Language) -> str:
    """Return a hard year in words: as every page tells it, and how far from what was expected."""
    now = told(years, "gap", hard.year)["path"]
    expected = now + beside("gap", hard.first, hard.second)[2]
    if now >= WHOLE:
        now, expected = nearest(now), nearest(expected)
    values = {"year": hard.year, "now": Told(now), "expected": Told(round(expected, 5))}
    inside = language.inside(years.place)
    return on_one_line(language.say("councils.years.hard", inside=inside, **values))


def events(years: YearsOutlook, term: Term, language: Language) -> list[Event]:
    """Return what a term's years brought, in words; one event at least."""
    found: list[Comparison] = otherwise(years, term)[:MOST]
    if hard := hard_year(years, term):
        found.append(hard)
    if not found:
        claim = _comparison(years, "all", term.until)
        return [Event(language.say("councils.years.quiet"), said(claim, language), claim)]
    return [
        Event(
            language.say(f"councils.events.{each.measure}.{each.direction}", year=each.year),
            _hard_said(each, years, language) if each.measure == MISSING else said(each, language),
            each,
        )
        for each in found
    ]


def whole(value: float) -> Told:
    """Return a figure that is told without decimals, unless it is so small that they count."""
    return Told(nearest(value)) if abs(value) >= WHOLE else Told(value)


def missing(years: YearsOutlook, term: Term) -> Change:
    """Return how the man-years that are missing went in a term, as they are told."""
    before, after = (whole(told(years, "gap", year)["path"]) for year in (term.first, term.until))
    return Change(MISSING, years.place.code, before, after, True, (term.first, term.until))


def harder(years: YearsOutlook, term: Term) -> bool:
    """Whether hands are missing at the end of a term, and no fewer than at its beginning."""
    went: Trend = missing(years, term).direction
    return went != "shrinks" and missing(years, term).second > 0
