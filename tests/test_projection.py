"""The projection: controlled, conserving, never negative, and the same from every side."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pyjstat import pyjstat
from typer.testing import CliRunner

from benchmarks import plain_projection
from framtid.__main__ import app
from framtid.consequences.local_life import carers
from framtid.errors import UnknownAlternativeError
from framtid.pathways.outlook import outlook_of
from framtid.pathways.vitals import vitals
from framtid.places import Level, places
from framtid.projection import ALTERNATIVES, projection
from framtid.projection.cohort import project
from framtid.projection.control import control
from framtid.projection.history import history
from framtid.projection.mortality import expectancy
from framtid.projection.rates import aged, fit, survival


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_every_age_group_and_year_equals_ssb(alternative: str) -> None:
    target = control(alternative)
    ours = projection(alternative).population.sum((1, 2))
    groups = np.add.reduceat(ours, target.starts, axis=1)
    assert np.abs(groups - target.people).max() < 1e-6


@pytest.mark.parametrize("base", [2011, 2018, 2026])
def test_the_fast_run_is_the_plain_one(base: int) -> None:
    known, target = history().until(base), control("MMMM", base)
    start, rates = known.population[-1], fit(known)
    plain = plain_projection.project(start, base, rates, target)
    assert np.abs(project(start, base, rates, target) - plain).max() < 1e-8


@pytest.mark.parametrize("alternative", ALTERNATIVES)
def test_no_one_is_negative_or_missing(alternative: str) -> None:
    population = projection(alternative).population
    assert population.shape == (25, 357, 2, 106)
    assert np.isfinite(population).all()
    assert population.min() >= 0


@pytest.mark.parametrize("level", [Level.REGION, Level.COUNTY, Level.MUNICIPALITY])
def test_levels_add_up_to_the_nation(level: Level) -> None:
    for alternative in ALTERNATIVES:
        found = projection(alternative)
        total = sum(found.of(place) for place in places().at(level))
        assert np.abs(total - found.of(places().nation)).max() < 1e-6


def test_the_first_year_is_what_was_counted() -> None:
    assert (projection().population[0] == history().population[-1]).all()


@settings(max_examples=30)
@given(st.integers(0, 104), st.floats(1, 1e5))
def test_a_cohort_without_deaths_only_grows_older(age: int, people: float) -> None:
    population = np.zeros((2, 106))
    population[:, age] = people
    alive = survival(np.zeros((2, 106)))
    assert aged(population, alive)[:, age + 1].sum() == pytest.approx(2 * people)


def test_a_fit_knows_nothing_of_later_years() -> None:
    early = history().until(2016)
    assert early.years[-1] == 2016
    changed = history()
    later = changed.population.copy()
    later[changed.years > 2016] *= 3
    tampered = replace(changed, population=later).until(2016)
    assert (fit(early).net == fit(tampered).net).all()
    assert (fit(early).births == fit(tampered).births).all()


def test_a_place_that_was_never_observed_gets_its_priors_rates() -> None:
    """At base 2011 seven municipalities have no usable year; their rates were once nan."""
    early = history().until(2011)
    assert not early.usable.any(0).all()
    assert np.isfinite(fit(early).net).all()


def test_life_expectancy_is_the_published_one() -> None:
    men, women = vitals().life_expectancy[2024]
    assert (round(men, 2), round(women, 2)) == (81.59, 84.80)
    assert expectancy(np.append(np.zeros(80), np.ones(26))) == pytest.approx(80.5)


def test_the_nations_hands_per_old_person_are_as_ssb_has_them() -> None:
    outlook = outlook_of("0")
    assert [round(outlook.carers(year), 2) for year in (2026, 2040, 2050)] == [
        3.57,
        2.74,
        2.44,
    ]
    assert carers(outlook.population).shape == outlook.years.shape


def test_care_need_grows_as_published_at_constant_use() -> None:
    outlook = outlook_of("0")
    assert outlook.care_need(2040) / outlook.care_need(2026) == pytest.approx(225 / 166, abs=0.01)


def test_an_unknown_alternative_is_told() -> None:
    with pytest.raises(UnknownAlternativeError, match="MMMM"):
        outlook_of("0", "XXXX")


def test_the_command_line_prints_what_the_library_holds() -> None:
    run = CliRunner().invoke(app, ["project", "3201", "--by", "age", "--format", "csv"])
    rows = list(csv.DictReader(io.StringIO(run.output)))
    assert list(rows[0]) == ["year", "sex", "age", "population"]
    assert len(rows) == 25 * 2 * 106
    last = sum(float(row["population"]) for row in rows if row["year"] == "2040")
    assert last == pytest.approx(outlook_of("3201").people(2040), abs=0.2)


@pytest.mark.parametrize("form", ["csv", "json", "json-stat", "table"])
def test_every_format_can_be_written(form: str) -> None:
    run = CliRunner().invoke(app, ["project", "1151", "--format", form])
    assert run.exit_code == 0
    assert "2050" in run.output


def test_json_stat_can_be_read_back() -> None:
    run = CliRunner().invoke(app, ["project", "1151", "--format", "json-stat"])
    frame = pyjstat.Dataset.read(run.output).write("dataframe")
    total = frame[frame["year"] == "2040"]["value"].sum()
    assert total == pytest.approx(outlook_of("1151").people(2040), abs=0.05)


def test_the_comparison_with_ssb_lists_every_municipality() -> None:
    run = CliRunner().invoke(app, ["compare", "--format", "csv"])
    rows = [line for line in run.stdout.splitlines() if line[:4].isdigit()]
    assert len(rows) == 357
