"""The økonomiplan of a path: parts that sum, the year it pays, and the same figures everywhere."""

import csv
import io
import re
import zipfile
from xml.etree import ElementTree

import numpy as np
import pytest
from starlette.testclient import TestClient

from framtid.consequences.setting import STATES, Setting
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.economic_plan import CHOSEN, COLUMNS, PARTS, EconomicPlan, economic_plan
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, named, path
from framtid.places import places
from framtid.stories.plan_told import tell_plan
from framtid.views.registry import build_view

NB = language_of("nb")
SPREADSHEET = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
FEW = ("0301", "1151")


def _held(plan: EconomicPlan) -> None:
    """Hold a plan's parts to its sums and its year to its line."""
    table = plan.columns
    assert np.allclose(sum(table[name] for name in PARTS), table["balance"], atol=1e-6)
    assert np.allclose(sum(table[name] for name in CHOSEN), table["choices"], atol=1e-6)
    assert np.allclose(np.diff(table["accumulated"]), table["choices"][1:], atol=1e-6)
    line = np.round(table["accumulated"])
    if plan.repaid:
        step = plan.years.index(plan.repaid)
        assert (line[step:] >= 0).all()
        assert line[step - 1] < 0
    elif plan.costs_first:
        assert line[-1] < 0
    else:
        assert (line >= 0).all()


def test_parts_sum_to_the_balance_in_municipalities_large_and_small() -> None:
    for place in places().municipalities[::90]:
        _held(economic_plan(outlook_of(place.code, "MMMM", path("lys-vei"))))


@pytest.mark.parametrize("code", FEW)
def test_parts_sum_along_every_named_path_and_setting(code: str) -> None:
    for pathway in named().values():
        _held(economic_plan(outlook_of(code, "MMMM", pathway)))
    for state in STATES:
        outlook = outlook_of(code, "MMMM", path("lys-vei"), Setting(state=state))
        plan = economic_plan(outlook)
        _held(plan)
        balance = outlook.consequences.at("balance_per_inhabitant", HORIZON)
        assert plan.at("balance", HORIZON) == pytest.approx(balance)


def test_the_state_decides_its_own_part_alone() -> None:
    told = [
        economic_plan(outlook_of("3209", "MMMM", path("lys-vei"), Setting(state=state)))
        for state in STATES
    ]
    parts = [plan.at("state", HORIZON) for plan in told]
    assert parts[0] < parts[1] < parts[2] == pytest.approx(0)
    assert len({round(plan.at("running", HORIZON)) for plan in told}) == 1


def test_nothing_is_owed_where_nothing_is_chosen() -> None:
    plan = economic_plan(outlook_of("3209", "MMMM", AS_IT_IS))
    assert not any(plan.columns[name].any() for name in ("choices", "accumulated", "starting"))
    assert plan.repaid is None
    assert "Ingen spak er flyttet" in tell_plan(outlook_of("3209"), NB).answer


def _line(*accumulated: float) -> EconomicPlan:
    values = np.array(accumulated)
    return EconomicPlan(tuple(range(2027, 2027 + len(values))), {"accumulated": values})


def test_it_has_paid_when_the_line_stays_above_nothing() -> None:
    assert _line(-5, -9, -2, 3).repaid == 2030
    assert _line(-5, 1, -2, 3).repaid == 2030
    assert _line(-5, -9, -2, -1).repaid is None
    assert _line(1, 2, 3, 4).repaid is None
    assert not _line(1, 2, 3, 4).costs_first
    assert _line(-5, -9, -2, 3).owed == 9


PAID = (("3209", "ikke tjent inn"), ("5044", "tjent inn i 20"))


@pytest.mark.parametrize(("code", "words"), PAID)
def test_page_csv_and_spreadsheet_say_the_same(client: TestClient, code: str, words: str) -> None:
    asked = {"path": "lys-vei", "state": "wholly"}
    rows = list(csv.reader(io.StringIO(client.get(f"/api/v1/plan/{code}.csv", params=asked).text)))
    assert rows[0] == ["year", *COLUMNS]
    page = client.get(f"/vei?sted={code}&vei=lys-vei&state=wholly").text
    part = page.split('id="okonomiplan"')[1].split("</section>")[0]
    assert words in part
    assert "staten dekker alt" in part
    cells = re.findall(r"<(?:td|th scope=\"row\")>([^<]*)<", part)
    plain = [re.sub(r"\s|&nbsp;", "", cell).replace("\u2212", "-") for cell in cells]
    assert plain == [cell for row in rows[1:] for cell in row]
    sheets = _sheets(client.get(f"/api/v1/outlook/{code}.xlsx", params=asked).content)
    assert list(sheets) == ["Resultat", "Økonomiplan", "Spaker og forutsetninger", "Kilde"]
    assert sheets["Økonomiplan"][1:] == rows[1:]
    assert any("staten dekker alt" in str(row) for row in sheets["Spaker og forutsetninger"])
    assert any(words in str(row) for row in sheets["Kilde"])


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_picture_shows_the_plan(spoken: str) -> None:
    plan = economic_plan(outlook_of("5044", "MMMM", path("lys-vei")))
    view = build_view("path_plan", "5044", spoken, path("lys-vei"))
    bars, line = view.figure["data"][:2]
    assert bars["type"] == "bar"
    assert bars["y"] == pytest.approx(plan.columns["choices"], abs=0.01)
    assert line["y"] == pytest.approx(plan.columns["accumulated"], abs=0.01)
    assert str(plan.repaid) in view.title
    assert [row[2] for row in view.table.rows] == [round(v) for v in plan.columns["accumulated"]]
    still = build_view("path_plan", "5044", spoken)
    assert not any(still.figure["data"][0]["y"])
    assert still.title != view.title


def test_the_page_shows_the_picture_where_something_is_chosen(client: TestClient) -> None:
    picture = "Søyler og en kurve over det valgene koster"
    assert picture in client.get("/vei?sted=5044&vei=lys-vei").text
    assert picture not in client.get("/vei?sted=5044").text


def _text(cell: ElementTree.Element) -> list[str]:
    return [value.text or "" for value in cell.iter(f"{SPREADSHEET}v")]


def _sheets(content: bytes) -> dict[str, list[list[str]]]:
    """Return the cells of a workbook as text, by the name of the sheet."""
    book = zipfile.ZipFile(io.BytesIO(content))
    strings = ElementTree.fromstring(book.read("xl/sharedStrings.xml"))  # noqa: S314 - our own file
    shared = ["".join(part.itertext()) for part in strings]
    names = re.findall(r'<sheet name="([^"]*)"', book.read("xl/workbook.xml").decode())
    sheets = {}
    for number, name in enumerate(names, start=1):
        root = ElementTree.fromstring(book.read(f"xl/worksheets/sheet{number}.xml"))  # noqa: S314
        sheets[name] = [
            [
                shared[int(text)] if cell.get("t") == "s" else text
                for cell in row
                for text in _text(cell)
            ]
            for row in root.iter(f"{SPREADSHEET}row")
        ]
    return sheets


@pytest.mark.parametrize("address", ["outlook/3209.xlsx", "plan/3209.csv"])
def test_a_file_of_a_broken_path_is_refused_in_words(client: TestClient, address: str) -> None:
    refused = client.get(f"/api/v1/{address}?path=tull")
    assert refused.status_code in {400, 404}
    assert refused.json()["message"]
    assert client.get(f"/api/v1/{address}?path=lys-vei&state=tull").status_code in {400, 404}
    assert client.get(f"/api/v1/{address}?path=1-heltid2").status_code == 200
