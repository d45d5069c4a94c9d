"""What a view claims, as data: measure, place, years, figures and which way they go."""

from dataclasses import dataclass

from framtid.language.numbers import Told, banded, reach, rounded, to_come
from framtid.language.trends import NOISE as USUAL
from framtid.language.trends import Nearly, Trend, nearly, trend
from framtid.nearest import nearest

PEOPLE = frozenset(
    {
        "all",
        "aged",
        "pupils",
        "kindergarten",
        "workers",
        "old",
        "young",
        "youths",
        "outside",
        "missing",
    }
)
"""Measures that count people, or man-years, so that chance is noise too."""
INHABITANTS = PEOPLE - {"outside", "missing"}
"""Measures of people of some age, whose ends are told as roundly as they are uncertain."""
SHARE = "need"
"""The measure of a growth, as a share, which is told in per cent."""
KRONER = "kroner"
"""The measure of kroner per inhabitant."""
SUM = "plan"
"""Kroner per inhabitant over years, which are rounded as people say them."""
NOISE = {"carers": 0.04}
"""Relative difference below which nothing is claimed, where it is not that of ``trend``."""


def told(measure: str, first: float, second: float) -> tuple[float, float]:
    """Return two figures as they are told: people whole, everything else with one decimal."""
    if measure in PEOPLE:
        return Told(nearest(first)), Told(to_come(first, second))
    return Told(nearest(first, 1)), Told(nearest(second, 1))


@dataclass(frozen=True, slots=True)
class Pair:
    """Two figures of one measure that are held against each other."""

    measure: str
    place: str
    first: float
    second: float
    ours: bool
    """Whether it is our own calculation; else the publisher's."""

    @property
    def told(self) -> tuple[float, float]:
        """The figures as they are told: people whole, everything else with one decimal."""
        return told(self.measure, self.first, self.second)

    @property
    def direction(self) -> Trend:
        """Which way it goes; what is told with the same figure is the same."""
        first, second = self.told
        if first == second:
            return "same"
        noise, count = NOISE.get(self.measure, USUAL), self.measure in PEOPLE
        return trend(self.first, self.second, noise, count=count)

    @property
    def near(self) -> Nearly:
        """What is said where no direction is: the same, or so little that it may be chance."""
        return nearly(*self.told, NOISE.get(self.measure, USUAL))


@dataclass(frozen=True, slots=True)
class Change(Pair):
    """A measure that was ``first`` in one year and is ``second`` in a later one."""

    years: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Comparison(Pair):
    """A measure of the place (``second``) beside another's (``first``) in the same year."""

    year: int
    than: str
    """Key of what it is held against."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Between which figures a measure is in eight of ten trajectories."""

    measure: str
    place: str
    year: int
    low: float
    high: float
    ours: bool = True

    @property
    def told(self) -> tuple[float, float]:
        """The ends as they are told: of people as roundly as so wide a band is."""
        if self.measure in INHABITANTS:
            return banded(self.low, self.high)
        return Told(nearest(self.low, 1)), Told(nearest(self.high, 1))


@dataclass(frozen=True, slots=True)
class Alternatives:
    """Between which figures a measure is in SSB's three alternatives: no measure of how sure."""

    measure: str
    place: str
    year: int
    low: float
    high: float
    ours: bool = True

    @property
    def told(self) -> tuple[float, float]:
        """The ends as they are told: man-years as the figure they are around, kroner in tens."""
        if self.measure == KRONER:
            return Told(nearest(self.low, -1)), Told(nearest(self.high, -1))
        if self.measure == SUM:
            return Told(rounded(self.low)), Told(rounded(self.high))
        if self.measure in INHABITANTS:
            return banded(self.low, self.high)
        if self.measure == SHARE:
            return Told(nearest(self.low, 2)), Told(nearest(self.high, 2))
        low, high = reach(self.low, self.high)
        return Told(low), Told(high)


@dataclass(frozen=True, slots=True)
class Tally:
    """How many of the municipalities something holds for."""

    measure: str
    place: str
    year: int
    number: int
    of: int
    ours: bool = True


@dataclass(frozen=True, slots=True)
class Single:
    """One figure of a year, as it is told."""

    measure: str
    place: str
    year: int
    value: float
    ours: bool = True


Claim = Change | Comparison | Spread | Alternatives | Tally | Single


def fault(claim: Claim) -> bool:
    """Return whether a claim is denied by its own figures as they are told."""
    if isinstance(claim, Pair):
        first, second = claim.told
        return {"grows": second <= first, "shrinks": second >= first, "same": False}[
            claim.direction
        ]
    if isinstance(claim, Spread | Alternatives):
        return claim.told[0] > claim.told[1]
    return isinstance(claim, Tally) and not 0 <= claim.number <= claim.of
