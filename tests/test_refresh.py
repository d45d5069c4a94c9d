"""A refresh against the stand-in: what comes in, what is kept out, what stands after a fault."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import pytest

from framtid.statistics.snapshot import Snapshot
from framtid.statistics.ssb.client import Client, Clock
from framtid.statistics.ssb.fetching import Fetcher, Pieces
from framtid.statistics.ssb.recipes import read_recipes
from framtid.statistics.ssb.refresh import Refresh, put_in_force
from framtid.statistics.ssb.report import Fate, Report
from framtid.statistics.store import Store
from tests.ssb import faults
from tests.ssb.country import Country
from tests.ssb.server import Municipality, StandIn, serving
from tests.ssb.small import CODES, small_edition
from tests.ssb.tables import Table

TODAY = date(2026, 11, 24)
NEW = ("births_deaths_moves", "care_man_years", "free_income", "median_income", "moves")


@dataclass
class Run:
    """A small SSB, a store with an edition in force, and a clock that only counts."""

    ssb: StandIn
    store: Store
    waited: list[float]

    @property
    def in_force(self) -> Snapshot:
        """The edition the store points at."""
        return self.store.snapshot(self.store.current() or "")

    def refresh(self, *only: str, put: bool = True, patience: float = 20) -> Report:
        """Refresh and put in force what came; nobody waits."""
        clock = Clock(now=lambda: sum(self.waited), sleep=self.waited.append)
        client = Client(self.ssb.api, self.ssb.klass, clock=clock, patience=patience)
        fetcher = Fetcher(client, Pieces(self.store.folder / "answers"))
        made, report = Refresh(read_recipes(), fetcher, self.store, self.in_force, TODAY).run(only)
        if put:
            put_in_force(self.store, made)
        client.close()
        return report

    def table(self, name: str) -> Table:
        """Return one of SSB's tables, to change it."""
        return self.ssb.tables[name]

    def newer(self, *names: str) -> None:
        """Let SSB have published tables anew."""
        for name in names:
            self.ssb.tables[name].updated = "2027-02-23T07:00:00Z"


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Snapshot:
    return small_edition(tmp_path_factory.mktemp("small"))


@pytest.fixture
def run(small: Snapshot, tmp_path: Path) -> Iterator[Run]:
    store = Store(tmp_path / "editions")
    store.adopt(small)
    store.use(small.edition)
    with serving(Country(small).stand_in()) as ssb:
        yield Run(ssb, store, [])


def fate(report: Report, name: str) -> Fate:
    return next(one.fate for one in report.outcomes if one.name == name)


def why(report: Report, name: str) -> str:
    return " ".join(next(one.problems for one in report.outcomes if one.name == name))


def told(report: Report, name: str) -> str:
    one = next(one for one in report.outcomes if one.name == name)
    return "\n".join((*one.totals, *one.places, *one.notes))


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
    assert "1,484 are new" in told(report, "population_municipality")
    assert run.in_force.catalogue.updated == "2027-01-01"
    assert run.in_force.table("population_municipality").column_names[-1] == "y2027"


def test_estimates_stay_where_ssb_has_no_figure(run: Run) -> None:
    before = run.in_force.table("population_municipality")
    report = run.refresh("population_municipality")
    assert "figures missing: not available" in told(report, "population_municipality")
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


def test_a_slow_answer_is_given_up_and_asked_for_again(run: Run) -> None:
    run.refresh("free_income")
    before = run.in_force.edition
    run.ssb.latch.clear()
    report = run.refresh("moves", patience=0.05)
    assert "ReadTimeout" in why(report, "moves") or "timed out" in why(report, "moves")
    assert run.in_force.edition == before
    run.ssb.latch.set()
    assert not run.refresh("moves").refused


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
    assert "code list agg_KommSummer is gone" in why(run.refresh("moves"), "moves")


def test_a_code_list_that_only_chooses_can_be_done_without(run: Run) -> None:
    run.table("13556").dimension("HovArbStyrkStatus").codelists = ()
    report = run.refresh("youth_outside")
    assert "its own codes are used" in told(report, "youth_outside")
    assert run.in_force.has("youth_outside")


def test_confidential_figures_are_gaps_with_a_reason(run: Run) -> None:
    report = run.refresh("free_income")
    assert "1 figures missing: confidential" in told(report, "free_income")
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


def merged(run: Run) -> None:
    """Let Utsira have become a part of Karmøy."""
    run.ssb.municipalities = [one for one in run.ssb.municipalities if one.code != "1151"]
    run.ssb.changes = [
        {
            "oldCode": "1151",
            "oldName": "Utsira",
            "newCode": "1149",
            "newName": "Karmøy",
            "changeOccurred": "2026-07-01",
        }
    ]
    for table in run.ssb.tables.values():
        for dimension in table.dimensions:
            for codelist in dimension.codelists:
                gone = [c for c in codelist.labels if c.endswith("1151") and len(c) > 3]
                for code in gone:
                    del codelist.labels[code]
                for code in codelist.labels:
                    if code.endswith("1149"):
                        codelist.members[code] = ("1149", "1151")


def test_a_municipality_that_merged_is_one_with_the_other_everywhere(run: Run) -> None:
    merged(run)
    for name in ("12134", "12292", "06944"):
        region = run.table(name).dimensions[0]
        at = list(region.labels).index("1151")
        del region.labels["1151"]
        run.table(name).values = np.delete(run.table(name).values, at, 0)
    before = run.in_force
    report = run.refresh()
    assert "1151 is now 1149 Karmøy" in report.notes
    assert not report.refused, list(report.lines())
    now = run.in_force
    codes = now.table("municipalities")["code"].to_pylist()
    assert codes == [code for code in CODES if code != "1151"]
    gone = [row for row in now.table("former_municipalities").to_pylist() if row["code"] == "1151"]
    assert [(row["name"], row["municipality"]) for row in gone] == [("Utsira", "1149")]
    assert set(now.table("regions")["code"].to_pylist()) == set(
        now.table("municipalities")["region"].to_pylist()
    )
    assert set(now.table("shapes")["municipality"].to_pylist()) == set(codes)
    people = now.table("population_municipality")
    assert people.num_rows == 6 * 2 * 106
    assert np.sum(people["y2026"]) == np.sum(before.table("population_municipality")["y2026"])
    assert "1151" not in now.table("free_income")["place"].to_pylist()
    now.verify()


def test_a_municipality_that_was_divided_is_kept_as_one(run: Run) -> None:
    parts = [Municipality("5698", "Øvre Karasjok"), Municipality("5699", "Nedre Karasjok")]
    run.ssb.municipalities = [one for one in run.ssb.municipalities if one.code != "5610"] + parts
    run.ssb.changes = [{"oldCode": "5610", "newCode": part.code} for part in parts]
    table = run.table("09588")
    (codelist,) = run.table("07459").dimensions[0].codelists[1:]
    table.dimensions[0].codelists = (codelist,)
    at = list(table.dimensions[0].labels).index("5610")
    table.dimensions[0].labels |= {"5698": "Øvre", "5699": "Nedre"}
    del codelist.labels["K-5610"]
    codelist.labels |= {"K-5698": "Øvre", "K-5699": "Nedre"}
    codelist.members |= {"K-5698": ("5698",), "K-5699": ("5699",)}
    half = table.values[at : at + 1] / 2
    whole = table.values[at].sum()
    table.values = np.concatenate([table.values, half, half])
    report = run.refresh("moves")
    assert not report.refused, why(report, "moves")
    assert "5610 was divided into 5698, 5699, and is kept as one" in report.notes
    rows = [row for row in run.in_force.table("moves").to_pylist() if row["municipality"] == "5610"]
    assert sum(row["arrivals"] + row["departures"] for row in rows) == pytest.approx(whole, abs=45)


def test_without_klass_the_municipalities_are_taken_to_be_the_same(run: Run) -> None:
    run.ssb.fail("klass", *[faults.unavailable] * 6)
    report = run.refresh("moves")
    assert "taken to be the same" in report.notes[0]
    assert run.in_force.has("moves")


def test_nothing_is_in_force_before_it_is_put_there(run: Run) -> None:
    before = run.in_force.edition
    report = run.refresh("moves", put=False)
    assert report.after != before == run.in_force.edition
