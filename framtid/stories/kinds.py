"""Kinds of step: what a step has beside its prose and figure, as typed data for any reader."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from framtid.answers import Model, Text

Kind = Literal["guess", "you", "day", "front", "example"]
PARTS: dict[str, str] = {"guess": "svar", "day": "versjon", "front": "versjon"}
"""Kinds whose prose has one more part, and what its id ends in: ``gjett-svar``."""
Tone = Literal["light", "plain", "dark"]
"""How a future is shown."""
Link = Annotated[str, Meta(pattern="^(https?:/)?/")]


def part_of(step: str, kind: str | None) -> str | None:
    """Return the id of the further part of a step's prose; None where its kind has none."""
    return f"{step}-{PARTS[kind]}" if kind in PARTS else None


class _Kind(Model, frozen=True, tag_field="kind"):
    @property
    def kind(self) -> str:
        """Which kind it is."""
        return str(self.__struct_config__.tag)


class Guess(_Kind, frozen=True, tag="guess"):
    """A number of people that the reader guesses before it is shown."""

    since: int
    """The first year of ``history``."""
    history: list[int]
    """Persons in each year until now."""
    future: list[int]
    """Persons in each year from the next one to the horizon, whose last is the answer."""
    low: int
    high: int
    """What eight in ten futures lie within at the horizon."""
    html: str
    """What is said once the reader has guessed."""


class You(_Kind, frozen=True, tag="you"):
    """A small table that a birth year is looked up in, in the browser."""

    now: int
    goal: int
    """The two years of the table."""
    here: list[int]
    """Persons of each age from 0 today."""
    later: list[int]
    """Persons of each age from 0 in ``goal``."""


class Hour(Model, frozen=True):
    """One moment of a day."""

    at: Text
    drawing: str
    """Key of a drawing of the document, empty where there is none."""
    html: str


class DayVersion(Model, frozen=True):
    """A day along one path."""

    tone: Tone
    name: Text
    """What the path is called."""
    heading: Text
    hours: Annotated[list[Hour], Meta(min_length=1)]


class Day(_Kind, frozen=True, tag="day"):
    """A day in 2040, hour by hour: in the two ends, or along the path that was chosen."""

    versions: Annotated[list[DayVersion], Meta(min_length=1)]


class FrontVersion(Model, frozen=True):
    """A front page along one path."""

    tone: Tone
    name: Text
    heading: Text
    drawing: str
    html: str


class Front(_Kind, frozen=True, tag="front"):
    """The front page of the local paper in 2040."""

    paper: Text
    date: Text
    versions: Annotated[list[FrontVersion], Meta(min_length=1)]


class ExampleSource(Model, frozen=True):
    """Where an example is known from."""

    label: Text
    link: Link
    tongue: Text | UnsetType = UNSET
    """The language it is in, where that is not the document's."""


class Example(_Kind, frozen=True, tag="example"):
    """A municipality that has begun, what came of it, and who says so."""

    place: Text
    heading: Text
    html: str
    why: Text
    """Why this one was picked for the reader's place."""
    sources: Annotated[list[ExampleSource], Meta(min_length=1)]


Told = Guess | You | Day | Front | Example


class Drawing(Model, frozen=True):
    """A drawing of our own."""

    svg: str
    alt: Text
