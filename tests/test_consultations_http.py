"""The pages of a longer room: whole without a script, and what is written there only shown."""

import io
import re
from collections.abc import Iterator
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from docx import Document
from starlette.testclient import TestClient

from framtid.meeting import remarks
from framtid.meeting.remarks import LONGEST
from framtid.meeting.subjects import subjects
from framtid.web import room_limits as limits
from framtid.web.sent_forms import LARGEST
from framtid.web.turns import Shares

KEY = "0123456789abcdef" * 3
FOUL = "=1+1 <script>alert(1)</script> & \u202e\nlinje to"
FORM = {"content-type": "application/x-www-form-urlencoded"}


@pytest.fixture(autouse=True)
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests, which all ask from one address, ask as often as they like."""
    for name in ("OPENED", "REMARKS", "WRONG"):
        monkeypatch.setattr(limits, name, Shares(10**6, 1.0, lambda: 0.0))


def fields(html: str) -> dict[str, str]:
    """Return the hidden fields of a page's last form that is posted, as a browser sends them."""
    form = re.findall(r'(?s)<form[^>]*method="post".*?</form>', html)[0]
    return dict(re.findall(r'<input type="hidden" name="([^"]*)" value="([^"]*)"', form))


@pytest.fixture
def opened(client: TestClient) -> Iterator[tuple[str, str]]:
    """Open a room as a browser does; its code and secret. It is deleted after the test."""
    form = fields(client.get("/innspill").text)
    sent = form | {"tittel": "Prøvegruppa <b>", "dager": "60", "lest": "on"}
    answer = client.post("/innspill", data=sent)
    assert answer.status_code == 201
    assert client.post("/innspill", data=sent).text == answer.text, "sent again it is the same"
    told = re.search(r"/innspill/(\w{8})/leder#nokkel=([\w-]{24})", answer.text)
    assert told
    yield told[1], told[2]
    client.post(f"/innspill/{told[1]}/leder", data={"hemmelig": told[2], "gjor": "slett"})


def say(client: TestClient, code: str, about: str, place: str, text: str, **more: str) -> str:
    """Write a remark as a browser without a script does; where it is led to."""
    form = fields(client.get(f"/innspill/{code}", params={"om": about, "sted": place} | more).text)
    answer = client.post(
        f"/innspill/{code}", data=form | {"om": about, "sted": place, "tekst": text}
    )
    assert answer.status_code == 303, answer.text
    again = client.post(
        f"/innspill/{code}", data=form | {"om": about, "sted": place, "tekst": text}
    )
    assert again.status_code == 303, "sent again it is one"
    return str(answer.headers["location"])


def test_remarks_are_written_gathered_hidden_saved_and_deleted(
    client: TestClient, opened: tuple[str, str]
) -> None:
    code, secret = opened
    room = f"/innspill/{code}"
    back = say(client, code, "steg.2040.kartet", "5610", FOUL, vei="lys-vei")
    assert parse_qs(urlsplit(back).query) == {
        **{"om": ["steg.2040.kartet"], "sted": ["5610"], "vei": ["lys-vei"], "takk": ["1"]}
    }
    thanks = client.get(back)
    assert thanks.headers["cache-control"] == "no-store"
    ways = re.findall(r'href="(/historie\?[^"]*#kartet)"', unescape(thanks.text))
    assert ways == [f"/historie?sted=5610&vei=lys-vei&innspill={code}#kartet"]
    say(client, code, "spak.heltid", "0301", "Her er det annerledes.\n\nSkyssen også.")
    say(client, code, "figur.carers", "5610", "Stemmer.")

    listed = client.get(f"{room}/samlet").text
    assert "<script>alert" not in listed
    assert "&lt;script&gt;alert(1)&lt;/script&gt; &amp; \nlinje to" in listed
    by_subject = re.findall(r"<h3>([^<]*)</h3>", listed)
    assert [unescape(each).split(" ")[0] for each in by_subject] == [
        "Kárášjohka",
        "Oslo",
        "Kárášjohka",
    ]
    by_place = client.get(f"{room}/samlet?ordne=place").text
    assert re.findall(r"<h2>([^<]*)</h2>", by_place)[0].startswith("Kárášjohka")

    lead = {"hemmelig": secret}
    led = client.post(f"{room}/leder", data=lead)
    number = re.findall(r'value="skjul-(\d+)"', led.text)[0]
    hidden = client.post(f"{room}/leder", data=lead | {"gjor": f"skjul-{number}"})
    assert f'value="vis-{number}"' in hidden.text
    assert "linje to" not in client.get(f"{room}/samlet").text

    asked = re.findall(r"<details data-sure>.*?</details>", led.text, re.DOTALL)
    for wish in ('value="ny"', 'value="slett"'):
        assert sum(wish in each for each in asked) == led.text.count(wish) == 1, "asked first"

    csv = client.post(f"{room}/leder", data=lead | {"gjor": "csv"})
    names = {
        wish: client.post(f"{room}/leder", data=lead | {"gjor": wish}).headers[
            "content-disposition"
        ]
        for wish in ("csv", "excel", "docx")
    }
    assert names == {
        wish: f'attachment; filename="framtid-innspill-provegruppa-b-{kind}"'
        for wish, kind in (
            ("csv", "med-skjulte.csv"),
            ("excel", "med-skjulte-excel.csv"),
            ("docx", "uten-skjulte.docx"),
        )
    }, "each says what is in it"
    assert csv.headers["cache-control"] == "no-store"
    head, first, *_ = csv.text.splitlines()
    assert head.split(",")[2:5] == ["Kode", "Kommunenummer", "Kommune"]
    assert ",steg.2040.kartet,5610," in first
    assert "\"'=1+1 <script>" in first, "a spreadsheet shows it and does not run it"
    assert client.post(f"{room}/leder", data=lead | {"gjor": "excel"}).text.count('"=""0301"""')
    word = Document(io.BytesIO(client.post(f"{room}/leder", data=lead | {"gjor": "docx"}).content))
    said = [paragraph.text for paragraph in word.paragraphs]
    assert any(each.endswith("Oslove: Her er det annerledes.\nSkyssen også.") for each in said)
    assert not any("linje to" in each for each in said), "what is hidden is left out"

    renewed = client.post(f"{room}/leder", data=lead | {"gjor": "ny"}).text
    told = re.search(r"#nokkel=([\w-]{24})", renewed)
    assert told
    assert client.post(f"{room}/leder", data=lead).status_code == 403
    gone = client.post(f"{room}/leder", data={"hemmelig": told[1], "gjor": "slett"})
    assert "Alt er slettet" in gone.text
    assert client.get(room).status_code == 404


@pytest.mark.parametrize(
    ("sent", "status"),
    [
        ({"om": "", "sted": "5610", "tekst": "Ikke mist meg"}, 400),
        ({"om": "spak.heltid", "sted": "46", "tekst": "Ikke mist meg"}, 400),
        ({"om": "spak.heltid", "sted": "9999", "tekst": "Ikke mist meg"}, 400),
        ({"om": "spak.heltid", "sted": "5610", "tekst": " "}, 400),
        ({"om": "spak.heltid", "sted": "5610", "tekst": "Ikke mist meg", "nokkel": "x"}, 400),
    ],
)
def test_what_is_refused_is_not_lost(
    client: TestClient, opened: tuple[str, str], sent: dict[str, str], status: int
) -> None:
    answer = client.post(f"/innspill/{opened[0]}", data={"nokkel": KEY} | sent)
    assert answer.status_code == status
    assert 'role="alert"' in answer.text
    assert sent["tekst"].strip() in answer.text


def test_a_full_room_says_so_and_what_was_written_stands_in_the_form(
    client: TestClient, opened: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(remarks, "MOST", 0)
    sent = {"nokkel": KEY, "om": "spak.heltid", "sted": "5610", "tekst": "Ikke mist meg"}
    answer = client.post(f"/innspill/{opened[0]}", data=sent)
    assert answer.status_code == 503
    assert "Ikke mist meg" in answer.text


@pytest.mark.parametrize(
    ("body", "headers", "status"),
    [
        (b"om=" + b"x" * LARGEST, FORM, 400),
        (b"&".join(b"a%d=1" % number for number in range(40)), FORM, 400),
        (b"om=%ff%fe", FORM, 400),
        (b"\xff", FORM, 400),
        (b'{"om":"spak.heltid"}', {"content-type": "application/json"}, 400),
        (b"om=spak.heltid", FORM | {"sec-fetch-site": "cross-site"}, 400),
    ],
)
def test_what_cannot_be_read_or_comes_from_another_site_is_refused(
    client: TestClient,
    opened: tuple[str, str],
    body: bytes,
    headers: dict[str, str],
    status: int,
) -> None:
    for part in ("", "/leder"):
        answer = client.post(f"/innspill/{opened[0]}{part}", content=body, headers=headers)
        assert answer.status_code == status
    assert client.post("/innspill", content=body, headers=headers).status_code == status


def test_the_longest_remark_comes_through_in_any_letters(
    client: TestClient, opened: tuple[str, str]
) -> None:
    say(client, opened[0], "spak.heltid", "5610", "\U0001f600" * LONGEST)
    assert "\U0001f600" * LONGEST in client.get(f"/innspill/{opened[0]}/samlet").text


def test_who_guesses_codes_of_longer_rooms_is_soon_told_of_none(
    client: TestClient,
    opened: tuple[str, str],
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr(limits, "WRONG", Shares(3, 10.0, lambda: 0.0))
    told = [client.get(f"/innspill/{code}").status_code for code in ("A", "BBBBBB", "C", "D")]
    assert told == [404, 404, 404, 429]
    assert client.get(f"/innspill/{opened[0]}").status_code == 429, "not even of one that is"
    sent = {"nokkel": KEY, "om": "spak.heltid", "sted": "5610", "tekst": "Hei"}
    assert client.post(f"/innspill/{opened[0]}", data=sent).status_code == 429
    assert opened[0] not in caplog.text, "the log lets nobody in"


def test_who_writes_and_opens_without_end_is_told_to_wait(
    client: TestClient, opened: tuple[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(limits, "REMARKS", Shares(1, 300.0, lambda: 0.0))
    monkeypatch.setattr(limits, "OPENED", Shares(0, 300.0, lambda: 0.0))
    sent = {"nokkel": KEY, "om": "spak.heltid", "sted": "5610", "tekst": "Hei"}
    told = [client.post(f"/innspill/{opened[0]}", data=sent).status_code for _ in "12"]
    assert told == [303, 429]
    assert client.post("/innspill", data={"nokkel": KEY}).status_code == 429


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_every_page_of_a_longer_room_is_in_the_language_that_is_asked_for(
    client: TestClient, opened: tuple[str, str], spoken: str
) -> None:
    say(client, opened[0], "steg.2040.kartet", "5610", "Hei", lang=spoken)
    for part in ("", "/samlet", "/leder"):
        page = client.get(f"/innspill/{opened[0]}{part}", params={"lang": spoken}).text
        assert f'<html lang="{spoken}">' in page
        assert page.count("<h1") == 1
        assert not re.search(r"<script(?![^>]*\bsrc=)", page)
    form = client.get(f"/innspill/{opened[0]}", params={"lang": spoken}).text
    for subject in subjects():
        assert f'<option value="{subject}">' in form
    drawn = client.get(f"/innspill/{opened[0]}.svg")
    assert drawn.text.startswith("<svg ")


def test_a_typed_code_leads_to_its_room(client: TestClient, opened: tuple[str, str]) -> None:
    code = opened[0]
    typed = client.get("/innspill", params={"kode": f" {code[:3].lower()}-{code[3:]} "})
    assert typed.headers["location"] == f"/innspill/{code}"
    assert "Se etter en gang til" in client.get("/innspill", params={"kode": "aaa"}).text
