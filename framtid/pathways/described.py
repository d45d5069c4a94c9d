"""Levers, paths, changes and warnings in words, as answers hold them."""

from typing import Annotated, Literal

from msgspec import Meta, field

from framtid.answers import Id, Model, Text
from framtid.consequences.parameters import Certainty
from framtid.pathways.levers import Direction

WarningKind = Literal["double", "impossible", "capped", "weak"]
"""Counted twice, at odds, more than we believe, or without much effect here."""
Levels = dict[str, int]
"""Level by lever; 0 is as today."""


class Publication(Model, frozen=True):
    """Where a figure is known from."""

    id: str
    title: str
    publisher: str
    year: int
    link: str
    tongue: Text = "no"
    """The language of its title, as a tag of BCP 47."""


class DescribedIndicator(Model, frozen=True):
    """An indicator in words."""

    title: Text
    unit: str
    unit_label: str
    formula: str
    certainty: Certainty
    certainty_label: str
    own: bool
    """Whether it rests alone on what is counted in the place."""
    whose: str
    sources: list[Publication]


class DescribedLevel(Model, frozen=True):
    """A level of a lever."""

    level: int
    part: str
    """Its part of a path's code."""
    words: str
    value: float
    """In the lever's unit, when all of it has happened."""
    value_label: str | None
    starting: float
    """Kroner per inhabitant and year while it is phased in."""
    running: float
    """Kroner per inhabitant and year once it is in place."""
    cost_label: str | None


class SheetPart(Model, frozen=True):
    """A part of a lever's one-page sheet."""

    id: Id
    heading: Text
    text: Text


class DescribedLever(Model, frozen=True):
    """A lever with its words, levels and sheet."""

    id: Id
    group: str
    group_label: str
    title: Text
    short: Text
    promise: str
    levels: list[DescribedLevel]
    unit: str
    range: Annotated[list[float], Meta(min_length=2, max_length=2)]
    """Least and most that is known from elsewhere, in the lever's unit."""
    first: int = field(name="from")
    """First year anything happens."""
    last: int = field(name="to")
    """First year in which all of it has happened."""
    certainty: Certainty
    certainty_label: str
    source: Publication
    decides: list[str]
    aims: dict[str, Direction]
    """Which way more of it moves which indicators."""
    sheet: list[SheetPart]


class DescribedMeasure(Model, frozen=True):
    """An indicator that a reader may set a goal for."""

    id: Id
    title: Text
    unit: str
    unit_label: str
    today: float
    direction: Literal["at_least", "at_most"]
    """The way that is better, as most see it."""


class DescribedPath(Model, frozen=True):
    """A pathway: its code, name, words, levels and the place's own note on it."""

    code: str
    name: str | None
    title: Text
    text: str | None
    note: str | None
    counted: str | None
    """Whether others are counted as choosing the same, where people move."""
    levels: Levels
    starts: Levels
    """The year a lever begins, by lever, where it is not its own."""


class LeverChange(Model, frozen=True):
    """A lever that is not as today."""

    lever: Id
    title: Text
    level: int
    words: str
    undo: str
    """Code of the path without it."""


class PathWarning(Model, frozen=True):
    """What does not add up in a path."""

    id: Id
    kind: WarningKind
    suggestion: Levels
    """Levers to move, and where to."""
    values: dict[str, float]
    """Figures that the text speaks of."""
    text: Text
    suggested: str
    """Code of the path that is suggested."""


class DescribedGoal(Model, frozen=True):
    """A goal one can ask the levers to reach."""

    id: Id
    title: Text
    text: Text


class DescribedSetting(Model, frozen=True):
    """One setting of a switch."""

    id: str
    title: Text
    text: Text


class DescribedSwitch(Model, frozen=True):
    """A switch beside the levers, with its settings."""

    id: Id
    title: Text
    text: Text
    usual: str
    settings: list[DescribedSetting]
