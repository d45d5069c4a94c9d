"""What answers about a pathway are made of: how a sum adds up, ways to a goal, and the outlook."""

from typing import Literal

from msgspec import UNSET, UnsetType

from framtid.answers import Id, Model, Text
from framtid.consequences.setting import State, Use
from framtid.pathways.described import (
    DescribedGoal,
    DescribedIndicator,
    DescribedLever,
    DescribedPath,
    Levels,
    LeverChange,
    PathWarning,
)
from framtid.places.answers import NamedPlace

Verdict = Literal["enough", "nearly", "some", "little", "farther"]
Outcome = Literal["already", "reached", "far"]


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
    newly: list[str]
    """Those of them that are not reached where one begins, the one asked about left out."""
    taken_back: list[Text]
    """A sentence for each choice of those one begins with that it takes back, wholly or in part."""
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
    """An indicator of one year, each figure rounded by itself; the sentence says where it shows."""

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
    own: str
    """The code of own figures; empty where all are official."""
    own_said: str
    """The sentence that marks them, with each beside the official figure."""
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
