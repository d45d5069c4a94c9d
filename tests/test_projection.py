"""The projection: controlled, conserving, never negative, and the same from every side."""

import csv
import io
from dataclasses import replace

import numpy as np
import pytest
import yaml
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
from framtid.projection.cohort import future_survival, project
from framtid.projection.control import control
from framtid.projection.history import history
from framtid.projection.mortality import expectancy, life_tables, pace
from framtid.projection.parameters import FILE, parameters
from framtid.projection.rates import aged, fit, survival
from framtid.statistics.snapshot import snapshot


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


def test_who_is_105_lives_on_as_people_of_105_do() -> None:
    """A life table ends with an age at which all die: it once stood in for 105 and above."""
    oldest = projection().population[:2, :, :, -2:].sum(1)
    table = snapshot().table("life_table").to_pandas().set_index(["year", "sex", "age"])["q"]
    expected = 0.0
    for sex in (0, 1):
        q = (table[2024, sex, 104] + table[2024, sex, 105]) / 2
        expected += oldest[0, sex].sum() * (1 - q * (1 - parameters().mortality_decline[sex]) ** 2)
    assert oldest[0, :, 1].sum() == 113
    # What is left between them is the control, which has every age from 90 in one.
    assert oldest[1, :, 1].sum() == pytest.approx(expected, rel=0.02)
    assert round(oldest[1, :, 1].sum()) == 108


def test_mortality_falls_from_the_year_of_the_last_table() -> None:
    known, q = life_tables(snapshot())
    assert known[-1] == 2024
    assert history().years[-2] == 2025
    left = 1 - parameters().mortality_decline[:, None]
    assert np.allclose(history().death[-2], q[-1])
    assert np.allclose(history().death[-1], q[-1] * left)
    first = future_survival(fit(history()), 24, parameters())
    assert np.allclose(first[0], survival(q[-1] * left**2))
    assert np.allclose(first[-1], survival(q[-1] * left**25))


def test_a_base_whose_table_is_at_hand_falls_from_there() -> None:
    known, q = life_tables(snapshot())
    early = history().until(2018)
    assert np.allclose(early.death[-1], q[known.index(2017)])


def test_life_expectancy_reaches_the_one_that_the_fall_is_fitted_to() -> None:
    known, q = life_tables(snapshot())
    aim = yaml.safe_load(FILE.read_text(encoding="utf-8"))["mortality"]["life_expectancy"]
    years = aim["year"] - known[-1]
    for sex, expected in enumerate(aim["years"]):
        fall = parameters().mortality_decline[sex]
        assert round(expectancy(q[-1, sex] * (1 - fall) ** years), 1) == expected
        assert pace(q[-1, sex], years, expected) == pytest.approx(fall, abs=5e-5)


def test_the_command_fits_the_fall_that_is_committed() -> None:
    run = CliRunner().invoke(app, ["choose", "mortality"])
    assert run.stdout.strip().endswith(str(parameters().mortality_decline.tolist()))


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
