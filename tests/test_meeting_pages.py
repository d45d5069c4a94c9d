"""The pages of a meeting and what is left of it: whole without a network, and nobody in it."""

import io
import json
import re
from html import unescape
from urllib.parse import urlsplit

import pytest
from docx import Document
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader
from starlette.testclient import TestClient

from framtid.addresses import ROOMS
from framtid.language import language_of, on_one_line
from framtid.meeting.agenda import lengths, settings
from framtid.meeting.ends import ends
from framtid.meeting.protocol_read import read, with_groups
from framtid.meeting.sitting import sitting
from framtid.meeting.tally import Tally
from framtid.pathways.adding_up import sentence
from framtid.pathways.codec import decode
from framtid.pathways.councils_code import Game
from framtid.pathways.councils_code import encode as encode_game
from framtid.pathways.dilemmas import dilemmas, fitting, in_words
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook_of
from framtid.web import room_limits
from framtid.web.turns import Shares

MEETING = "/mote?sted=5610&lengde=60&sak=tillit,leiligheter&sak=seniorer"
SAID = "tillit.12.8.1~leiligheter.3.4.0~seniorer.5.5.0"


def data(html: str) -> dict[str, object]:
    told = re.search(r'data-meeting="([^"]*)"', html)
    assert told
    known: dict[str, object] = json.loads(unescape(told[1]))
    return known


@pytest.mark.parametrize("length", lengths())
def test_every_slide_of_a_meeting_has_notes_for_who_leads_it(
    client: TestClient, length: int
) -> None:
    page = client.get(f"/mote?sted=5610&lengde={length}").text
    for slide in re.split(r'<section class="ft-slide', page)[1:]:
        notes = re.findall(r'<aside class="ft-notes"[^>]*>(.*?)</aside>', slide, re.DOTALL)
        assert len(notes) == 1
        assert len(re.sub(r"<[^>]+>", "", notes[0]).strip()) > 40, slide[:120]


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_whole_session_is_in_the_page(client: TestClient, spoken: str) -> None:
    html = client.get(f"{MEETING}&lang={spoken}").text
    agenda = sitting("5610", 60, ("tillit", "leiligheter", "seniorer")).agenda
    assert re.findall(r'data-kind="(\w+)"', html) == [step.kind for step in agenda]
    language = language_of(spoken)
    for name in ("tillit", "leiligheter", "seniorer"):
        words = in_words(name, language)
        for said in (words.question, words.favour, words.against, words.price):
            assert said in unescape(html)
    assert f'<html lang="{spoken}">' in html
    assert "unknown" not in html


def test_where_every_answer_leads_is_in_it_as_the_model_says(client: TestClient) -> None:
    known = data(client.get(MEETING).text)
    told = ends("5610", ("tillit", "leiligheter", "seniorer"), language_of())
    assert known["ends"] == json.loads(
        json.dumps(
            {"ends": [{"way": end.way, "told": end.told} for end in told.ends], "ways": told.ways}
        )
    )
    assert len(told.ways) == 27
    for letters in ("---", "yny", "nnn"):
        end = told.ends[told.ways[letters]]
        outlook = outlook_of("5610").along(decode(end.way).pathway)
        assert end.told[0] == sentence(outlook, "gap", language_of())
    assert told.ends[told.ways["---"]].way == "2"


def test_what_an_address_asks_for_that_is_not_is_passed_over(client: TestClient) -> None:
    wild = "/mote?sted=5610&lengde=20&sak=tull,<script>,tillit,seniorer,leiligheter"
    assert data(client.get(wild).text)["dilemmas"] == ["tillit", "seniorer"]
    for plan in ("/mote?sted=5610&lengde=21", "/mote?sted=46&lengde=20", "/mote?lengde=20"):
        assert "data-meeting" not in client.get(plan).text


def test_a_code_leads_to_its_room_and_a_wrong_one_to_the_door(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("WRONG", "OPENED"):
        monkeypatch.setattr(room_limits, name, Shares(3, 10.0, lambda: 0.0))
    opened = client.post(ROOMS, json={"place": "5610", "length": 20, "dilemmas": ["tillit"]}).json()
    code = opened["code"]
    typed = client.get("/rom", params={"kode": f" {code[:3].lower()}-{code[3:]} ", "lang": "en"})
    assert typed.headers["location"] == f"/rom/{code}?lang=en"
    page = client.get(f"/rom/{code}")
    assert 'data-question="tillit"' in page.text
    assert page.headers["cache-control"] == "no-store"
    assert opened["secret"] not in page.text
    answer = client.get("/rom/BBBBBB")
    assert answer.status_code == 404
    assert "Ingen rom har koden BBBBBB" in answer.text
    client.get("/rom/BBBBBB"), client.get("/rom/BBBBBB")
    assert client.get(f"/rom/{code}").status_code == 429
    drawn = client.get(f"/rom/{code}.svg")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.text.startswith("<svg ")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_protocol_says_what_was_answered_and_what_follows(
    client: TestClient, spoken: str
) -> None:
    address = "/mote/protokoll.{}?sted=5610&lengde=60&svar=" + SAID + f"&lang={spoken}"
    text, language = client.get(address.format("txt")).text, language_of(spoken)
    for name in ("tillit", "leiligheter", "seniorer"):
        assert in_words(name, language).title in text
    assert "/vei?sted=5610&vei=2-na3hjm" in text
    about = re.findall(r"\((http://[^)]*)\)", text)
    assert [urlsplit(each).path for each in about] == ["/om"], "a link that a line ends with"
    assert text.count(in_words("tillit", language).title) > text.count(
        in_words("seniorer", language).title
    ), "what was decided is in the draft, what was not is not"
    csv = client.get(address.format("csv")).text.splitlines()
    assert len(csv) == 4
    assert csv[1].split(",")[2:5] == ["12", "8", "1"]
    word = Document(io.BytesIO(client.get(address.format("docx")).content))
    assert word.core_properties.language[:2] == spoken
    said = [paragraph.text for paragraph in word.paragraphs]
    assert in_words("tillit", language).title in said
    pdf = client.get(address.format("pdf"))
    pages = PdfReader(io.BytesIO(pdf.content))
    assert str(pages.root_object["/Lang"]) == spoken
    assert "framtid-mote-5610-protokoll-uten-tekster.pdf" in pdf.headers["content-disposition"]
    written = " ".join("".join(page.extract_text() for page in pages.pages).split())
    assert in_words("tillit", language).title in written


def test_a_phone_can_set_every_lever_and_vote_on_every_case(client: TestClient) -> None:
    for length, cases in ((60, 0), (120, len(fitting(outlook_of("5610"))))):
        wish = {"place": "5610", "length": length, "dilemmas": ["tillit"]}
        page = client.get(f"/rom/{client.post(ROOMS, json=wish).json()['code']}").text
        assert page.count("data-case=") == cases
        lists = re.findall(r'(?s)<select id="spak-(\w+)">(.*?)</select>', page)
        assert [name for name, _ in lists] == list(levers())
        for name, options in lists:
            parts = re.findall(r'value="(\w*)"', options)
            set_ = [decode(f"2-{part}" if part else "2").pathway.level(name) for part in parts]
            assert set_ == list(LEVELS)


def test_where_a_path_leads_is_told_for_the_wall(client: TestClient) -> None:
    told = client.get("/mote/ende.json?sted=5610&vei=2-he2&lang=nn").json()
    outlook = outlook_of("5610").along(decode("2-he2").pathway)
    assert told["way"] == "2-he2"
    assert told["told"][0] == sentence(outlook, "gap", language_of("nn"))
    assert client.get("/mote/ende.json?sted=5610&vei=tull").json()["way"] == "2"


def test_the_walls_worker_may_answer_for_the_wall_alone(client: TestClient) -> None:
    script = client.get("/mote/vakt.js")
    assert script.headers["service-worker-allowed"] == "/mote"
    assert script.headers["content-type"].startswith("text/javascript")
    assert "immutable" not in script.headers["cache-control"]


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_guide_is_a_pdf_with_every_card(client: TestClient, spoken: str) -> None:
    language = language_of(spoken)
    answer = client.get(f"/mote/veileder.pdf?lang={spoken}")
    pages = PdfReader(io.BytesIO(answer.content))
    assert str(pages.root_object["/Lang"]) == spoken
    assert len(pages.pages) == 5
    written = " ".join(" ".join(page.extract_text().split()) for page in pages.pages)
    written = written.replace("- ", "").replace("\u00ad", "")
    for section in language.entry("meeting_guide.sections").values():
        assert section["heading"] in written
    for role in language.entry("meeting.roles").values():
        assert role["name"] in written
    for card in language.entry("meeting_guide.school_cards.cards"):
        assert card["heading"] in written
    for answer_ in ("yes", "no", "blank"):
        assert language.say(f"meeting.answers.{answer_}") in written
    page = client.get(f"/mote/veileder?lang={spoken}").text
    assert "/mote/veileder.pdf" in page


@pytest.mark.parametrize(
    "written",
    [
        "",
        "~~~",
        "tillit",
        "tillit.1.2",
        "tillit.-1.2.3",
        "tillit.1.2.99999",
        "tull.1.2.3",
        "tillit.١.2.3",
        "tillit.1.2.3.4",
        "x" * 5000,
    ],
)
def test_what_cannot_be_read_of_a_spread_is_passed_over(client: TestClient, written: str) -> None:
    assert read(written, dilemmas()) == {}
    answer = client.get("/mote/protokoll.txt", params={"sted": "5610", "svar": written})
    assert answer.status_code == 200


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_protocol_tells_of_the_levers_and_the_councils(client: TestClient, spoken: str) -> None:
    game = encode_game(Game(418).answered("tillit", yes=True).answered("seniorer", yes=False))
    address = f"/mote/protokoll.txt?sted=5610&lengde=120&lang={spoken}"
    language = language_of(spoken)
    told = client.get(f"{address}&midten=2-he2te1&satte=30&spill={game}").text
    for said in (
        language.say("meeting.protocol.levers.heading").upper(),
        *(language.say(f"levers.{name}.title") for name in ("heltid", "teknologi")),
        language.say("meeting.protocol.councils.heading").upper(),
        f"{in_words('tillit', language).title}: {language.say('meeting.answers.yes')}",
        f"{in_words('seniorer', language).title}: {language.say('meeting.answers.no')}",
        f"spill={game}",
    ):
        assert said in told
    groups = "&midten=2-he2te1&satte=30&spakgrupper=youth.6.2-he1~care.4.2-te2~citizen.9.2-tull"
    apart = client.get(address + groups).text
    youth, care = (language.say(f"meeting.roles.{role}.name") for role in ("youth", "care"))
    alone = sentence(outlook_of("5610").along(decode("2-he1").pathway), "gap", language)
    assert f"– {youth} (6): {alone}" in apart
    assert f"– {care}" not in apart, "they are four"
    assert f"– {youth}" not in client.get((address + groups).replace("=30", "=8")).text, "two left"
    pdf = client.get(f"{address}&midten=2-he2te1&satte=30&spill={game}".replace(".txt", ".pdf"))
    assert pdf.status_code == 200
    plain = client.get(address).text
    for wild in ("midten=tull&satte=3", "midten=2-he2&satte=-3", "midten=2&satte=٣", "spill=1-x"):
        assert client.get(f"{address}&{wild}").text == plain


def test_a_spread_is_read_as_it_was_written() -> None:
    assert read(SAID, dilemmas())["seniorer"] == Tally(5, 5, 0)
    assert list(read(SAID, dilemmas())) == ["tillit", "leiligheter", "seniorer"]


def test_there_are_only_the_forms_that_there_are(client: TestClient) -> None:
    assert client.get("/mote/protokoll.exe?sted=5610").status_code == 404


SPOKEN = ("nb", "nn", "en")


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_a_meeting_has_no_time_for_is_named(client: TestClient, spoken: str) -> None:
    four = ["tillit", "seniorer", "leiligheter", "langvakter"]
    asked = f"/mote?sted=5610&lengde=60&lang={spoken}&sak="
    told = unescape(client.get(asked + ",".join(four)).text)
    left_out = re.search(r"<p data-dropped>(.*?)</p>", told)
    assert left_out
    titles = [in_words(name, language_of(spoken)).title in left_out[1] for name in four]
    assert titles == [False, False, False, True]
    assert "data-dropped" not in client.get(asked + ",".join(four[:3])).text


def test_who_has_no_municipality_is_asked_for_it_first(client: TestClient) -> None:
    told = client.get("/mote").text
    assert told.index("ft-other-place") < told.index("/mote/veileder")
    assert "<fieldset>" not in told


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_protocol_has_room_for_the_day_and_says_how_many_took_part(
    client: TestClient, spoken: str
) -> None:
    address = f"/mote/protokoll.txt?sted=5610&lengde=60&svar={SAID}&lang={spoken}"
    many, none = (client.get(f"{address}&med={joined}").text for joined in (37, 0))
    assert "37" in many.split("\n\n")[1]
    assert none.split("\n\n")[1].count("____") >= 2
    assert client.get(f"{address}&med=tull").text == none


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_code_that_is_wrong_stands_in_its_field(client: TestClient, spoken: str) -> None:
    assert 'value="FEIL"' in client.get(f"/rom?kode=FEIL&lang={spoken}").text


def test_the_result_is_a_code_too(client: TestClient) -> None:
    drawn = client.get("/mote/vei.svg?sted=5610&vei=2-he2")
    assert drawn.headers["content-type"].startswith("image/svg+xml")
    assert drawn.content != client.get("/mote/vei.svg?sted=5610&vei=2").content


@pytest.mark.parametrize("spoken", SPOKEN)
def test_what_cannot_be_undone_is_asked_first(client: TestClient, spoken: str) -> None:
    html = client.get(f"{MEETING}&lang={spoken}").text
    asked = re.findall(r"<details data-sure>.*?</details>", html, re.DOTALL)
    for name in ("data-room-delete", "data-room-anew", "data-room-renew"):
        assert sum(name in each for each in asked) == html.count(f"{name} ") == 1


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_who_has_named_no_place_is_asked_for_one_and_not_for_another(
    client: TestClient, language: str
) -> None:
    page = client.get(f"/mote?lang={language}").text
    other = language_of(language).say("documents.other_place.heading")
    assert other not in page
    assert other in client.get(f"/mote?sted=5610&lang={language}").text


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_a_protocol_tells_hands_and_phones_apart_where_both_answered(
    client: TestClient, spoken: str
) -> None:
    language = language_of(spoken)
    address = f"/mote/protokoll.txt?sted=5610&lengde=60&svar={SAID}&lang={spoken}&hender="
    hands = "tillit.4.3.1~leiligheter.3.4.0~seniorer.9.0.0"
    told = client.get(address + hands).text
    words = {"hands": (4, 3, 1), "phones": (8, 5, 0)}
    split = {
        kind: language.say(
            "meeting.protocol.answer", **dict(zip(("yes", "no", "blank"), each, strict=True))
        ).rstrip(".")
        for kind, each in words.items()
    }
    assert language.say("meeting.protocol.split", **split) in told
    begin = language.say("meeting.protocol.split", hands="|", phones="").split("|")[0]
    assert told.count(begin) == 1, "not where all were hands, nor where more hands than answers"
    headings = [language.say(f"meeting.protocol.{name}").upper() for name in ("draft", "path")]
    assert told.index(headings[0]) < told.index(headings[1])


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_protocol_tells_of_groups_where_nobody_can_be_known(
    client: TestClient, spoken: str
) -> None:
    language = language_of(spoken)
    address = f"/mote/protokoll.{{}}?sted=5610&lengde=60&svar={SAID}&lang={spoken}&grupper="
    groups = "tillit.youth.4.1.0~tillit.care.6.3.0~leiligheter.care.3.3.0"
    youth = language.say("meeting.roles.youth.name")
    told = client.get(address.format("txt") + groups).text
    assert f"– {youth}: {language.say('meeting.protocol.answer', yes=4, no=1, blank=0)}" in told
    assert told.count(language.say("meeting.protocol.groups")) == 1, "one is left over in the other"
    for form in ("docx", "pdf"):
        content = io.BytesIO(client.get(address.format(form) + groups).content)
        written = (
            "".join(page.extract_text() for page in PdfReader(content).pages)
            if form == "pdf"
            else "\n".join(each.text for each in Document(content).paragraphs)
        )
        assert f"{youth}: 4 " in written
    rows = client.get(address.format("csv") + groups).text.splitlines()
    assert len(rows) == 6
    assert f",{youth},4,1,0," in "\n".join(rows)
    plain = client.get(address.format("txt")).text
    for wild in (
        "tull.youth.9.0.0",
        "tillit.tull.9.0.0",
        "tillit.youth.9.0",
        "tillit.youth.13.0.0",
    ):
        assert client.get(address.format("txt") + wild).text == plain


@pytest.mark.parametrize("spoken", SPOKEN)
def test_who_answers_alike_is_told_what_that_shows(client: TestClient, spoken: str) -> None:
    """A group's common answer is everyone's: said where it is chosen, shown and kept."""
    language, fewest = language_of(spoken), settings().fewest

    def hint(key: str) -> str:
        return on_one_line(language.say(f"meeting.{key}", fewest=fewest))

    wall = unescape(client.get(f"/mote?sted=5610&lengde=120&lang={spoken}").text)
    assert wall.count(hint("reveal.groups_hint")) > 1
    assert hint("closing.groups_hint") in wall
    room = client.post(ROOMS, json={"place": "5610", "length": 20, "dilemmas": ["tillit"]}).json()
    phone = unescape(client.get(f"/rom/{room['code']}?lang={spoken}").text)
    assert hint("phone.role_hint") in phone
    told = client.get(
        f"/mote/protokoll.txt?sted=5610&lengde=60&svar={SAID}&lang={spoken}"
        "&grupper=tillit.youth.5.0.0"
    ).text
    assert hint("protocol.groups_hint") in told
    own = {"Authorization": f"Bearer {room['secret']}"}
    assert client.delete(f"{ROOMS}/{room['code']}", headers=own).status_code < 400


ROLES = st.dictionaries(
    st.sampled_from(sorted(settings().roles)), st.tuples(*[st.integers(0, 9)] * 3)
)


@given(ROLES, st.tuples(*[st.integers(0, 30)] * 3), st.tuples(*[st.integers(0, 9)] * 3))
def test_no_address_makes_a_protocol_tell_of_a_group_that_is_too_small(
    groups: dict[str, tuple[int, int, int]],
    phones: tuple[int, int, int],
    hands: tuple[int, int, int],
) -> None:
    yes, no, blank = (sum(pair) for pair in zip(phones, hands, strict=True))
    said = Tally(yes, no, blank)
    written = "~".join(".".join(map(str, ("tillit", role, *each))) for role, each in groups.items())
    told = with_groups({"tillit": said}, {"tillit": Tally(*hands)}, written)["tillit"].groups
    fewest, left = settings().fewest, sum(phones) - sum(map(sum, told.values()))
    assert all(sum(each) >= fewest for each in told.values())
    assert not told or left == 0 or left >= fewest


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_a_school_is_led_to_questions_that_its_place_meets(client: TestClient, spoken: str) -> None:
    for code in ("5610", "0301", "1151"):
        plan = client.get(f"/mote?sted={code}&lang={spoken}").text
        link = re.search(r'data-school href="([^"]*)"', plan)
        assert link
        asked = data(client.get(unescape(link[1])).text)["dilemmas"]
        assert isinstance(asked, list)
        assert len(asked) == 2
        assert set(asked) <= set(settings().pupils)
