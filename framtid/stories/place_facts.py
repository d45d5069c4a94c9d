"""The figures that prose may speak of, by plain names, for one place."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, NamedTuple

from framtid.horizon import HORIZON
from framtid.language.numbers import Told, banded, to_come
from framtid.language.trends import Trend, trend
from framtid.nearest import nearest
from framtid.pathways.hundred import hundred_of
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.vitals import vitals
from framtid.places import Place
from framtid.projection.hundred import GROUPS, in_groups
from framtid.projection.uncertainty.bands import bands
from framtid.views.claims import told
from framtid.views.moves import Peaks, peaks
from framtid.views.pyramid import median
from framtid.views.uncertainty import BACK, said_before

CLASS = 20
"""Pupils in a classroom, when a change is told in classrooms. The teacher norm from fifth grade."""
Flow = Literal["come", "leave", "even"]


def _flow(net: float) -> Flow:
    """Return which way people move; less than one a year either way is even."""
    if abs(net) <= 1:
        return "even"
    return "come" if net > 0 else "leave"


class Interval(NamedTuple):
    """What eight of ten trajectories lie within."""

    low: float
    high: float


@dataclass(frozen=True)
class Facts:
    """One place's outlook in the words a writer needs; years default to now and 2040."""

    outlook: Outlook

    @property
    def now(self) -> int:
        """The last observed year."""
        return self.outlook.base_year

    def people(self, year: int, first: int = 0, last: int = 105) -> float:
        """Return persons of an age span as they are told, the same everywhere.

        Those who have been counted are told to the last one, those to come as roundly as views do.
        """
        people, ages = self.outlook.people, (first, last)
        if year <= self.now:
            return Told(nearest(people(year, *ages)))
        return Told(to_come(people(self.now, *ages), people(year, *ages)))

    def as_told(self, people: float) -> float:
        """Return another's figure of everybody to come, told as ours is."""
        return Told(to_come(self.people(self.now), people))

    def more(self, first: int, last: int = 105) -> float:
        """Return how many more there are in 2040 than now, so that the told figures add up.

        Where those are told to the last one, so is this.
        """
        goal = self.people(HORIZON, first, last)
        by = float(goal - self.people(self.now, first, last))
        whole = float(goal) == nearest(self.outlook.people(HORIZON, first, last))
        return Told(by) if whole else by

    def hundred(self, year: int, first: int, last: int = 105) -> int:
        """Return how many of a hundred are of an age span, as the view ``hundred`` counts them."""
        dots = in_groups([self.outlook.people(year, *ages) for ages in GROUPS.values()])
        spans = zip(GROUPS.values(), dots, strict=True)
        return sum(n for (low, high), n in spans if first <= low and high <= last)

    def lived(self, event: str) -> int:
        """Return how many of the hundred an event of ``Hundred.events`` has happened to by 2040."""
        return self._lives[event]

    @cached_property
    def _lives(self) -> Mapping[str, int]:
        """Return what happens to the hundred by 2040: a text asks for all of it, they live once."""
        return hundred_of(self.outlook).events(HORIZON)

    def carers(self, year: int) -> float:
        """Return persons aged 20–66 per person aged 67 or more."""
        return self.outlook.carers(year)

    def aged(self, year: int) -> float:
        """Return persons aged 80 or more."""
        return self.people(year, 80)

    def before_after(self, measure: str, first: int, last: int = 105) -> tuple[float, float]:
        """Return persons of an age span now and in 2040, told as the views of a measure do."""
        now, goal = (self.outlook.people(year, first, last) for year in (self.now, HORIZON))
        return told(measure, now, goal)

    def median(self, year: int) -> float:
        """Return the age that half of the people are older than."""
        return median(self.outlook, year)

    def growing(self, first: int = 20, last: int = 66) -> int:
        """Return in how many of its municipalities an age span grows, beyond the noise."""
        return len(self.growers(first, last))

    def growers(self, first: int = 20, last: int = 66) -> list[Place]:
        """Return the municipalities in which an age span grows, beyond the noise."""
        ages = (first, last)
        inside = [outlook_of(code, self.outlook.alternative) for code in self.outlook.place.members]
        spans = ((m.place, m.people(self.now, *ages), m.people(HORIZON, *ages)) for m in inside)
        return [each for each, now, then in spans if trend(now, then, count=True) == "grows"]

    @property
    def need_growth(self) -> float:
        """Growth in the need for care to 2040, as a share."""
        return self.outlook.care_need(HORIZON) / self.outlook.care_need(self.now) - 1

    def change(self, first: int, last: int) -> Trend:
        """Return which way an age span goes to 2040, within the noise of small numbers."""
        now, goal = (self.outlook.people(year, first, last) for year in (self.now, HORIZON))
        return trend(now, goal, count=True)

    @property
    def classes(self) -> float:
        """School classes more (or fewer, negative) for ages 6–15 in 2040."""
        now, goal = (self.outlook.people(year, 6, 15) for year in (self.now, HORIZON))
        return (goal - now) / CLASS

    @property
    def young_moves(self) -> float:
        """Net yearly moves of ages 18–26; negative when they leave."""
        return float(self.outlook.net_moves[18:27].sum())

    @property
    def young(self) -> Flow:
        """Whether the young come or leave."""
        return _flow(self.young_moves)

    @cached_property
    def moves(self) -> Peaks:
        """The longest bars of the figure ``moves``."""
        return peaks(self.outlook)

    @property
    def alone(self) -> bool:
        """Whether the place is the only municipality of its labour-market region."""
        return len(self.outlook.region.place.members) == 1

    @property
    def municipalities(self) -> int:
        """How many municipalities the place has."""
        return len(self.outlook.place.members)

    def total(self, alternative: str, year: int = HORIZON) -> float:
        """Return everybody under one of SSB's alternatives for the nation."""
        return self.outlook.under(alternative).people(year)

    def surely(self, what: str = "all") -> Interval:
        """Return the 80 per cent band of 2040 for a measure of people, as views tell it."""
        return Interval(*banded(*bands(self.outlook.place.code).interval(what, HORIZON)))

    @property
    def told_then(self) -> float:
        """How many we would have said in ``BACK`` that there are now."""
        return said_before(self.outlook)[BACK][self.now]

    @property
    def miss(self) -> float:
        """By how large a share that was wrong."""
        return abs(self.told_then / self.people(self.now) - 1)

    @property
    def missed(self) -> Trend:
        """Which way: "grows" when we would have said too many."""
        return trend(self.people(self.now), self.told_then)

    @property
    def in_step(self) -> bool:
        """Whether people aged 20–66 go the same way in all its municipalities."""
        inside = (outlook_of(code, self.outlook.alternative) for code in self.outlook.place.members)
        ways = {trend(m.people(self.now, 20, 66), m.people(HORIZON, 20, 66), 0.01) for m in inside}
        return len(ways) == 1


@dataclass(frozen=True)
class Lives:
    """How long we live and how many children we have, for the nation."""

    women: float
    men: float
    """Life expectancy at birth in the last year of the life table."""
    women_gained: float
    men_gained: float
    """Years won since the table's first year."""
    since: int
    last: int
    """The first and the last year of the life table."""
    children: float
    children_year: int
    """Children per woman in the last year of the series, and which that is."""
    peak: float
    peak_year: int
    """The most children per woman since ``since``, and when."""


def lives() -> Lives:
    """Return the vital figures of the committed snapshot."""
    told = vitals()
    first, last = min(told.life_expectancy), max(told.life_expectancy)
    (men_then, women_then), (men, women) = told.life_expectancy[first], told.life_expectancy[last]
    peak = max((year for year in told.fertility if year >= first), key=told.fertility.__getitem__)
    return Lives(
        women=women,
        men=men,
        women_gained=women - women_then,
        men_gained=men - men_then,
        since=first,
        last=last,
        children=told.fertility[max(told.fertility)],
        children_year=max(told.fertility),
        peak=told.fertility[peak],
        peak_year=peak,
    )
