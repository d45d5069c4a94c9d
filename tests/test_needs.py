"""Levels of need and income: nobody is left out because one member lacks a figure."""

import numpy as np
import pytest

from framtid.consequences.fetched import key_figure
from framtid.consequences.local import local
from framtid.consequences.need import OSLO, income_per_need, index, need_outside_oslo
from framtid.consequences.parameters import parameters
from framtid.consequences.summing import SUMS
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, places
from framtid.projection.history import history

FREE = "Frie inntekter per innbygger (kr)"
KOSTRA_CARE = "Årsverk helse/omsorg per 10 000 innbygger (årsverk)"
AT_HAND = {"3222": "Lørenskog", "3224": "Rælingen", "3220": "Enebakk", "3205": "Lillestrøm"}
TOTALS = {"5044": 1.593, "4020": 1.038}
MORE = ("people", "pupils")
"""Counts that add up too, of people alone."""


@pytest.mark.parametrize(("code", "total"), TOTALS.items())
def test_a_published_total_is_used_where_sectors_are_not_published(code: str, total: float) -> None:
    row = index()[code]
    assert row["care"] is None
    assert row["total"] == pytest.approx(total, abs=5e-4)
    level = local(places().get(code)).need["all"]
    assert level.basis == "total"
    assert level.value == pytest.approx(total, rel=0.02)


@pytest.mark.parametrize("code", TOTALS)
def test_care_does_not_fall_where_the_index_is_missing(code: str) -> None:
    """Namsskogan ended at 0.32 man-years for each over 80, against 0.58 with the total."""
    outlook = outlook_of(code)
    each = outlook.consequences.series["care_man_years"][[0, 14]] / [
        outlook.people(year, 80) for year in (2026, 2040)
    ]
    nation = outlook_of("0")
    country = nation.consequences.at("care_man_years", 2040) / nation.people(2040, 80)
    assert each[1] > 0.8 * country


def test_every_region_and_county_is_computed_from_all_its_members() -> None:
    for level in (Level.REGION, Level.COUNTY):
        for place in places().at(level):
            here = local(place)
            people = np.array([local(places().get(code)).people for code in place.members])
            for sector, figure in here.need.items():
                members = [local(places().get(code)).need[sector].value for code in place.members]
                wanted = float(np.array(members) @ people / people.sum())
                assert figure.value == pytest.approx(wanted), (place.code, sector)
                assert figure.basis


def test_every_region_and_county_is_the_sum_of_its_members() -> None:
    for level in (Level.COUNTY, Level.REGION):
        for place in places().at(level)[::3]:
            series = outlook_of(place.code).consequences
            for name in ("gap", "care_man_years", "balance", "outside"):
                parts = sum(outlook_of(c).consequences.at(name, 2040) for c in place.members)
                assert series.at(name, 2040) == pytest.approx(parts, rel=1e-9), (place.code, name)


@pytest.mark.parametrize("name", [*SUMS, *MORE])
def test_the_nation_is_the_sum_of_its_municipalities_in_everything_that_is_counted(
    name: str,
) -> None:
    towns = [outlook_of(place.code).consequences for place in places().municipalities]
    nation = outlook_of("0").consequences
    for year in (2026, 2033, 2040):
        together = sum(each.at(name, year) for each in towns)
        assert nation.at(name, year) == pytest.approx(together, rel=1e-7, abs=1e-3), year


def test_the_level_of_income_is_that_of_municipalities_without_oslos_county() -> None:
    given = parameters("economy")["income_outside_oslo"].number
    assert income_per_need() * need_outside_oslo() == pytest.approx(given)
    nation = key_figure(FREE, "Landet")
    assert nation
    assert given < nation
    at, people = places().index[OSLO], history().population[-1].sum((1, 2))
    oslo = key_figure(FREE, "Oslo")
    if oslo:
        mean = (given * (people.sum() - people[at]) + oslo * people[at]) / people.sum()
        assert mean == pytest.approx(nation, rel=0.005)


@pytest.mark.parametrize("code", AT_HAND)
def test_a_place_has_its_own_income_and_care_where_they_are_at_hand(code: str) -> None:
    place = places().get(code)
    assert place.short == AT_HAND[code]
    here = local(place)
    free, care = key_figure(FREE, place.short), key_figure(KOSTRA_CARE, place.short)
    assert free
    assert care
    assert here.need["all"].basis == here.need["care"].basis == "own"
    income = outlook_of(code).consequences
    assert income.at("income", 2026) / income.at("people", 2026) == pytest.approx(free, rel=1e-3)
    country = key_figure(KOSTRA_CARE, "Landet")
    assert country
    assert here.need["care"].value == pytest.approx(care / country)
    # The index alone would be near it, since Oslo's county is not in the level.
    known = index()[code]["all"]
    assert known
    assert known * income_per_need() == pytest.approx(free, rel=0.06)


def test_own_figures_come_before_the_index_wherever_they_are() -> None:
    for place in places().municipalities:
        at_hand = key_figure(KOSTRA_CARE, place.short) is not None
        basis = local(place).need["care"].basis
        assert (basis == "own") == at_hand, place.code
        if basis == "index":
            assert index()[place.code]["care"] is not None
