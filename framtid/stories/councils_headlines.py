"""What a front page of a game is about: one of the things that happened, never the same twice."""

from dataclasses import dataclass
from hashlib import blake2b

from framtid.language import Language, on_one_line
from framtid.language.numbers import Told, spoken
from framtid.pathways.councils import Term, councils
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.rounding import told
from framtid.stories.councils_years import (
    MISSING,
    SPANS,
    hard_year,
    missing,
    otherwise,
    weight,
    whole,
)
from framtid.views.claims import Change, Comparison

OUTSIDE = "outside"
"""The measure of young people outside work and schooling."""
DECIDED = "decided"
"""What is told of what the councils decided."""
NEWS = 1.0
"""How far from what was expected something came that is news, in units of chance."""
ROUNDLY = 1000
"""How many are told roundly: nobody knows thousands to the last one."""
FEWEST = 2
"""How many more or fewer make a headline."""


@dataclass(frozen=True)
class Headline:
    """What a front page may be about."""

    kind: str
    """Its words stand at ``councils.paper.headline.<kind>``."""
    claim: Change | Comparison
    apart: float = 0.0
    """How many more or fewer, as they are told."""

    @property
    def about(self) -> str:
        """What it is about: no two papers of a game are about the same."""
        decided = self.kind.startswith(DECIDED)
        return DECIDED if decided else self.claim.measure


def hands(years: YearsOutlook, term: Term) -> Headline:
    """Return what there always is to tell: how the hands went, and what was decided did to it."""
    went, apart = missing(years, term), whole(told(years, "gap", term.until)["difference"])
    if went.second <= 0:
        return Headline("enough", went)
    if went.direction != "grows":
        return Headline("eased" if went.direction == "shrinks" else "same", went)
    return Headline("less" if apart < 0 else "more" if apart > 0 else "course", went)


def _pair(claim: Change | Comparison, kind: str) -> Headline:
    first, second = claim.told
    apart = abs(second - first)
    as_said = spoken(apart) if apart >= ROUNDLY else apart
    return Headline(f"{kind}.{claim.direction}", claim, Told(as_said))


def _changes(years: YearsOutlook, term: Term) -> list[Headline]:
    """Return who have become more or fewer in a term."""
    span, code = (term.first, term.until), years.place.code
    people = [
        Change(measure, code, years.people(span[0], *of), years.people(span[1], *of), True, span)
        for measure, of in SPANS.items()
    ]
    found = [_pair(each, "change") for each in people if each.direction != "same"]
    before, after = (whole(told(years, OUTSIDE, year)["path"]) for year in span)
    young = Change(OUTSIDE, code, before, after, True, span)
    apart = abs(after - before)
    if young.direction != "same" and apart.is_integer():
        # As far apart as the figures on the same page are.
        found.append(Headline(f"change.{young.direction}", young, Told(apart)))
    return found


def _decided(years: YearsOutlook, term: Term) -> list[Headline]:
    """Return what the hands would have been without what is decided, as the page's lead has it."""
    now = whole(told(years, "gap", term.until)["path"])
    apart = whole(told(years, "gap", term.until)["difference"])
    claim = Comparison(MISSING, years.place.code, now - apart, now, True, term.until, "course")
    way = "shrinks" if apart < 0 else "grows"
    return [Headline(f"{DECIDED}.{way}", claim, Told(abs(apart)))] if apart else []


def _eligible(years: YearsOutlook, term: Term) -> list[Headline]:
    """Return all that a front page may be about, in the order that the seed has it."""
    unexpected = [each for each in otherwise(years, term) if weight(each) >= NEWS]
    found = [
        *(_pair(each, "expected") for each in unexpected),
        *_changes(years, term),
        *_decided(years, term),
    ]
    found = [hands(years, term), *(each for each in found if each.apart >= FEWEST)]
    if hard := hard_year(years, term):
        found.append(Headline("hard", hard))

    def drawn(each: Headline) -> bytes:
        of = f"{years.trajectory}.{years.place.code}.{term.number}.{each.kind}.{each.about}"
        return blake2b(of.encode(), digest_size=8).digest()

    return sorted(found, key=drawn)


def headline(years: YearsOutlook, term: Term) -> Headline:
    """Return what the front page after a term is about: something no earlier one was about."""
    before: set[str] = set()
    for earlier in councils().terms[: term.number]:
        before.add(_first(years, earlier, before).about)
    return _first(years, term, before)


def _first(years: YearsOutlook, term: Term, before: set[str]) -> Headline:
    found = (each for each in _eligible(years, term) if each.about not in before)
    return next(found, hands(years, term))


def say_headline(found: Headline, years: YearsOutlook, language: Language) -> str:
    """Return a headline in words."""
    claim = found.claim
    values = {"now": claim.second, "before": claim.first, "apart": found.apart}
    if isinstance(claim, Change):
        values |= {"then": claim.years[0], "year": claim.years[1]}
    else:
        values |= {"year": claim.year}
    who = f"councils.paper.who.{claim.measure}"
    values_said: dict[str, object] = {**values, "inside": language.inside(years.place)}
    if language.has(who):
        values_said["who"] = language.say(who)
    return on_one_line(language.say(f"councils.paper.headline.{found.kind}", **values_said))
