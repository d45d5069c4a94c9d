"""Reporting a barrier over HTTP: sent, moderated, shown, withdrawn, and all that is refused."""

import csv
import io
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import delete
from starlette.testclient import TestClient
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.documents import reported
from framtid.meeting.errors import RoomsUnwritableError
from framtid.meeting.reports import LONGEST, every
from framtid.meeting.tables import ReportRow
from framtid.places import places
from framtid.web import room_limits as limits
from framtid.web.live_rooms import rooms
from framtid.web.turns import Shares

ADDRESS = "/meld-hemmer"
WILD = "<script>alert(1)</script>\nLoven krever to til stede."
KEY = re.compile(r'<input type="hidden" name="nokkel" value="([0-9a-f]{32})">')


@pytest.fixture(autouse=True)
def generous(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let the tests, which all ask from one address, ask as often as they like; keep nothing."""
    for name in ("REPORTS", "BALLOTS"):
        monkeypatch.setattr(limits, name, Shares(10**6, 1.0, lambda: 0.0))
    yield
    with rooms().writing() as connection:
        connection.execute(delete(ReportRow))


def key_of(html: str) -> str:
    found = KEY.search(html)
    assert found
    return found[1]


def filled(client: TestClient, **more: str) -> dict[str, str]:
    told = {"tekst": WILD, "regel": "=Loven § 3", "punkt": "regler", "sted": "5610"}
    return {"nokkel": key_of(client.get(ADDRESS).text), **told, **more}


def moderated(*words: str) -> str:
    told = CliRunner().invoke(app, ["barriers", *words])
    assert told.exit_code == 0, told.output
    return told.output


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_from_the_form_to_the_map_and_to_the_sketch(client: TestClient, spoken: str) -> None:
    form = client.get(f"{ADDRESS}?punkt=regler&sted=5610&lang={spoken}").text
    assert '<option value="regler" selected>' in form
    assert '<option value="5610" selected>' not in form, "it may give away who it is"
    offered = re.findall(r'<option value="(\d{4})"', form)
    assert offered[0] == "5610"
    assert len(offered) == len(set(offered)) == len(places().municipalities)
    assert f'<html lang="{spoken}"' in form
    assert "StrictUndefined" not in form
    sent = filled(client)
    carried = "" if spoken == "nb" else f"?lang={spoken}"
    thanks = [client.post(ADDRESS + carried, data=sent) for _ in "12"]
    assert [each.status_code for each in thanks] == [201, 201]
    assert thanks[0].headers["cache-control"] == "no-store"
    assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Loven" in thanks[0].text
    assert key_of(thanks[0].text) == sent["nokkel"]
    (kept,) = every(rooms())
    assert kept.language == spoken

    showing = (ADDRESS, "/sammenheng?punkt=regler", "/forsok?punkt=regler", ADDRESS + ".csv")
    assert not any("Loven krever to" in client.get(each).text for each in showing)
    assert f"{kept.id} waiting" in moderated("list")
    moderated("show", str(kept.id))
    written = "%3Cscript%3Ealert%281%29%3C%2Fscript%3E%0ALoven+krever+to+til+stede."
    ruled = f"regel=%3DLoven+%C2%A7+3&amp;hinder={written}"
    sketch = f"/forsok?sted=5610&amp;punkt=regler&amp;{ruled}"
    assert f'href="{sketch}{carried.replace("?", "&amp;")}"' in thanks[0].text
    for address in showing[:3]:
        html = client.get(address).text
        assert "&lt;script&gt;alert(1)&lt;/script&gt;<br>Loven krever to til stede." in html
        assert "<script>alert" not in html
        assert f'href="{sketch}"' in html
    drafted = client.get(sketch.replace("&amp;", "&")).text
    assert "<p>=Loven § 3</p>" in drafted
    assert "<p>Loven krever to til stede.</p>" in drafted.partition('id="hemmer"')[2]
    assert "Loven krever to" not in client.get("/sammenheng?punkt=tid").text
    (row,) = csv.DictReader(io.StringIO(client.get(showing[3]).text))
    assert row["rule"] == "'=Loven § 3", "a spreadsheet shows it and does not run it"

    moderated("hide", str(kept.id))
    assert not any("Loven krever to" in client.get(each).text for each in showing)


def test_who_has_the_number_deletes(client: TestClient) -> None:
    sent = filled(client)
    thanks = client.post(ADDRESS, data=sent).text
    shown = re.search(r'<code>(.*?)</code> <button type="button" data-copy="beside"', thanks)
    assert shown
    groups = re.findall(r"<span>(.{4})</span>", shown[1])
    assert "".join(groups) == sent["nokkel"]
    wrong = client.post(f"{ADDRESS}/slett", data={"nokkel": "f" * 32})
    assert wrong.status_code == 404
    assert 'role="alert"' in wrong.text
    typed = {"nokkel": f" {' '.join(groups)} "}
    assert client.post(f"{ADDRESS}/slett", data=typed).status_code == 200
    assert every(rooms()) == []


@pytest.mark.parametrize(("chosen", "onward"), [("", "5610"), ("3201", "3201")])
def test_another_report_is_begun_where_one_comes_from(
    client: TestClient, chosen: str, onward: str
) -> None:
    form = client.get(f"{ADDRESS}?sted=5610&lang=en").text
    action = f"{ADDRESS}?sted=5610&amp;lang=en"
    assert f'action="{action}"' in form
    sent = filled(client, sted=chosen)
    too_long = client.post(action.replace("&amp;", "&"), data=sent | {"tekst": "x" * 9999}).text
    assert f'action="{action}"' in too_long, "nor is it lost where something is wrong"
    thanks = client.post(action.replace("&amp;", "&"), data=sent).text
    assert f'href="{ADDRESS}?sted={onward}&amp;lang=en">Report another' in thanks
    assert [one.place for one in every(rooms())] == [chosen], "it is no part of what is kept"
    gone = client.post(f"{ADDRESS}/slett?sted=5610", data={"nokkel": sent["nokkel"]}).text
    assert f'href="{ADDRESS}?sted=5610">Meld en hemmer til' in gone


@pytest.mark.parametrize(
    ("more", "headers", "status"),
    [
        ({"tekst": " "}, {}, 400),
        ({"tekst": "x" * (LONGEST + 1)}, {}, 400),
        ({"nokkel": "short"}, {}, 400),
        ({"nokkel": "é" * 32}, {}, 400),
        ({"tekst": "x" * 30_000}, {}, 400),
        ({}, {"sec-fetch-site": "cross-site"}, 400),
        ({}, {"content-type": "text/plain"}, 400),
    ],
)
def test_what_cannot_be_taken_is_told_in_the_form(
    client: TestClient, more: dict[str, str], headers: dict[str, str], status: int
) -> None:
    answer = client.post(ADDRESS, data=filled(client) | more, headers=headers)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert "<script>alert" not in answer.text
    assert every(rooms()) == []


def test_what_was_written_is_still_there_with_the_same_key(client: TestClient) -> None:
    sent = filled(client, tekst="x" * (LONGEST + 1))
    again = client.post(ADDRESS, data=sent).text
    assert "x" * (LONGEST + 1) in again
    assert key_of(again) == sent["nokkel"]
    assert 'value="=Loven § 3"' in again


def test_a_barrier_and_a_place_that_there_are_none_of_are_passed_over(client: TestClient) -> None:
    assert client.post(ADDRESS, data=filled(client, punkt="hender", sted="46")).status_code == 201
    (kept,) = every(rooms())
    assert (kept.node, kept.place) == ("", "")
    moderated("show", str(kept.id))
    assert "/forsok?sted=0&amp;regel=%3DLoven" in client.get(ADDRESS).text


def test_who_sends_without_end_is_told_to_wait(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REPORTS", Shares(1, 60.0, lambda: 0.0))
    answers = [client.post(ADDRESS, data=filled(client)).status_code for _ in "12"]
    assert answers == [201, 429]
    assert len(every(rooms())) == 1


def test_the_map_stands_where_the_database_does_not(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(*_: object) -> None:
        message = "away"
        raise RoomsUnwritableError(message)

    monkeypatch.setattr(reported, "shown", away)
    for address in ("/sammenheng?punkt=regler", "/forsok?punkt=regler", ADDRESS):
        assert client.get(address).status_code == 200


def test_all_is_exported(client: TestClient, tmp_path: Path) -> None:
    client.post(ADDRESS, data=filled(client))
    client.post(ADDRESS, data=filled(client, tekst="Nummer to"))
    out = tmp_path / "reports.csv"
    moderated("export", "--out", str(out))
    rows = list(csv.DictReader(io.StringIO(out.read_text("utf-8"))))
    assert [row["text"] for row in rows] == [WILD, "Nummer to"]
    assert [row["state"] for row in rows] == ["waiting", "waiting"]
    assert len(list(csv.DictReader(io.StringIO(moderated("export", "--state", "shown"))))) == 0
    assert CliRunner().invoke(app, ["barriers", "show", "999999"]).exit_code == 1
    moderated("sweep")
