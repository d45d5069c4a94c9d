"""What answers about a pathway are made of: levers, paths, changes, and how a sum adds up."""

from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType, field

from framtid.answers import Id, Model, Text
from framtid.consequences.parameters import Certainty
from framtid.consequences.setting import State, Use
from framtid.pathways.levers import Direction
from framtid.places.answers import NamedPlace

Verdict = Literal["enough", "nearly", "some", "little", "farther"]
WarningKind = Literal["double", "impossible", "capped", "weak"]
"""Counted twice, at odds, more than we believe, or without much effect here."""
Outcome = Literal["already", "reached", "far"]
Levels = dict[str, int]
"""Level by lever; 0 is as today."""


class Publication(Model, frozen=True):
    """Where a figure is known from."""

    id: str
    title: str
    publisher: str
    year: int
    link: str


class DescribedIndicator(Model, frozen=True):
    """An indicator in words."""

    title: Text
    unit: str
    unit_label: str
    formula: str
    certainty: Certainty
    certainty_label: str
    own: bool
    """Whether it rests on the place's own figures alone."""
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


class MeterScale(Model, frozen=True):
    """How much of what is missing of hands or kroner a path makes up for."""

    id: Literal["hands", "kroner"]
    closed: float
    """Share of the official line's shortage; below 0 it is larger."""
    verdict: Verdict
    title: Text
    word: Text
    text: Text
    unit: str


class TeamEffort(Model, frozen=True):
    """How much more a path asks of each hour, and what anyone has achieved of it."""

    share: float
    """Of the hands needed in 2040."""
    a_year: float
    text: Text
    anchor: str


class Meter(Model, frozen=True):
    """Whether hands and kroner suffice."""

    year: int
    verdict: Literal["both", "hands", "kroner", "neither"]
    text: Text
    scales: list[MeterScale]
    effort: TeamEffort | None
    """None where it is too little to tell."""


class Covered(Model, frozen=True):
    """How much of what is needed is there."""

    covered: float
    """A share."""
    enough: bool


class AddsUp(Model, frozen=True):
    """Whether the sum of a year adds up."""

    year: int
    hands: Covered
    kroner: Covered


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


class Choices(Model, frozen=True):
    """What one can choose."""

    version: Literal[1]
    levers: list[DescribedLever]
    paths: list[DescribedPath]
    goals: list[DescribedGoal]


class Way(Model, frozen=True):
    """A set of lever changes towards a goal."""

    code: str
    reached: bool
    value: float
    text: Text
    reaches: list[str]
    """Goals that it reaches."""
    cost: float
    """Kroner per inhabitant in the dearest year."""
    moves: list[LeverChange]


class Ways(Model, frozen=True):
    """What it would take to reach a goal: the answer of ``ways``."""

    version: Literal[2]
    goal: Id
    title: Text
    indicator: str
    year: int
    direction: Literal["at_least", "at_most"]
    target: float
    today: float
    value: float
    outcome: Outcome
    text: Text
    rest: list[str]
    """What is left where nothing suffices, and who could do something about it."""
    answers: list[Way]


class Series(Model, frozen=True):
    """An indicator by year: along the path, the official line, and between alternatives."""

    path: list[float]
    official: list[float]
    low: list[float]
    high: list[float]


class Assumption(Model, frozen=True):
    """Man-years in care by year, if use by age develops otherwise."""

    id: str
    title: Text
    care_man_years: list[float]


class Pyramid(Model, frozen=True):
    """People by age, 0 and up."""

    men: list[float]
    women: list[float]


class Pyramids(Model, frozen=True):
    """A year's people along the path and the official line."""

    path: Pyramid
    official: Pyramid


class ToldFigure(Model, frozen=True):
    """An indicator of one year, rounded so that the figures add up."""

    now: float
    official: float
    path: float
    difference: float
    sentence: str | UnsetType = UNSET


class OutlookAnswer(Model, frozen=True):
    """A place along a pathway: the answer of ``outlook``."""

    version: Literal[1]
    edition: str
    language: str
    place: NamedPlace
    alternative: str
    state: State
    use: Use
    path: DescribedPath
    link_note: str | None
    """What was wrong with the path's code."""
    years: list[int]
    indicators: dict[str, DescribedIndicator]
    series: dict[str, Series]
    assumptions: list[Assumption]
    pyramids: dict[str, Pyramids]
    """By year."""
    levers: Levels
    changes: list[LeverChange]
    warnings: list[PathWarning]
    told: dict[str, dict[str, ToldFigure]]
    """By indicator and year."""
    adds_up: AddsUp
