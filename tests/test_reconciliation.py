"""Ours beside official figures: every reason has its words, and what should be the same is."""

import csv
import io

import pytest
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.consequences.reconciliation import Compared, reconciliation, subjects
from framtid.language import language_of
from framtid.places import places
from tests.script_pages import html, opened

SAME = {
    "institution_use": 0.0005,
    "home_use": 0.0005,
    "kindergarten_1_2": 0.0005,
    "kindergarten_3_5": 0.0005,
    "care_man_years": 0.002,
    "need_school": 0.001,
    "need_kindergarten": 0.001,
    "need_total": 0.002,
}
"""The largest share that ours may differ by where nothing but rounding or a level is between."""


def _of(name: str) -> list[Compared]:
    return [each for each in reconciliation() if each.subject.id == name]


@pytest.mark.parametrize("name", SAME)
def test_what_should_agree_does_everywhere(name: str) -> None:
    worst = max(_of(name), key=lambda each: abs(each.share))
    assert abs(worst.share) < SAME[name], f"{worst.place.name}: {worst.share:.4%}"


def test_free_income_differs_only_where_oslos_county_is_in_it() -> None:
    apart = {each.place.code for each in _of("free_income") if each.reason != "same"}
    assert apart == {"0", "0301"}


def test_every_subject_is_compared_and_every_reason_has_words() -> None:
    compared = reconciliation()
    assert {each.subject.id for each in compared} == set(subjects())
    for code in ("nb", "nn", "en"):
        language = language_of(code)
        for reason in {each.reason for each in compared}:
            assert language.say(f"reconciliation.reasons.{reason}").endswith(".")
        for name in subjects():
            assert language.say(f"reconciliation.names.{name}")


def test_every_municipality_has_its_need_and_ssbs_projection() -> None:
    expected = {place.code for place in places().municipalities}
    need = {each.place.code for each in (*_of("need_all"), *_of("need_total"))}
    assert need == expected
    assert {each.place.code for each in _of("people_municipality")} == expected


def test_the_command_writes_the_same_figures_as_csv() -> None:
    written = CliRunner().invoke(app, ["reconcile", "--place", "0301", "--csv", "--lang", "nb"])
    assert written.exit_code == 0, written.output
    rows = list(csv.DictReader(io.StringIO(written.stdout)))
    oslo = [each for each in reconciliation() if each.place.code == "0301"]
    assert len(rows) == len(oslo)
    income = next(row for row in rows if row["indicator"] == "Frie inntekter per innbygger")
    assert (float(income["official"]), income["reason"]) == (88853.0, "county")
    summary = CliRunner().invoke(app, ["reconcile"])
    assert "Free income per inhabitant" in summary.stdout


def test_the_page_has_the_nation_and_a_reason_for_every_difference() -> None:
    page = html(opened("om.py"))
    language = language_of("nb")
    assert 'href="/avstemming"' in page
    assert 'href="/regnestykket"' in page
    for each in reconciliation():
        if each.place.code == "0" and each.subject.figure:
            assert language.say("reconciliation.page.figure", v=each.ours) in page
        if each.reason not in {"same", "earlier_edition"}:
            assert language.say(f"reconciliation.reasons.{each.reason}") in page


def test_the_document_has_the_place_and_all_places_of_a_figure(client: TestClient) -> None:
    page = client.get("/avstemming?sted=5610&tall=people_municipality~2040").text
    own = [each for each in reconciliation() if each.place.code == "5610"]
    language = language_of("nb")
    for each in own:
        assert language.say(f"reconciliation.names.{each.subject.id}") in page
        if each.reason != "same":
            assert language.say(f"reconciliation.reasons.{each.reason}") in page
    assert '<option value="people_municipality~2040" selected>' in page
    assert page.count("&amp;tall=people_municipality~2040") >= len(places().municipalities)
    assert client.get("/avstemming?tall=%3Cb%3E").text.count(" selected>") == 1


def test_a_region_without_official_figures_says_so(client: TestClient) -> None:
    region = places().region_of(places().get("5610")).code
    assert "har ikke tall for" in client.get(f"/avstemming?sted={region}").text


def test_the_file_is_all_of_it_or_one_place_or_one_figure(client: TestClient) -> None:
    def rows(query: str) -> list[dict[str, str]]:
        answer = client.get(f"/api/v1/reconciliation.csv{query}")
        assert answer.status_code == 200
        return list(csv.DictReader(io.StringIO(answer.text)))

    assert len(rows("")) == len(reconciliation())
    assert {row["place"] for row in rows("?sted=5610")} == {"5610"}
    need = rows("?indicator=need_care&year=2026")
    assert len(need) == len(_of("need_care"))
    assert {row["year"] for row in need} == {"2026"}
    assert client.get("/api/v1/reconciliation.csv?indicator=x").status_code == 400
    assert client.get("/api/v1/reconciliation.csv?year=x").status_code == 400
    assert client.get("/api/v1/reconciliation.csv?sted=9999").status_code == 404
