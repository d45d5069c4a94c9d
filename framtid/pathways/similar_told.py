"""Those who are like a municipality, in words and figures: for pages, programs and the terminal."""

from typing import Literal

from framtid.answers import Id, Model, Text
from framtid.consequences.similar import choices
from framtid.consequences.surroundings import FETCHED
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.nearest import nearest
from framtid.pathways.beside import Beside, Pace, Standing, beside
from framtid.places import Place
from framtid.projection import base_year
from framtid.statistics.snapshot import snapshot

Part = Literal["title", "pace", "far"]
PARTS: tuple[Part, ...] = ("title", "pace", "far")


class SimilarChoice(Model, frozen=True):
    """One thing that municipalities may be alike in."""

    id: Id
    name: Text
    method: Text
    """How it is measured."""


class Side(Model, frozen=True):
    """A municipality now and in 2040."""

    place: Id
    name: Text
    distance: float
    """In standard deviations; 0 for the one that is asked about."""
    people_now: int
    people: int
    """In 2040, as the figures below without ``now``."""
    aged_now: float
    """Share of the inhabitants aged 80 or more, 0 to 1."""
    aged: float
    carers_now: float
    """People aged 20–66 per person aged 67 or more."""
    carers: float
    carers_low: float
    """What eight of ten futures have it between in 2040, and below the other end."""
    carers_high: float
    carers_change: int
    """Per cent, to 2040."""
    pace: Pace
    """How fast it ages beside the one that is asked about."""


class SimilarText(Model, frozen=True):
    """What is said of them."""

    title: Text
    pace: Text
    """What ageing is, and how much more of it is faster."""
    far: str
    """That none is really alike; empty where some are."""


class SimilarAnswer(Model, frozen=True):
    """A municipality beside those that are like it: the answer of ``similar``."""

    edition: str
    language: str
    place: Id
    base_year: int
    year: int
    by: Id
    choices: list[SimilarChoice]
    own: Side
    similar: list[Side]
    """The nearest first."""
    text: SimilarText


def _side(each: Standing, language: Language) -> Side:
    return Side(
        place=each.place.code,
        name=language.label(each.place),
        distance=nearest(each.distance, 3),
        people_now=nearest(each.people[0]),
        people=nearest(each.people[1]),
        aged_now=nearest(each.aged[0], 4),
        aged=nearest(each.aged[1], 4),
        carers_now=nearest(each.carers[0], 3),
        carers=nearest(each.carers[1], 3),
        carers_low=nearest(each.reach[0], 3),
        carers_high=nearest(each.reach[1], 3),
        carers_change=each.change,
        pace=each.pace,
    )


def values_of(found: Beside, language: Language) -> dict[str, object]:
    """Return what every text about them may speak of."""
    return {
        "name": language.name(found.own.place),
        "inside": language.inside(found.own.place),
        "count": len(found.others),
        "faster": found.count("faster"),
        "slower": found.count("slower"),
        "change": found.own.change,
        "base": base_year(),
        "far": found.far,
    }


def described(name: str, language: Language) -> SimilarChoice:
    """Return a choice with its words."""
    fetched = snapshot().has(FETCHED)
    said = {
        part: language.say(f"similar.choices.{name}.{part}", fetched=fetched)
        for part in ("name", "method")
    }
    return SimilarChoice(id=name, **said)


def similar_answer(place: Place, by: str | None = None, spoken: str = "nb") -> SimilarAnswer:
    """Return a municipality beside those that are like it.

    Raises:
        NotAMunicipalityError: the place is of several, or the nation.
        UnknownOptionError: there is no such choice.

    """
    language, found = language_of(spoken), beside(place, by)
    values = values_of(found, language)
    said = {part: language.say(f"similar.text.{part}", **values).strip() for part in PARTS}
    return SimilarAnswer(
        edition=snapshot().edition,
        language=language.code,
        place=place.code,
        base_year=base_year(),
        year=HORIZON,
        by=by or choices()[0],
        choices=[described(name, language) for name in choices()],
        own=_side(found.own, language),
        similar=[_side(each, language) for each in found.others],
        text=SimilarText(**said),
    )
