"""The figures that prose may speak of, by plain names, for one place."""

from dataclasses import dataclass

from framtid.language.trends import Trend, trend
from framtid.pathways.outlook import Outlook

GOAL = 2040
CLASS = 20
"""Pupils in a classroom, when a change is told in classrooms. The teacher norm from fifth grade."""


@dataclass(frozen=True)
class Facts:
    """One place's outlook in the words a writer needs; years default to now and 2040."""

    seen: Outlook

    @property
    def now(self) -> int:
        """The last observed year."""
        return self.seen.base_year

    def people(self, year: int, first: int = 0, last: int = 105) -> float:
        """Return persons of an age span."""
        return self.seen.people(year, first, last)

    def carers(self, year: int) -> float:
        """Return persons aged 20–66 per person aged 67 or more."""
        return self.seen.carers(year)

    def aged(self, year: int) -> float:
        """Return persons aged 80 or more."""
        return self.seen.people(year, 80)

    def share_old(self, year: int) -> float:
        """Return the share of people who are 67 or older."""
        return self.seen.people(year, 67) / self.seen.people(year)

    def total(self, alternative: str, year: int = GOAL) -> float:
        """Return everybody under one of SSB's alternatives."""
        return self.seen.under(alternative).people(year)

    def small(self, alternative: str, year: int = GOAL) -> float:
        """Return children of kindergarten age under one of SSB's alternatives."""
        return self.seen.under(alternative).people(year, 1, 5)

    def carers_under(self, alternative: str, year: int = GOAL) -> float:
        """Return hands per old person under one of SSB's alternatives."""
        return self.seen.under(alternative).carers(year)

    @property
    def need_growth(self) -> float:
        """Growth in the need for care to 2040, as a share."""
        return self.seen.care_need(GOAL) / self.seen.care_need(self.now) - 1

    def change(self, first: int, last: int) -> Trend:
        """Return which way an age span goes to 2040, within the noise of small numbers."""
        return trend(self.people(self.now, first, last), self.people(GOAL, first, last), count=True)

    @property
    def classrooms(self) -> float:
        """Classrooms fewer (positive) or more (negative) for ages 6–15 in 2040."""
        return (self.people(self.now, 6, 15) - self.people(GOAL, 6, 15)) / CLASS

    @property
    def young_leave(self) -> float:
        """Net yearly moves of ages 18–26; negative when they leave."""
        return float(self.seen.net_moves[18:27].sum())

    @property
    def families_come(self) -> float:
        """Net yearly moves of ages 27–40; positive when they come."""
        return float(self.seen.net_moves[27:41].sum())

    @property
    def alone(self) -> bool:
        """Whether the place is the only municipality of its labour-market region."""
        return len(self.seen.region.place.members) == 1

    @property
    def municipalities(self) -> int:
        """How many municipalities the place has."""
        return len(self.seen.place.members)
