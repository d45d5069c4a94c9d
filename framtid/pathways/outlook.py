"""The outlook: everything computed for a place under an alternative and a pathway."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from framtid.consequences.care import need
from framtid.consequences.local import Local, local
from framtid.consequences.local_life import carers
from framtid.consequences.model import Consequences, Line, Question, consequences
from framtid.consequences.own_applied import with_own
from framtid.consequences.practice import Practice
from framtid.consequences.setting import USUAL, Setting
from framtid.consequences.summing import corrected, difference
from framtid.pathways import applying
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.places import Level, Place, places
from framtid.projection import base_year, projection
from framtid.projection.history import Floats, history, wide, year_columns
from framtid.projection.parameters import AGES
from framtid.projection.rates import aged, survival
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

WORKING, OLD = (20, 66), 67
"""Ages that carry and the age from which one is counted as old, as KS counts them."""
OLDEST = AGES - 1
RECENT = 10
"""Years of moves behind a picture of who comes and goes."""


@dataclass(frozen=True, eq=False)
class Outlook:
    """A place's population, (year, sex, age): observed to ``base_year``, projected after."""

    place: Place
    alternative: str
    first_year: int
    population: Floats
    base_year: int
    pathway: Pathway = AS_IT_IS
    setting: Setting = USUAL

    @property
    def last_year(self) -> int:
        """The last projected year."""
        return self.first_year + len(self.population) - 1

    @property
    def years(self) -> NDArray[np.int64]:
        """All years, 1 January."""
        return np.arange(self.first_year, self.last_year + 1)

    def at(self, year: int) -> Floats:
        """Return the population of one year, (sex, age)."""
        found: Floats = self.population[year - self.first_year]
        return found

    def people(self, year: int, first: int = 0, last: int = OLDEST) -> float:
        """Return persons aged ``first`` to ``last`` (inclusive) on 1 January of ``year``."""
        return float(self.at(year)[:, first : last + 1].sum())

    def _span(self, start: int | None, stop: int | None) -> slice:
        begin = self.first_year if start is None else start
        end = self.last_year if stop is None else stop
        return slice(begin - self.first_year, end - self.first_year + 1)

    def series(
        self, first: int = 0, last: int = OLDEST, start: int | None = None, stop: int | None = None
    ) -> Floats:
        """Return persons in an age span for each year from ``start`` to ``stop``."""
        spanned: Floats = self.population[self._span(start, stop), :, first : last + 1].sum((1, 2))
        return spanned

    def carers(self, year: int) -> float:
        """Return people aged 20–66 per person aged 67 or more."""
        return float(carers(self.at(year)))

    def carer_series(self, start: int | None = None, stop: int | None = None) -> Floats:
        """Return the same ratio for each year from ``start`` to ``stop``."""
        return carers(self.population[self._span(start, stop)])

    def care_need(self, year: int) -> float:
        """Return the need for municipal care by the official cost key; compare years."""
        return float(need(self.at(year)))

    def care_series(self, start: int | None = None, stop: int | None = None) -> Floats:
        """Return the same need for each year from ``start`` to ``stop``."""
        return need(self.population[self._span(start, stop)])

    def under(self, alternative: str) -> "Outlook":
        """Return the same place and pathway under another alternative."""
        return outlook_of(self.place.code, alternative, self.pathway, self.setting)

    def along(self, pathway: Pathway) -> "Outlook":
        """Return the same place and alternative along another pathway."""
        return outlook_of(self.place.code, self.alternative, pathway, self.setting)

    @property
    def official(self) -> "Outlook":
        """The same with everything as today: the official line."""
        return self.along(AS_IT_IS)

    @cached_property
    def practice(self) -> Practice:
        """How services are run along the pathway."""
        if self.pathway.is_default:
            return applying.as_today(len(self.future))
        return applying.practice_of(self.pathway, self.place, self.alternative)

    @cached_property
    def local(self) -> Local:
        """What the place is like, with the own figures that its setting holds."""
        return with_own(self.setting.own, local(self.place), self.at(self.base_year))

    @property
    def future(self) -> Floats:
        """The projected part with the base year, (year, sex, age)."""
        return self.population[self.base_year - self.first_year :]

    @cached_property
    def line(self) -> Line:
        """What the population gives as it is, which what is chosen is held against."""
        national = applying.national(self.alternative)
        return Line.of(self.future, self.local, national, self.setting)

    @cached_property
    def consequences(self) -> Consequences:
        """What the population and the pathway mean for services, hands and kroner.

        Those of several municipalities are the sum of theirs.
        """
        line = self.official.line
        whole = consequences(Question(self.future, line, self.local, self.practice, self.setting))
        if len(self.place.members) == 1:
            return whole
        return corrected(whole, beyond(self.place.code, self.alternative, self.setting))

    @property
    def nation(self) -> "Outlook":
        """The nation under the same alternative."""
        return outlook_of(places().nation.code, self.alternative, setting=self.setting)

    @property
    def region(self) -> "Outlook":
        """The labour-market region of a municipality; another place is its own."""
        code = places().region_of(self.place).code
        return outlook_of(code, self.alternative, setting=self.setting)

    @cached_property
    def net_moves(self) -> Floats:
        """Net migration per year by age, the mean of the last ten years, (age,)."""
        start = self.base_year - self.first_year - RECENT
        seen = self.population[start : start + RECENT + 1]
        expected = aged(seen[:-1], survival(history().death[-RECENT:]))
        moved: Floats = (seen[1:] - expected).mean(0).sum(0)
        moved[0] = 0
        return moved


def outlook_of(
    code: str, alternative: str = "MMMM", pathway: Pathway = AS_IT_IS, setting: Setting = USUAL
) -> Outlook:
    """Return the outlook of a place.

    Raises:
        UnknownPlaceError: no place has that code.
        UnknownAlternativeError: the projection has no such alternative.

    """
    setting = setting.at(code)
    if pathway.is_default and setting.is_default:
        return _official(code, alternative)
    return _along(code, alternative, pathway, setting)


@kept(maxsize=64)
def _along(code: str, alternative: str, pathway: Pathway, setting: Setting) -> Outlook:
    known = replace(_official(code, alternative), pathway=pathway, setting=setting)
    if applying.of_people(pathway).is_default:
        return known
    past = known.population[: known.base_year - known.first_year]
    future = applying.population(code, alternative, pathway)
    return replace(known, population=np.concatenate([past, future]))


@kept(maxsize=512)
def beyond(code: str, alternative: str, setting: Setting) -> Mapping[str, Floats]:
    """Return how much more the members' official lines give than their sum taken as one."""
    place = places().get(code)
    parts = [outlook_of(member, alternative, setting=setting) for member in place.members]
    people, here = outlook_of(code, alternative).future, local(place)
    line = Line.of(people, here, applying.national(alternative), setting)
    whole = consequences(Question(people, line, here, setting=setting))
    return difference([part.consequences for part in parts], whole)


@kept(maxsize=96)
def _official(code: str, alternative: str) -> Outlook:
    place = places().get(code)
    future = projection(alternative).of(place)[1:]
    if place.level is Level.NATION:
        table = snapshot().table("population_nation")
        years = year_columns(table)
        past = wide(table).reshape(len(years), 2, AGES)
        return Outlook(place, alternative, years[0], np.concatenate([past, future]), years[-1])
    index = places().index
    known = history()
    past = known.population[:, [index[member] for member in place.members]].sum(1)
    first, last = int(known.years[0]), int(known.years[-1])
    return Outlook(place, alternative, first, np.concatenate([past, future]), last)


@dataclass(frozen=True, eq=False)
class Municipalities:
    """All 357 side by side under one alternative, in code order."""

    alternative: str
    population: Floats
    """Persons, (year, municipality, sex, age), from the base year on."""

    @property
    def places(self) -> tuple[Place, ...]:
        """The municipalities in the order of the arrays."""
        return places().municipalities

    def people(self, year: int, first: int = 0, last: int = OLDEST) -> Floats:
        """Return persons in an age span for each municipality."""
        total: Floats = self.population[year - base_year(), :, :, first : last + 1].sum((1, 2))
        return total

    def carers(self, year: int) -> Floats:
        """Return people aged 20–66 per person aged 67 or more for each municipality."""
        found: Floats = self._carers[year - base_year()]
        return found

    @cached_property
    def _carers(self) -> Floats:
        return carers(self.population)


@kept()
def municipalities(alternative: str = "MMMM") -> Municipalities:
    """Return all municipalities under an alternative."""
    return Municipalities(alternative, projection(alternative).population)
