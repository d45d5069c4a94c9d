"""Tallene: every table with its source, filtered by place, drawn, and taken along as a file."""

import csv
import io
import json
import re
import zipfile

import pytest
from pyjstat import pyjstat
from starlette.testclient import TestClient
from streamlit.testing.v1 import AppTest

from framtid.commands.fonts import DIGITS
from framtid.language import language_of
from framtid.places import places
from framtid.site.pages.figures import covers
from framtid.statistics.snapshot import snapshot
from framtid.statistics.ssb.recipes import read_recipes
from framtid.tables.chart import chart
from framtid.tables.rows import curve, rows
from tests.script_pages import html, opened

TABLES = list(snapshot().catalogue.entries)


def page(**query: str) -> AppTest:
    return opened("tallene.py", **query)


def test_every_table_is_listed_with_source_years_and_coverage() -> None:
    written = html(page())
    for entry in snapshot().catalogue.entries.values():
        assert f"tabell={entry.name}" in written
        assert entry.years in written
        assert entry.source.licence in written
    assert snapshot().edition in written
    assert "357 av 357 kommuner" in written


@pytest.mark.parametrize("name", TABLES)
def test_every_table_has_a_page_for_a_place(name: str) -> None:
    written = html(page(tabell=name, sted="5610"))
    assert language_of("nb").say(f"tables.{name}.title") in written
    assert f"/tables/{name}.csv" in written


def test_tables_and_columns_have_names_also_those_that_come_with_a_refresh() -> None:
    language = language_of("nb")
    for name, recipe in read_recipes().tables.items():
        assert language.has(f"tables.{name}.title")
        assert all(language.has(f"explore.columns.{column}") for column in recipe.keep)
    for entry in snapshot().catalogue.entries.values():
        plain = [c for c in entry.columns if not (c[0] in "yq" and c[1:].isdigit())]
        assert all(language.has(f"explore.columns.{column}") for column in plain), entry.name


def test_an_unknown_table_in_the_address_shows_the_first() -> None:
    assert "Folketall i kommunene" in html(page(tabell="<b>nei"))


def test_choosing_goes_into_the_address() -> None:
    app = page(tabell="population_municipality", sted="5610")
    app.selectbox(key="tabell").select("need_index").run()
    assert not app.exception
    assert "Utgiftsbehov" in html(app)


def test_a_place_gives_its_own_rows_or_those_of_its_municipalities() -> None:
    region, county = places().get("ba-5"), places().get("46")
    assert rows("population_municipality", places().get("5610")).num_rows == 212
    assert rows("population_municipality", region).num_rows == 212 * len(region.members)
    assert set(rows("projection_county", county)["county"].to_pylist()) == {"46"}
    assert rows("life_table", county).num_rows == snapshot().table("life_table").num_rows


def test_a_curve_adds_persons_up() -> None:
    found = curve("population_municipality", None)
    assert found is not None
    assert (found.years[-1], found.values[-1]) == (2026, 5_627_400)
    newest = curve("projection_nation", None)
    assert newest is not None
    assert newest.values[newest.years.index(2040)] == 6_020_359
    assert curve("shapes", None) is None
    assert curve("bands", None) is None
    drawn = chart("population_municipality", places().get("5610"), language_of("nb"))
    assert drawn is not None
    assert "Karasjok" in drawn.alt


def test_coverage_is_told() -> None:
    entries = snapshot().catalogue.entries
    assert covers(entries["life_table"], language_of("nb")) == "hele landet"
    assert covers(entries["projection_county"], language_of("nb")) == "15 steder"


def test_municipalities_cover_the_country_and_counties_are_fifteen() -> None:
    assert "357 av 357 kommuner" in html(page(tabell="municipalities"))
    assert "15 steder" in html(page(tabell="counties", sted="5610"))


def test_csv_holds_every_row_of_a_place(client: TestClient) -> None:
    answer = client.get("/api/v1/tables/population_municipality.csv?sted=5610")
    told = list(csv.DictReader(io.StringIO(answer.text)))
    assert len(told) == 212
    assert sum(int(row["y2026"]) for row in told) == 2524
    norwegian = client.get("/api/v1/tables/life_table.csv?form=no").text
    assert norwegian.startswith("\ufeffKjønn;Alder;År;Sannsynlighet\nMenn;0;2000;")


def test_json_stat_is_read_back_with_pyjstat(client: TestClient) -> None:
    text = client.get("/api/v1/tables/population_municipality.json?sted=5610").text
    frame = pyjstat.Dataset.read(text).write("dataframe")
    assert frame[frame["År"] == "2026"]["value"].sum() == 2524
    assert set(frame["Kommune"]) == {"Karasjok"} or "Karasjok" in frame["Kommune"].iloc[0]
    assert set(frame["Kjønn"]) == {"Menn", "Kvinner"}
    told = json.loads(text)
    assert told["role"] == {"time": ["year"], "geo": ["municipality"]}
    assert told["source"].startswith("Statistisk sentralbyrå")
    assert told["updated"].startswith("2026-01-01")
    assert told["extension"]["licence"] == "CC BY 4.0"


def test_json_stat_leaves_room_for_what_is_missing(client: TestClient) -> None:
    told = json.loads(client.get("/api/v1/tables/need_index.json").text)
    size = 1
    for count in told["size"]:
        size *= count
    assert len(told["value"]) == size
    assert None in told["value"]


def test_a_spreadsheet_has_the_rows_and_where_they_are_from(client: TestClient) -> None:
    answer = client.get("/api/v1/tables/need_index.xlsx")
    assert answer.headers["content-disposition"] == 'attachment; filename="framtid-need_index.xlsx"'
    book = zipfile.ZipFile(io.BytesIO(answer.content))
    assert book.read("xl/worksheets/sheet1.xml").count(b"<row") == 358
    assert b"NLOD 2.0" in book.read("xl/sharedStrings.xml")
    again = client.get("/api/v1/tables/need_index.xlsx", headers={"if-none-match": "x"})
    assert again.content == answer.content


def test_what_does_not_fit_or_is_not_there_is_told(client: TestClient) -> None:
    assert client.get("/api/v1/tables/nothing.csv").status_code == 404
    assert client.get("/api/v1/tables/need_index.csv?sted=x").status_code == 404
    large = client.get("/api/v1/tables/population_municipality.xlsx")
    assert large.status_code == 404
    assert "Velg ett sted" in large.json()["message"]
    assert client.get("/api/v1/tables/shapes.json").status_code == 404
    assert client.get("/api/v1/tables/shapes.svg").status_code == 404


def test_the_list_of_tables_is_open(client: TestClient) -> None:
    told = client.get("/api/v1/tables.json").json()
    assert [table["name"] for table in told["tables"]] == TABLES
    assert told["edition"] == snapshot().edition


def test_the_curve_is_a_picture_with_its_text(client: TestClient) -> None:
    answer = client.get("/api/v1/tables/population_municipality.svg?sted=5610&size=narrow")
    assert answer.headers["content-type"].startswith("image/svg+xml")
    assert 'role="img"' in answer.text
    assert 'viewBox="0 0 343 260"' in answer.text
    # Shown by its address it gets no font of the page's.
    assert answer.text.count("data:font/woff2") == 1
    assert len(answer.content) < 20_000
    written = "".join(re.findall(r">([^<]*)</text>", answer.text))
    assert written
    assert set(written) <= set(DIGITS)


def test_every_page_says_how_old_the_figures_are(client: TestClient) -> None:
    assert "Folketall per 1. januar 2026" in html(page())
    assert "Folketall per 1. januar 2026" in html(opened())
    for path in ("/sok?q=her", "/kommune/9999", "/spak/tull", "/spaker", "/vei?sted=5610"):
        assert "Folketall per 1. januar 2026" in client.get(path).text, path
