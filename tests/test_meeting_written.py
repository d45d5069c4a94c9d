# ruff: noqa: F811 - what a fixture is called stands in the import, and in each argument
"""What the phones wrote in a protocol: for who holds the secret alone, on both databases."""

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from docx import Document
from pypdf import PdfReader
from starlette.testclient import TestClient

from framtid.addresses import ROOMS
from framtid.language import language_of
from framtid.meeting.agenda import agenda
from framtid.meeting.ballots import comments, hide, write
from framtid.meeting.errors import NotFacilitatorError, UnknownRoomError, WrongRequestError
from framtid.meeting.rooms import Rooms
from framtid.meeting.said import plain
from framtid.meeting.written import written
from framtid.pathways.dilemmas import in_words
from framtid.places import places
from framtid.web import room_limits as limits
from framtid.web.turns import Shares
from tests.meeting_rooms import AGENDA, engine, rooms, server  # noqa: F401

SPOKEN = ("nb", "nn", "en")
PROTOCOL = "/mote/protokoll.{}?sted=5610&lengde=60&svar=tillit.12.8.1"
FOUL = '<b>Hvem</b> #strong[betaler]?\n\n= Vedtak\n"$x$" 👩\u200d👩\u200d👧 漢 \U0001f1f3\U0001f1f4'
"""What somebody may write to spoil a page: HTML, typst, a heading of their own, and signs that
no font of ours draws."""


LONG = "x" * 400
"""A word that is longer than a line."""


@pytest.fixture(autouse=True)
def generous(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the tests, which all ask from one address, ask as often as they like."""
    for name in ("OPENED", "BALLOTS", "WRONG"):
        monkeypatch.setattr(limits, name, Shares(10**6, 1.0, lambda: 0.0))


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_was_written_stands_by_screen_and_what_is_hidden_does_not(
    rooms: Rooms, spoken: str
) -> None:
    karasjok, language = places().get("5610"), language_of(spoken)
    told = agenda(120, ("tillit", "leiligheter"), {"kartet": 1})
    opened = rooms.open("5610", 120, told)
    every = [step.id or step.kind for step in told]
    for number, step in enumerate(reversed(every)):
        write(rooms, opened.code, f"key {number}", step, f"Om {step}")
    write(rooms, opened.code, "foul", "tillit", "Dumt")
    (foul,) = [each for each in comments(rooms, opened.code, opened.secret) if each.text == "Dumt"]
    hide(rooms, opened.code, opened.secret, foul.id, hidden=True)

    said = written(rooms, opened.code, opened.secret, karasjok, language)
    assert not any("Dumt" in one.texts for one in said)
    order = dict.fromkeys(step for step in every if step != "lobby") | {"lobby": None}
    assert [set(one.texts) for one in said] == [{f"Om {step}"} for step in order]
    assert in_words("tillit", language).title in [one.heading for one in said]
    assert len({one.heading for one in said}) == len(said), "each screen by a name of its own"


def test_who_has_not_the_secret_is_told_nothing(rooms: Rooms) -> None:
    karasjok, oslo, language = places().get("5610"), places().get("0301"), language_of()
    mine, other = (rooms.open("5610", 60, AGENDA) for _ in range(2))
    write(rooms, mine.code, "a", "tillit", "Mitt")
    for code, secret, place, refused in (
        (mine.code, other.secret, karasjok, NotFacilitatorError),
        (mine.code, "", karasjok, NotFacilitatorError),
        ("BBBBBBBB", mine.secret, karasjok, UnknownRoomError),
        (mine.code, mine.secret, oslo, WrongRequestError),
    ):
        with pytest.raises(refused):
            written(rooms, code, secret, place, language)
    assert written(rooms, other.code, other.secret, karasjok, language) == []


def test_nothing_is_kept_that_no_document_may_hold() -> None:
    assert plain("a\ufffe\uffff\ufdd0\U0001fffe\x00\ud800b\U0001f468", 500) == "ab\U0001f468"


@dataclass(frozen=True)
class Held:
    """A room in which something was written, and what its form sends."""

    code: str
    secret: str

    @property
    def form(self) -> dict[str, str]:
        """What the form sends."""
        return {"kode": self.code, "hemmelig": self.secret}


@pytest.fixture
def held(client: TestClient) -> Iterator[Held]:
    """Open a room, and write in it what is foul and what a spreadsheet would run."""
    wish = {"place": "5610", "length": 60, "dilemmas": ["tillit"]}
    opened = Held(**client.post(ROOMS, json=wish).json())
    for number, text in enumerate((FOUL, "=1+1", LONG, "Dumt")):
        sent = {"key": f"abcdefghijklmnop{number}", "step": "tillit", "text": text}
        assert client.post(f"{ROOMS}/{opened.code}/comments", json=sent).status_code == 201
    lead = {"authorization": f"Bearer {opened.secret}"}
    said = client.get(f"{ROOMS}/{opened.code}/comments", headers=lead).json()["comments"]
    hidden = f"{ROOMS}/{opened.code}/comments/{said[-1]['id']}"
    client.put(hidden, json={"hidden": True}, headers=lead)
    yield opened
    client.delete(f"{ROOMS}/{opened.code}", headers=lead)


@pytest.mark.parametrize("spoken", SPOKEN)
def test_who_leads_gets_it_in_every_form_and_the_link_never(
    client: TestClient, held: Held, spoken: str
) -> None:
    heading = language_of(spoken).say("meeting.protocol.written")
    on_paper = f"{PROTOCOL}&lang={spoken}"
    text = client.post(on_paper.format("txt"), data=held.form)
    assert text.headers["cache-control"] == "no-store"
    assert "protokoll-med-tekster.txt" in text.headers["content-disposition"]
    assert heading.upper() in text.text
    assert '– <b>Hvem</b> #strong[betaler]? = Vedtak "$x$"' in text.text
    word = client.post(on_paper.format("docx"), data=held.form).content
    lines = [each.text for each in Document(io.BytesIO(word)).paragraphs]
    assert heading in lines
    assert any(line.startswith("<b>Hvem</b> #strong[betaler]? = Vedtak") for line in lines)
    pdf = client.post(on_paper.format("pdf"), data=held.form).content
    page = "\n".join(one.extract_text() for one in PdfReader(io.BytesIO(pdf)).pages)
    shown = " ".join(page.split())
    assert heading in shown
    ours = re.findall("xx+", page.replace("\u200b", ""))
    assert (sum(map(len, ours)), max(map(len, ours)) < 120) == (len(LONG), True), "kept on the page"
    assert "<b>Hvem</b> #strong[betaler]? = Vedtak" in shown
    assert "Dumt" not in text.text + shown + "".join(lines)
    for form in ("txt", "csv"):
        told = client.get(on_paper.format(form), params=held.form).text
        assert "Hvem" not in told, "a link that lasts tells nobody what was written"
        assert heading.upper() not in told


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_was_written_has_a_table_of_its_own(
    client: TestClient, held: Held, spoken: str
) -> None:
    address = f"/mote/skrevet.csv?sted=5610&lang={spoken}"
    plain_csv = client.post(address, data=held.form)
    assert "framtid-mote-5610-tekster.csv" in plain_csv.headers["content-disposition"]
    title = in_words("tillit", language_of(spoken)).title
    assert f"{title},'=1+1" in plain_csv.text
    assert "Dumt" not in plain_csv.text
    norwegian = client.post(f"{address}&form=no", data=held.form)
    assert "5610-tekster-excel.csv" in norwegian.headers["content-disposition"]
    assert norwegian.content.startswith(b"\xef\xbb\xbf")
    assert f"{title};'=1+1" in norwegian.text


def test_nobody_else_gets_it(client: TestClient, held: Held) -> None:
    address, wrong = PROTOCOL.format("txt"), held.form | {"hemmelig": "x" * 24}
    for sent, headers, status in (
        (wrong, {}, 403),
        ({"kode": held.code}, {}, 403),
        (held.form | {"kode": "BBBBBBBB"}, {}, 404),
        (held.form, {"sec-fetch-site": "cross-site"}, 400),
    ):
        answer = client.post(address, data=sent, headers=headers)
        assert answer.status_code == status
        assert "Hvem" not in answer.text
    assert client.post(address.replace("5610", "0301"), data=held.form).status_code == 400
    for gone in ("/mote/protokoll.csv?sted=5610", "/mote/protokoll.exe?sted=5610"):
        assert client.post(gone, data=held.form).status_code == 404
    assert client.get("/mote/skrevet.csv?sted=5610").status_code in {404, 405}


@pytest.mark.parametrize("spoken", SPOKEN)
def test_the_page_says_what_is_in_which_file(client: TestClient, spoken: str) -> None:
    page = client.get(f"/mote?sted=5610&lengde=20&lang={spoken}").text
    language = language_of(spoken)
    for key in ("closing.files_hint", "comments.files"):
        assert language.say(f"meeting.{key}") in page
