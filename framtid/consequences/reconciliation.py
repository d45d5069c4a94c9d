"""Ours beside every official figure at hand: where they differ, by how much, and why."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from framtid.consequences import care, kindergarten, school
from framtid.consequences.fetched import key_figure
from framtid.consequences.local import Local, local
from framtid.consequences.need import income_per_need, index
from framtid.consequences.parameters import parameters
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places import Level, Place, places
from framtid.projection import base_year, projection
from framtid.projection.evaluation.ssb_editions import local as edition
from framtid.projection.evaluation.ssb_editions import national
from framtid.projection.history import Floats, history
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

YEARS = (2030, 2040, 2050)
NEAR = 0.0005
"""Two figures this near each other, as a share, are the same."""
SECTORS = ("care", "school", "kindergarten", "all")


@dataclass(frozen=True)
class Subject:
    """What is compared: its unit, the table it stands in, and why the two may differ."""

    id: str
    unit: str
    table: str
    reason: str
    figure: str = ""


@dataclass(frozen=True)
class Compared:
    """An official figure and ours of one place and year."""

    subject: Subject
    place: Place
    year: int
    official: float
    ours: float
    because: str = ""
    edition: int = 0
    """SSB's edition, where there are several."""

    @property
    def share(self) -> float:
        """By which share ours is higher, or lower when negative."""
        return self.ours / self.official - 1

    @property
    def reason(self) -> str:
        """Why they differ, or that they do not."""
        return "same" if abs(self.share) < NEAR else self.because or self.subject.reason


@lru_cache(maxsize=1)
def subjects() -> dict[str, Subject]:
    """Return everything that is compared, by id."""
    read = read_yaml(PARAMETERS / "reconciliation.yml")
    return {name: Subject(name, **entry) for name, entry in read.items()}


def _people(place: Place) -> Floats:
    """Return a place's persons in the base year, (1, sex, age)."""
    at = [places().index[code] for code in place.members]
    people: Floats = history().population[-1, at].sum(0)[None]
    return people


def _of_age(place: Local, people: Floats, service: str) -> float:
    """Return the per cent of those over 80 who use a service, as we count them."""
    old = np.zeros_like(people)
    old[..., care.VERY_OLD :] = people[..., care.VERY_OLD :]
    curve = care.use_by_age(getattr(place, service), service, people[0])
    return float(100 * (old.sum((0, 1)) @ curve) / old.sum())


def _in_kindergarten(place: Local, people: Floats) -> float:
    """Return children per adult, one under three counting as two."""
    small, large = kindergarten.children(people, place)
    return float((2 * small + large)[0] / kindergarten.man_years(people, place)[0])


def _per_teacher(people: Floats) -> float:
    group = parameters("school")["norm"].by_age[school.FIRST : school.LAST + 1]
    pupils = people[0, :, school.FIRST : school.LAST + 1].sum(0)
    return float(pupils.sum() / (pupils / group).sum())


def _ours(place: Place) -> dict[str, float]:
    """Return our figures that stand beside KOSTRA's."""
    known, people = local(place), _people(place)
    man_years = float(care.man_years(people, known).needed[0])
    small, large = known.coverage
    return {
        "care_man_years_each": 1e4 * man_years / known.people,
        "care_man_years": man_years,
        "free_income": income_per_need() * known.need["all"].value,
        "institution_use": _of_age(known, people, "institution_use"),
        "home_use": _of_age(known, people, "home_use"),
        "kindergarten_1_2": 100 * small.value,
        "kindergarten_3_5": 100 * large.value,
        "children_per_adult": _in_kindergarten(known, people),
        "pupils_per_teacher": _per_teacher(people),
    }


def _scope() -> float:
    """Return care's part of KOSTRA's man-years in health and care, in the year both are known."""
    counted, figure = parameters("care")["man_years_2023"], subjects()["care_man_years"].figure
    rows = snapshot().table("key_figures").to_pylist()
    (each,) = (
        row["value"]
        for row in rows
        if (row["indicator"], row["region"], row["year"]) == (figure, "Landet", counted.year)
    )
    known = history()
    people = known.population[int(np.searchsorted(known.years, counted.year + 1))].sum()
    return float(counted.number / (each * people / 1e4))


def _services() -> Iterator[Compared]:
    at_hand = (places().nation, *places().municipalities)
    scope = _scope()
    for place in at_hand:
        region = "Landet" if place.level is Level.NATION else place.short
        ours: dict[str, float] = {}
        for subject in subjects().values():
            official = key_figure(subject.figure, region) if subject.figure else None
            if official is None:
                continue
            ours = ours or _ours(place)
            if subject.id == "care_man_years":
                official *= scope * local(place).people / 1e4
            yield Compared(subject, place, base_year() - 1, official, ours[subject.id])


def _need() -> Iterator[Compared]:
    for place in places().municipalities:
        row, known = index()[place.code], local(place).need
        for sector in SECTORS:
            official, ours = row[sector], known[sector]
            because = "own_figures" if ours.basis == "own" else "rescaled"
            subject = subjects()[f"need_{sector}"]
            if official is None and sector == "all":
                official, subject = row["total"], subjects()["need_total"]
                because = because if ours.basis == "own" else "no_sectors"
            if official is not None:
                yield Compared(subject, place, base_year(), official, ours.value, because)


def _ssb() -> Iterator[Compared]:
    model = projection("MMMM")
    table = snapshot().table("projection_county").to_pylist()
    theirs = {
        (row["county"], row["year"]): row["population"]
        for row in table
        if row["alternative"] == "MMMM"
    }
    for year in (base_year(), *YEARS):
        at = year - base_year()
        because = "counted" if at == 0 else ""
        for place in places().municipalities:
            ours = float(model.population[at, places().index[place.code]].sum())
            subject, official = subjects()["people_municipality"], edition(place)[year]
            yield Compared(subject, place, year, official, ours, because)
        for place in places().at(Level.COUNTY):
            ours = float(model.of(place)[at].sum())
            subject, people = subjects()["people_county"], theirs[place.code, year]
            yield Compared(subject, place, year, float(people), ours, because)


def _nation() -> Iterator[Compared]:
    nation = places().nation
    ours = projection("MMMM").of(nation)
    for number, series in national().items():
        for year in YEARS:
            if year in series:
                because = "same" if number == max(national()) else "earlier_edition"
                people = float(ours[year - base_year()].sum())
                subject = subjects()["people_nation"]
                yield Compared(subject, nation, year, series[year], people, because, number)


@kept(maxsize=1)
def reconciliation() -> tuple[Compared, ...]:
    """Return every official figure at hand with ours beside it."""
    return (*_services(), *_need(), *_ssb(), *_nation())


@dataclass(frozen=True)
class Spread:
    """How far ours and the official figures of one subject and year are apart, in per cent."""

    subject: Subject
    year: int
    figures: int
    median: float
    ninety: float
    worst: Compared


def spreads(compared: tuple[Compared, ...]) -> tuple[Spread, ...]:
    """Return the differences of each subject and year, without sign."""
    kinds: dict[tuple[Subject, int], list[Compared]] = {}
    for each in compared:
        kinds.setdefault((each.subject, each.year), []).append(each)
    return tuple(_spread(subject, year, every) for (subject, year), every in kinds.items())


def _spread(subject: Subject, year: int, every: list[Compared]) -> Spread:
    size = 100 * np.abs([each.share for each in every])
    median, ninety = (float(np.quantile(size, part)) for part in (0.5, 0.9))
    return Spread(subject, year, len(every), median, ninety, every[int(size.argmax())])
