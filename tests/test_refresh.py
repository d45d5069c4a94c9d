"""A refresh against the stand-in: what comes in, what is kept out, what stands after a fault."""

import errno
import os
import shutil
from collections.abc import Callable
from dataclasses import replace

import numpy as np
import pytest

from framtid.errors import UnwritableError
from framtid.statistics.ssb.report import Fate
from tests.ssb import faults
from tests.ssb.runs import Run, fate, run, small, told, why
from tests.ssb.small import CODES
from tests.ssb.tables import Dimension

__all__ = ["run", "small"]
NEW = ("births_deaths_moves", "care_man_years", "free_income", "median_income", "moves")


def test_everything_comes_in_and_the_old_edition_is_kept(run: Run) -> None:
    before = run.in_force
    report = run.refresh()
    assert not report.refused
    assert all(run.in_force.has(name) for name in (*NEW, "youth_outside", "projection_age"))
    assert fate(report, "population_municipality") is Fate.SAME
    assert fate(report, "moves") is Fate.NEW
    assert run.in_force.edition == report.after != before.edition
    run.in_force.verify()
    assert run.store.snapshot(before.edition).catalogue == before.catalogue


def test_the_second_time_only_what_changed_is_asked_for(run: Run) -> None:
    run.refresh()
    run.ssb.asked.clear()
    run.newer("12134")
    report = run.refresh()
    assert fate(report, "free_income") is Fate.SAME
    assert fate(report, "moves") is Fate.CURRENT
    assert run.ssb.times("/data") == 1


def test_a_new_year_is_told_with_totals_and_places(run: Run) -> None:
    run.refresh()
    table = run.table("07459")
    table.values = np.concatenate([table.values, table.values[..., -1:] * 1.01], -1).round()
    table.dimension("Tid").labels["2027"] = "2027"
    table.values[0, ..., -1] = table.values[1:, ..., -1].sum(0)
    run.newer("07459")
    report = run.refresh("population_municipality", "population_nation")
    assert fate(report, "population_municipality") is Fate.CHANGED
    assert "total 2027" in told(report, "population_municipality")
    assert "1,484 figures are new" in told(report, "population_municipality")
    assert run.in_force.catalogue.updated == "2027-01-01"
    assert run.in_force.table("population_municipality").column_names[-1] == "y2027"


def test_estimates_stay_where_ssb_has_no_figure(run: Run) -> None:
    before = run.in_force.table("population_municipality")
    report = run.refresh("population_municipality")
    assert "figures missing, not available" in told(report, "population_municipality")
    assert run.in_force.table("population_municipality").equals(before)


PASSING: dict[str, Callable[..., object]] = {
    "too many calls": faults.too_many,
    "unavailable": faults.unavailable,
    "a page instead of figures": faults.maintenance,
    "the wrong type": faults.wrong_type,
    "cut off midway": faults.cut_off,
    "half an answer": faults.truncated,
}


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_what_passes_is_asked_again_with_growing_pauses(run: Run, fault: faults.Fault) -> None:
    run.ssb.fail("data", fault, fault)
    report = run.refresh("moves")
    assert not report.refused
    assert run.waited == ([7.0, 7.0] if fault is faults.too_many else [2.0, 4.0])


@pytest.mark.parametrize("fault", PASSING.values(), ids=PASSING)
def test_what_does_not_pass_leaves_the_old_edition(run: Run, fault: faults.Fault) -> None:
    before = run.in_force.edition
    run.ssb.fail("data", *[fault] * 6)
    report = run.refresh("moves", "free_income")
    assert "no answer" in why(report, "moves")
    assert fate(report, "free_income") is Fate.UNASKED
    assert run.in_force.edition == before
    run.in_force.verify()


def test_an_answer_that_leads_to_another_host_is_not_followed(run: Run) -> None:
    run.ssb.fail("data", faults.elsewhere)
    report = run.refresh("moves", "free_income")
    assert "leads on to evil.example" in why(report, "moves")
    assert fate(report, "free_income") is Fate.NEW


def test_a_slow_answer_is_given_up_and_asked_for_again(run: Run) -> None:
    run.refresh("free_income")
    before = run.in_force.edition
    run.ssb.latch.clear()
    report = run.refresh("moves", patience=0.05)
    assert "ReadTimeout" in why(report, "moves") or "timed out" in why(report, "moves")
    assert run.in_force.edition == before
    run.ssb.latch.set()
    assert not run.refresh("moves").refused


def forget(run: Run) -> None:
    """Let go of everything that is kept beside the edition in force, to begin from there."""
    used = {entry.file for entry in run.in_force.catalogue.entries.values()}
    for path in (run.store.folder / "tables").iterdir():
        if f"tables/{path.name}" not in used:
            path.unlink()
    shutil.rmtree(run.store.folder / "answers", ignore_errors=True)


def test_a_full_disk_at_any_point_leaves_the_old_edition(
    run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Every write fails in turn, from the first answer that is kept to the pointer itself."""
    before, writes = run.in_force.edition, [0]

    def counted(file: int) -> None:
        writes[0] += 1
        if writes[0] == full[0]:
            raise OSError(errno.ENOSPC, "No space left on device")
        flush(file)

    flush, full = os.fsync, [0]
    monkeypatch.setattr(os, "fsync", counted)
    for at in range(1, 50):
        writes[0], full[0] = 0, at
        try:
            report = run.refresh("moves", "free_income")
        except UnwritableError as error:
            assert "No space left" in str(error)
            left = [path for path in run.store.folder.rglob(".*") if path.name != ".lock"]
            assert not left, "nothing half written"
            # The folder of the pointer is flushed after it is in place: then the new one counts.
            assert run.in_force.edition == before or run.in_force.has("moves")
            run.in_force.verify()
            full[0] = 0
            run.store.use(before)
            forget(run)
        else:
            break
    assert at > 6, "answers, tables, the catalogue and the pointer, each with its folder"
    assert run.in_force.edition == report.after != before


def test_a_break_is_resumed_where_it_was(run: Run) -> None:
    run.ssb.cells = 2000
    good = [lambda _request, answer: answer] * 3
    run.ssb.fail("data", *good, *[faults.unavailable] * 6)
    assert run.refresh("population_municipality").refused
    assert run.ssb.times("/data") == 3 + 6
    run.ssb.asked.clear()
    assert not run.refresh("population_municipality").refused
    assert run.ssb.times("/data") == 24 - 3


def test_calls_keep_to_the_pace_and_the_cell_limit(run: Run) -> None:
    run.ssb.cells, run.ssb.calls, run.ssb.window = 2000, 10, 60
    assert not run.refresh("population_municipality").refused
    assert run.ssb.times("/data") == 24
    assert len(run.waited) == 2
    assert all(0 < wait <= 60 for wait in run.waited)


def test_a_page_for_a_long_address_is_a_plain_no(run: Run) -> None:
    run.ssb.fail("data", faults.not_found_page)
    report = run.refresh("moves", "free_income")
    assert "404: a web page" in why(report, "moves")
    assert fate(report, "free_income") is Fate.NEW


def test_a_vanished_table_is_named_and_the_rest_come_in(run: Run) -> None:
    del run.ssb.tables["12292"]
    report = run.refresh("care_man_years", "free_income")
    assert "no table 12292 any more" in why(report, "care_man_years")
    assert run.in_force.has("free_income")
    assert not run.in_force.has("care_man_years")


def test_a_table_that_is_no_longer_updated_is_told(run: Run) -> None:
    run.table("12134").discontinued = True
    assert "no longer updates 12134" in told(run.refresh("free_income"), "free_income")


def test_a_later_projection_is_found_by_its_title(run: Run) -> None:
    later = run.table("14746")
    del run.ssb.tables["14746"]
    later.id = "15900"
    run.ssb.tables["15900"] = later
    report = run.refresh("projection_nation", "projection_age")
    assert not report.refused
    assert "15900 has replaced 14746" in told(report, "projection_age")
    assert run.in_force.source("projection_age").id == "15900"
    editions = set(run.in_force.table("projection_nation")["edition"].to_pylist())
    assert {2005, 2024, 2026} <= editions


def test_the_edition_of_2028_is_found_among_all_that_ssb_has(run: Run) -> None:
    """Its id is not known yet: what it is called, and what it is divided by, tell it."""
    now = run.table("14746")
    span = [str(year) for year in range(2028, 2051)]
    later = replace(
        now,
        id="15901",
        values=now.values[..., 2:],
        title="Framskrevet folkemengde kommuner, fylker og hele landet (K) 2028 - 2050",
        updated="2028-06-15T06:00:00Z",
    )
    region, *rest = later.dimensions
    years = Dimension("Tid", "år", {year: year for year in span})
    own = [one for one in region.codelists if one.id == "vs_Landet"]
    later.dimensions = (replace(region, codelists=(*own,)), *rest[:-1], years)
    moves = replace(run.table("09588"), id="15902", title="Framskrevet folkemengde og flytting (K)")
    nation = replace(later, id="15903", title="Framskrevet folkemengde, hele landet 2029 - 2100")
    older = replace(now, id="14288", values=now.values[..., :-2])
    older.dimensions = (
        *now.dimensions[:-1],
        Dimension("Tid", "år", {str(y): str(y) for y in range(2024, 2047)}),
    )
    run.ssb.tables |= {one.id: one for one in (later, moves, nation, older)}
    report = run.refresh("projection_nation", "projection_age")
    assert not report.refused, list(report.lines())
    assert "15901 has replaced 14746" in told(report, "projection_nation")
    assert "its own codes are used" in told(report, "projection_age")
    editions = set(run.in_force.table("projection_nation")["edition"].to_pylist())
    assert {2024, 2026, 2028} <= editions


def test_a_search_that_lags_behind_does_not_lead_back(run: Run) -> None:
    now = run.table("14746")
    older = replace(now, id="14288", values=now.values[..., :-2])
    years = Dimension("Tid", "år", {str(year): str(year) for year in range(2024, 2047)})
    older.dimensions = (*now.dimensions[:-1], years)
    run.ssb.tables["14288"] = older
    now.title = "Noe annet"
    report = run.refresh("projection_age")
    assert not report.refused, list(report.lines())
    assert run.in_force.source("projection_age").id == "14746"


def test_nothing_is_made_of_a_year_that_is_not_over(run: Run) -> None:
    run.refresh("changes_nation", "births_deaths_moves")
    years = run.in_force.table("changes_nation")["year"].to_pylist()
    assert max(years) == 2025, "SSB has zeros for the year that has begun"
    rows = run.in_force.table("births_deaths_moves").to_pylist()
    assert ("1580", 2019) not in {(row["municipality"], row["year"]) for row in rows}
    assert ("1580", 2024) in {(row["municipality"], row["year"]) for row in rows}


def test_a_changed_code_is_found_by_its_label(run: Run) -> None:
    contents = run.table("07902").dimension("ContentsCode")
    contents.labels = {"Sannsynlighet": contents.labels["Dodssannsynlighet"]}
    contents.units = {"Sannsynlighet": "promille"}
    run.table("07902").values[0, 0, 0, -1] += 1
    report = run.refresh("life_table")
    assert "figures are another, by at most 0.001" in told(report, "life_table")
    assert "Dodssannsynlighet is now Sannsynlighet" in told(report, "life_table")


def test_a_changed_label_is_told_and_the_code_holds(run: Run) -> None:
    run.table("07459").dimension("Kjonn").labels["2"] = "Kvinner og jenter"
    report = run.refresh("population_municipality")
    assert "Kjonn 2 is now called «Kvinner og jenter»" in told(report, "population_municipality")


def test_codes_that_have_changed_meaning_are_refused(run: Run) -> None:
    run.table("07459").dimension("Kjonn").labels = {"1": "Kvinner", "2": "Menn"}
    report = run.refresh("population_municipality", "population_nation")
    assert "is now «Kvinner»" in why(report, "population_municipality")


def test_a_dimension_by_another_name_is_found_and_an_unknown_one_refused(run: Run) -> None:
    run.table("12134").dimensions[0].id = "Kommune"
    assert not run.refresh("free_income").refused
    run.table("13556").dimensions[1].label = "noe annet"
    run.table("13556").dimensions[1].id = "NoeAnnet"
    assert "no dimension HovArbStyrkStatus" in why(run.refresh("youth_outside"), "youth_outside")


def test_a_changed_unit_is_refused(run: Run) -> None:
    run.table("12134").dimension("ContentsCode").units = {"KOSAG110000": "1000 kr"}
    assert "counted in «1000 kr»" in why(run.refresh("free_income"), "free_income")


def test_a_missing_code_list_is_refused(run: Run) -> None:
    run.table("09588").dimensions[0].codelists = ()
    assert "code list agg_KommGjeldende is gone" in why(run.refresh("moves"), "moves")


def test_the_next_code_list_serves_where_the_first_is_not_offered(run: Run) -> None:
    region = run.table("09588").dimensions[0]
    (summed,) = region.codelists
    summed.id = "agg_KommGjeldende"
    report = run.refresh("moves")
    assert not report.refused
    assert "agg_KommGjeldende is used" in told(report, "moves")


def test_a_code_list_that_only_chooses_can_be_done_without(run: Run) -> None:
    run.table("13556").dimension("HovArbStyrkStatus").codelists = ()
    report = run.refresh("youth_outside")
    assert "its own codes are used" in told(report, "youth_outside")
    assert run.in_force.has("youth_outside")


def test_confidential_figures_are_gaps_with_a_reason(run: Run) -> None:
    report = run.refresh("free_income")
    assert "figures missing, confidential: 1" in told(report, "free_income")
    rows = run.in_force.table("free_income").to_pylist()
    assert ("1151", 2024) not in {(row["place"], row["year"]) for row in rows}
    assert {row["place"] for row in rows} == {"0", *CODES}


@pytest.mark.parametrize(
    ("spoil", "problem"),
    [
        (
            lambda values: values * np.where(np.arange(8) == 1, 1.5, 1)[:, None, None, None, None],
            "",
        ),
        (lambda values: -values, "in_range"),
        (lambda values: values * np.nan, "missing"),
    ],
)
def test_a_table_that_fails_is_kept_out_and_its_companion_with_it(
    run: Run, spoil: Callable[[np.ndarray], np.ndarray], problem: str
) -> None:
    before = run.in_force.table("population_nation")
    run.table("07459").values = spoil(run.table("07459").values)
    report = run.refresh("population_municipality", "population_nation", "moves")
    assert {one.name for one in report.refused} == {
        "population_municipality",
        "population_nation",
    }
    assert problem in why(report, "population_municipality")
    assert run.in_force.table("population_nation").equals(before)
    assert run.in_force.has("moves")


def test_municipalities_must_sum_to_the_nation(run: Run) -> None:
    values = run.table("07459").values
    values[1:] = np.round(values[1:] * 0.99)
    report = run.refresh("population_municipality", "population_nation")
    assert "the municipalities sum to" in why(report, "population_municipality")


def test_nothing_is_in_force_before_it_is_put_there(run: Run) -> None:
    before = run.in_force.edition
    report = run.refresh("moves", put=False)
    assert report.after != before == run.in_force.edition
