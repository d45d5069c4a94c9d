"""Places follow Klass: municipalities that merge and part, and labour-market regions."""

import numpy as np
import pytest

from framtid.consequences.similar import similar
from framtid.consequences.surroundings import groups
from framtid.language import language_of
from framtid.pathways.similar_told import described
from framtid.places import places, search
from framtid.statistics.snapshot import pinned
from framtid.statistics.ssb.recipes import read_recipes
from framtid.statistics.ssb.report import Fate
from tests.ssb import faults
from tests.ssb.runs import Run, fate, leads, run, small, told, why
from tests.ssb.server import Classification, Municipality
from tests.ssb.small import CODES

__all__ = ["run", "small"]


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
    assert "1151 is now 1149 Karmøy" in told(report, "municipalities")
    assert fate(report, "municipalities") is Fate.CHANGED
    assert not report.refused, list(report.lines())
    now = run.in_force
    codes = now.table("municipalities")["code"].to_pylist()
    assert codes == [code for code in CODES if code != "1151"]
    assert leads(run, "1151") == [("Utsira", "1149")]
    with pinned(now):
        assert [place.code for place in places().today("1151")] == ["1149"]
    assert set(now.table("regions")["code"].to_pylist()) == set(
        now.table("municipalities")["region"].to_pylist()
    )
    assert set(now.table("shapes")["municipality"].to_pylist()) == set(codes)
    people = now.table("population_municipality")
    assert people.num_rows == 6 * 2 * 106
    assert np.sum(people["y2026"]) == np.sum(before.table("population_municipality")["y2026"])
    assert "1151" not in now.table("free_income")["place"].to_pylist()
    now.verify()


def split(run: Run, code: str, *parts: str) -> None:
    """Let a municipality have become several, in the same region."""
    (whole,) = (one for one in run.ssb.municipalities if one.code == code)
    run.ssb.municipalities.remove(whole)
    names = ("Øvre Karasjok", "Nedre Karasjok")
    run.ssb.municipalities += [
        Municipality(part, name, whole.region) for part, name in zip(parts, names, strict=True)
    ]


def test_a_municipality_that_was_divided_is_kept_as_one(run: Run) -> None:
    split(run, "5610", "5698", "5699")
    run.ssb.changes = [{"oldCode": "5610", "newCode": code} for code in ("5698", "5699")]
    table = run.table("09588")
    (codelist,) = run.table("07459").dimensions[0].codelists[1:]
    table.dimensions[0].codelists = (codelist,)
    at = list(table.dimensions[0].labels).index("5610")
    table.dimensions[0].labels |= {"5698": "Øvre", "5699": "Nedre"}
    del codelist.labels["K-5610"]
    codelist.labels |= {"K-5698": "Øvre", "K-5699": "Nedre"}
    codelist.members |= {"K-5698": ("5698",), "K-5699": ("5699",)}
    half = table.values[at : at + 1] / 2
    everybody = table.values[at].sum()
    table.values = np.concatenate([table.values, half, half])
    report = run.refresh("moves")
    assert not report.refused, why(report, "moves")
    note = "5610 was divided into 5698, 5699, and is kept as one"
    assert note in told(report, "municipalities")
    rows = [row for row in run.in_force.table("moves").to_pylist() if row["municipality"] == "5610"]
    summed = sum(
        row[name] or 0 for row in rows for name in row if name not in ("municipality", "year")
    )
    assert summed == pytest.approx(everybody, abs=90)
    for code, name in (("5698", "Øvre Karasjok"), ("5699", "Nedre Karasjok")):
        assert leads(run, code) == [(name, "5610")]
    with pinned(run.in_force):
        assert [place.code for place in places().today("5699")] == ["5610"]
        assert search("Nedre Karasjok")[0].code == "5610"
    again = run.refresh("moves")
    assert again.after == report.after, "it is told again, and changes nothing"
    assert note in told(again, "municipalities")


def test_without_klass_the_municipalities_are_taken_to_be_the_same(run: Run) -> None:
    run.ssb.fail("klass", *[faults.unavailable] * 6)
    report = run.refresh("moves")
    assert "taken to be the same" in why(report, "municipalities")
    assert fate(report, "regions") is Fate.UNASKED, "nobody answers"
    assert run.in_force.has("moves")


def test_a_number_is_followed_through_every_change(run: Run) -> None:
    """Utsira goes to a municipality that then becomes Karmøy's heir; only the end is in Klass."""
    for one in run.ssb.municipalities:
        one.code = "1199" if one.code == "1149" else one.code
    run.ssb.municipalities = [one for one in run.ssb.municipalities if one.code != "1151"]
    run.ssb.changes = [
        {"oldCode": "4601", "newCode": "4601", "changeOccurred": "2025-01-01"},
        {"oldCode": "", "newCode": "5555", "changeOccurred": "2025-01-01"},
        {"oldCode": "1151", "newCode": "1149", "changeOccurred": "2026-01-01"},
        {"oldCode": "1149", "newCode": "1199", "changeOccurred": "2026-07-01"},
    ]
    report = run.refresh("life_table")
    assert "1151 is now 1199" in told(report, "municipalities")
    assert leads(run, "1151") == [("Utsira", "1199")]
    assert leads(run, "1149") == [("Karmøy", "1199")]


def test_a_merger_and_a_split_at_once_are_told_and_stay_told(run: Run) -> None:
    merged(run)
    split(run, "5610", "5698", "5699")
    run.ssb.changes += [{"oldCode": "5610", "newCode": code} for code in ("5698", "5699")]
    report = run.refresh("life_table")
    for note in ("1151 is now 1149 Karmøy", "5610 was divided into 5698, 5699"):
        assert note in told(report, "municipalities")
    again = run.refresh("life_table")
    assert not again.refused, "the split is still explained after the merger has been followed"
    assert "5610 was divided" in told(again, "municipalities")
    assert again.after == report.after


def test_a_municipality_that_came_to_a_new_county_brings_it_along(run: Run) -> None:
    (one,) = (one for one in run.ssb.municipalities if one.code == "5610")
    one.code = "5710"
    run.ssb.changes = [{"oldCode": "5610", "newCode": "5710"}]
    run.ssb.counties = {one.code[:2]: "x" for one in run.ssb.municipalities}
    run.ssb.counties |= {"57": "Indre Finnmark - Sis-Finnmárku", "99": "Uoppgitt"}
    report = run.refresh("life_table")
    assert "5610 is now 5710" in told(report, "municipalities")
    with pinned(run.in_force):
        county = places().get("57")
        assert (county.short, county.members) == ("Indre Finnmark", ("5710",))
        assert places().get("5710").county == "57"
    assert "56" not in run.in_force.table("counties")["code"].to_pylist()
    del run.ssb.counties["57"]
    one.code = "5810"
    run.ssb.changes.append({"oldCode": "5710", "newCode": "5810"})
    assert "Klass has no county 58" in why(run.refresh("life_table"), "municipalities")


def test_a_municipality_without_a_past_is_told_and_nothing_changes(run: Run) -> None:
    before = run.in_force.table("municipalities")
    run.ssb.municipalities.append(Municipality("5555", "Nyby"))
    report = run.refresh("life_table")
    assert "new municipalities: 5555" in why(report, "municipalities")
    assert run.in_force.table("municipalities").equals(before)


def region_of(run: Run, code: str) -> str:
    with pinned(run.in_force):
        return places().region_of(places().get(code)).code


def test_regions_that_are_the_same_change_nothing(run: Run) -> None:
    before = run.in_force
    report = run.refresh("life_table")
    assert fate(report, "regions") is Fate.SAME
    assert run.in_force.table("regions").equals(before.table("regions"))
    assert run.in_force.source("regions") == before.source("regions")


def test_a_municipality_that_changed_region_is_told(run: Run) -> None:
    haugesund = region_of(run, "1149")
    (utsira,) = (one for one in run.ssb.municipalities if one.code == "1151")
    (karmoy,) = (one for one in run.ssb.municipalities if one.code == "1149")
    utsira.region = karmoy.region
    report = run.refresh("life_table")
    assert fate(report, "regions") is Fate.CHANGED
    assert "1151 Utsira is now in Haugesund" in told(report, "regions")
    assert "5 regions, 6 before" in told(report, "regions")
    assert region_of(run, "1151") == haugesund
    assert run.in_force.source("regions").id == "klass-999"
    run.in_force.verify()


def test_regions_keep_their_codes_whatever_klass_numbers_them(run: Run) -> None:
    before = {one.code: region_of(run, one.code) for one in run.ssb.municipalities}
    (classification,) = run.ssb.classifications
    numbers = {old: f"R{order}" for order, old in enumerate(sorted(classification.codes))}
    classification.codes = {numbers[old]: name for old, name in classification.codes.items()}
    for one in run.ssb.municipalities:
        one.region = numbers[one.region]
    assert fate(run.refresh("life_table"), "regions") is Fate.SAME
    assert {code: region_of(run, code) for code in before} == before


def test_a_region_that_parts_gets_a_code_nobody_had(run: Run) -> None:
    alesund = region_of(run, "1508")
    assert region_of(run, "1580") == alesund
    (haram,) = (one for one in run.ssb.municipalities if one.code == "1580")
    haram.region = "500"
    run.ssb.classifications[0].codes["500"] = "Haram"
    report = run.refresh("life_table")
    assert "1580 Haram is now in Haram" in told(report, "regions")
    assert region_of(run, "1508") == alesund, "most people live there"
    assert region_of(run, "1580") not in {alesund, *(f"ba-{n}" for n in range(100))}


@pytest.mark.parametrize("spoil", ["none", "several"])
def test_a_division_that_does_not_fit_is_kept_out_and_named(run: Run, spoil: str) -> None:
    before = run.in_force.table("regions")
    (oslo,) = (one for one in run.ssb.municipalities if one.code == "0301")
    if spoil == "none":
        oslo.region = ""
    else:
        run.ssb.municipalities.append(Municipality("0301", "Oslo", "050"))
    report = run.refresh("moves")
    assert fate(report, "regions") is Fate.REFUSED
    assert "0301" in why(report, "regions")
    assert run.in_force.table("regions").equals(before)
    assert run.in_force.has("moves"), "the rest is in place"


def test_without_such_a_classification_the_ministrys_regions_stay(run: Run) -> None:
    run.ssb.classifications = [Classification(108, "Standard for økonomiske regioner", {})]
    report = run.refresh("life_table")
    assert not report.refused, "nothing has gone wrong"
    assert "they are those of Kommunal- og distriktsdepartementet" in told(report, "regions")


def test_a_classification_that_was_used_and_is_gone_is_told(run: Run) -> None:
    (utsira,) = (one for one in run.ssb.municipalities if one.code == "1151")
    utsira.region = next(one.region for one in run.ssb.municipalities if one.code == "1149")
    run.refresh("life_table")
    run.ssb.classifications = []
    assert "any more" in why(run.refresh("life_table"), "regions")


def test_two_classifications_of_the_name_ask_for_a_number(run: Run) -> None:
    (first,) = run.ssb.classifications
    run.ssb.classifications.append(
        Classification(998, "Arbeidsmarkedsregioner av før", first.codes)
    )
    assert "put the right number in refresh.yml" in why(run.refresh("life_table"), "regions")
    chosen = read_recipes()
    chosen = chosen.model_copy(
        update={"regions": chosen.regions.model_copy(update={"classification": first.id})}
    )
    assert fate(run.refresh("life_table", recipes=chosen), "regions") is Fate.SAME


def test_a_correspondence_that_is_kept_the_other_way_is_found(run: Run) -> None:
    run.ssb.classifications[0].mirrored = True
    assert fate(run.refresh("life_table"), "regions") is Fate.SAME


def test_a_fault_in_klass_leaves_the_regions(run: Run) -> None:
    run.ssb.fail("regions", *[faults.unavailable] * 6)
    report = run.refresh("moves")
    assert "no answer" in why(report, "regions")
    assert run.in_force.has("moves")


def grouped(run: Run) -> Classification:
    """Let Klass have KOSTRA groups: one for each region."""
    (regions,) = run.ssb.classifications
    made = Classification(112, "Kommunegruppering (KOSTRA)", dict(regions.codes))
    run.ssb.classifications.append(made)
    return made


@pytest.mark.parametrize("mirrored", [False, True])
def test_kostra_groups_come_with_a_refresh_and_count_before_those_at_hand(
    run: Run, mirrored: bool
) -> None:
    with pinned(run.in_force):
        assert groups()["0301"].startswith("EKG"), "those at hand"
    grouped(run).mirrored = mirrored
    report = run.refresh("life_table")
    assert fate(report, "kostra_groups") is Fate.NEW
    assert "6 groups" in told(report, "kostra_groups")
    assert run.in_force.source("kostra_groups").id == "klass-112"
    with pinned(run.in_force):
        now = groups()
        assert set(now) == set(CODES)
        assert now["1508"] == now["1580"] != now["0301"]
        first, *rest = similar(places().get("1508"), "kostra", len(CODES) - 1)
        assert first.place.code == "1580", "the only other in its group"
        assert all(each.distance > first.distance for each in rest)
        method = described("kostra", language_of("nb")).method
        assert "hentet fra SSB" in method
    assert fate(run.refresh("life_table"), "kostra_groups") is Fate.SAME
    (haram,) = (one for one in run.ssb.municipalities if one.code == "1580")
    haram.region = next(one.region for one in run.ssb.municipalities if one.code == "0301")
    again = run.refresh("life_table")
    assert fate(again, "kostra_groups") is Fate.CHANGED
    assert "1580 is now in" in told(again, "kostra_groups")


def test_groups_that_klass_does_not_have_or_has_twice_leave_those_at_hand(run: Run) -> None:
    report = run.refresh("life_table")
    assert fate(report, "kostra_groups") is Fate.SAME
    assert "as before" in told(report, "kostra_groups")
    grouped(run)
    run.ssb.classifications.reverse()
    run.ssb.municipalities.append(Municipality("0301", "Oslo", "050"))
    report = run.refresh("life_table")
    assert "0301" in why(report, "kostra_groups")
    assert not run.in_force.has("kostra_groups")
