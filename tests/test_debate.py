"""What a councillor brings to the rostrum: whole, tagged, in three languages, and true."""

import io
import re
import zipfile
from functools import lru_cache
from typing import Any

import pypdf
import pytest
from docx import Document
from pypdf.generic import NameObject
from starlette.testclient import TestClient

from framtid.debate.briefing import Briefing, briefing
from framtid.debate.draft import draft
from framtid.debate.draft_docx import draft_docx
from framtid.debate.files import EVERY, FILES, Asked
from framtid.debate.markup import blocks
from framtid.debate.objections import objections
from framtid.debate.questions import MANY, questions
from framtid.debate.sides import both_sides
from framtid.debate.situation import key_figures
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.current import speaking
from framtid.language.numbers import banded
from framtid.language.texts import LANGUAGES
from framtid.pathways.balance import balance_if
from framtid.pathways.codec import decode
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named, path
from framtid.pathways.rounding import alone
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import places
from framtid.projection.uncertainty.bands import bands
from framtid.stories.path_facts import PathFacts
from framtid.stories.place_facts import Facts
from tests.pdf_ua import faults, tags

BASE = "https://2040.example.no"
NB = language_of("nb")
ALL = "2-le3he3na3te3me3hj3fr3fl3bo3un3sa3"
"""Every lever as far as it goes: the longest there is to tell."""
SPREAD = [
    ("0301", "lys-vei", "nb"),
    ("5610", ALL, "nn"),
    ("1151", "mork-vei", "en"),
    ("0", "som-i-dag", "nb"),
    ("ba-5", ALL, "en"),
    ("3209", "2-he2hj331", "nn"),
]
WAYS = ("som-i-dag", "lys-vei", "mork-vei", "2-sa1", "2-bo1", "2-hem")


def outlook(code: str, way: str) -> Outlook:
    return outlook_of(code).along(decode(way).pathway)


@lru_cache(maxsize=32)
def made(name: str, code: str, way: str, spoken: str) -> bytes:
    """Return a file, made once for all tests of this module."""
    with speaking(spoken):
        asked = Asked(code, decode(way).pathway, AS_USUAL, language_of(spoken), BASE)
        return FILES[name].make(asked)


@lru_cache(maxsize=8)
def told(code: str, way: str, spoken: str = "nb") -> Briefing:
    return briefing(outlook(code, way), language_of(spoken), AS_USUAL, BASE)


def read(content: bytes) -> tuple[pypdf.PdfReader, str]:
    reader = pypdf.PdfReader(io.BytesIO(content))
    text = " ".join(page.extract_text() for page in reader.pages)
    return reader, " ".join(text.split())


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
@pytest.mark.parametrize(("name", "least", "most"), [("brief.pdf", 2, 4), ("rostrum.pdf", 2, 2)])
def test_a_pdf_is_for_everyone(
    name: str, least: int, most: int, code: str, way: str, spoken: str
) -> None:
    content = made(name, code, way, spoken)
    reader, text = read(content)
    assert not faults(content, spoken)
    assert least <= len(reader.pages) <= most
    root: Any = reader.trailer["/Root"]
    tongue = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[spoken]
    assert root["/Lang"] == tongue
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert reader.metadata
    assert language_of(spoken).name(outlook(code, way).place) in str(reader.metadata.title)
    assert b"<pdfuaid:part>1</pdfuaid:part>" in root["/Metadata"].get_data()
    assert not re.search(r"\{\{|\bNone\b|\bUndefined\b", text)


@pytest.mark.parametrize("code", ["1520", "3209", "1151", "5610", "0301"])
def test_the_oldest_are_as_many_more_in_a_question_as_in_the_five_figures(code: str) -> None:
    """In Ørsta they were 1,136 against 699, and 438 more."""
    seen = outlook(code, "lys-vei")
    more = Facts(seen.official).more(80)
    asked = NB.say("debate.questions.old", more=more).split(". ")[0]
    found = [each for each in questions(seen, NB) if "på 80 år eller eldre" in each]
    assert found
    assert all(each.startswith(asked) for each in found), found


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("way", ["2-he2na2te2fl1un1sa1", "2-le2he2fr1bo1sa2hj1"])
def test_a_side_is_one_page_along_a_path_of_ones_own(way: str, spoken: str) -> None:
    """In English the name of such a path takes three lines, and what was over had a page."""
    for code in ("3209", "1151"):
        reader, _ = read(made("rostrum.pdf", code, way, spoken))
        assert len(reader.pages) == 2, code


@pytest.mark.parametrize(("code", "way", "spoken"), SPREAD)
def test_the_way_on_stands_with_the_sources(code: str, way: str, spoken: str) -> None:
    """Where they did not fit, the QR code had a page of its own."""
    say = language_of(spoken).entry("debate.brief")
    reader, _ = read(made("brief.pdf", code, way, spoken))
    last = " ".join(reader.pages[-1].extract_text().split())
    assert say["live"] in last
    assert say["headings"]["sources"] in last


def test_the_check_of_tags_finds_what_is_wrong() -> None:
    content = made("brief.pdf", "0301", "lys-vei", "nb")
    broken = pypdf.PdfWriter(clone_from=io.BytesIO(content))
    for tag in tags(broken):  # type: ignore[arg-type]
        tag.element.pop("/Alt", None)
        if tag.kind == "H2":
            tag.element[NameObject("/S")] = NameObject("/H4")
    for key in ("/Lang", "/MarkInfo", "/ViewerPreferences"):
        del broken.root_object[key]
    broken.add_blank_page()
    file = io.BytesIO()
    broken.write(file)
    found = " ".join(faults(file.getvalue(), "nb"))
    for wrong in ("no alternative", "H4 stands below", "language is None", "not marked as tagged"):
        assert wrong in found
    for wrong in ("not its title", "not part of the structure"):
        assert wrong in found
    assert any("language" in each for each in faults(content, "en"))


def test_a_briefing_says_the_outlooks_figures() -> None:
    seen = outlook("0301", "lys-vei")
    _, text = read(made("brief.pdf", "0301", "lys-vei", "nb"))
    facts, plan = PathFacts(seen, NB), economic_plan(seen)
    figures = [facts.at("gap"), -facts.at("balance_per_inhabitant")]
    figures.append(round(-plan.at("accumulated", HORIZON)))
    for figure in figures:
        assert plain(NB.numbers.exact(figure)) in text
    for question in told("0301", "lys-vei").questions:
        assert plain(question)[:30] in text


def test_each_of_the_five_figures_says_between_what_it_may_be() -> None:
    for code, state in (("0", "history"), ("1151", "nothing"), ("3209", "wholly")):
        seen = Switches.of("MMMM", state, "constant").outlook(code, path("lys-vei"))
        *people, gap, kroner = key_figures(seen, NB)
        written = NB.numbers.count if code == "0" else NB.numbers.digits  # in millions
        low, high = map(written, banded(*bands(code).interval("all", HORIZON)))
        assert low in people[0].reach
        assert high in people[0].reach
        assert all("åtte av ti framtider" in each.reach for each in people)
        assert "SSBs tre alternativer" in gap.reach
        assert NB.say(f"state.{state}") in kroner.reach
        least = alone("balance_per_inhabitant", balance_if(seen.official, "nothing", HORIZON))
        assert NB.numbers.signed(least) in kroner.reach
    assert key_figures(Switches.of("LLML").outlook("0", path("lys-vei")), NB)[0].reach == ""


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_what_care_alone_needs_stands_beside_the_hands_that_are_missing(tongue: str) -> None:
    language = language_of(tongue)
    for place in places().municipalities[::30]:
        seen = outlook_of(place.code, pathway=path("lys-vei"))
        gap = key_figures(seen, language)[3]
        for year in (seen.base_year, HORIZON):
            needed = seen.official.consequences.at("care_man_years", year)
            assert language.numbers.digits(alone("care_man_years", needed)) in gap.reach


def plain(words: str) -> str:
    return " ".join(words.split())


def test_the_table_lays_a_place_beside_others() -> None:
    found = told("3209", "lys-vei").compared
    assert found.heads == ("Hva", "Ullensaker", "Ullensaker-regionen", "Åtte lignende", "Norge")
    assert len({len(row) for row in found.rows}) == 1
    now, goal = (
        outlook_of("3209").people(year) for year in (outlook_of("3209").base_year, HORIZON)
    )
    assert found.rows[0][1] == f"+{round(100 * (goal / now - 1))} %"
    assert told("1151", "2-he1").compared.heads == ("Hva", "Utsira", "Åtte lignende", "Norge")


def test_what_is_the_same_in_every_column_is_not_a_row_of_what_is_special() -> None:
    noted = 0
    for place in places().municipalities[::15]:
        found = told(place.code, "2-he1").compared
        assert all(len(set(row[1:])) > 1 for row in found.rows), place.code
        said = {row[0] for row in found.rows}
        balance = NB.say("debate.compared.rows.balance")
        assert (balance in said) != (balance in found.note)
        noted += balance in found.note
    assert noted, "money that follows the need is the same share of what is spent nearly everywhere"
    assert len(told("0", "2-he1").compared.rows) > 3


@pytest.mark.parametrize("way", WAYS)
def test_there_is_always_enough_to_ask_and_both_sides_get_as_much(way: str) -> None:
    every = [places().nation, places().get("ba-5"), *places().municipalities[::60]]
    for place in every:
        seen = outlook(place.code, way)
        assert len(set(questions(seen, NB))) == MANY, place
        both = both_sides(seen, NB)
        counts = [
            sum(len(f"{point.heading} {point.text}".split()) for point in side.points)
            + len(side.said.split())
            for side in both.sides
        ]
        assert min(counts) / max(counts) > 0.8, place
        assert len(both.sides[0].points) == len(both.sides[1].points) >= 2


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_headings_of_a_sheet_write_their_numbers_alike(tongue: str) -> None:
    """«Tolv færre årsverk» never stands above «42 årsverk»."""
    language = language_of(tongue)
    words = {str(word) for word in language.numbers.forms["words"][1:]}
    for code in (place.code for place in places().municipalities[::40]):
        for way in ("lys-vei", "mork-vei", "2-he2te2me3hj3fr2"):
            found = both_sides(outlook_of(code, pathway=decode(way).pathway), language)
            headings = [point.heading for side in found.sides for point in side.points]
            spelt = {word.lower() for heading in headings for word in heading.split()} & words
            assert not spelt - {"en", "ein", "one"}, headings


@pytest.mark.parametrize("tongue", LANGUAGES)
def test_man_years_are_fewer_and_not_less(tongue: str) -> None:
    language, less = (
        language_of(tongue),
        # «mangelen er 17 årsverk mindre»: there it is the lack that is smaller.
        re.compile(r"^(?!.*mangelen).*(årsverk|man-years?) (mindre|less|mer|meir)\b"),
    )
    for way in ("lys-vei", "mork-vei"):
        outlook = outlook_of("5056", pathway=decode(way).pathway)
        said = draft(outlook, language, Switches()).plain
        assert not [each for each in re.split(r"[.:\n]", said) if less.search(each)]


def test_who_lowers_a_lever_is_for_what_others_are_against() -> None:
    raised, lowered = (outlook("3209", f"2-he{level}") for level in ("2", "m"))
    up, down = objections(raised, NB), objections(lowered, NB)
    assert up.dilemma == down.dilemma or up.words != down.words
    assert {*up.words} & {*down.words}
    if up.dilemma == down.dilemma:
        assert up.words == down.words[::-1]


def test_a_draft_is_marked_and_has_the_figures_of_its_path() -> None:
    text = made("draft.txt", "3209", "lys-vei", "nb").decode()
    parts = text.split("UTKAST: ")
    assert len(parts) == len(draft(outlook("3209", "lys-vei"), NB, AS_USUAL).parts) + 2
    assert "{{" not in text
    facts = PathFacts(outlook("3209", "lys-vei"), NB)
    assert f"mangler det {NB.numbers.count(facts.official('gap'))} årsverk" in text
    for name, _ in named()["lys-vei"].levels:
        assert f"– {NB.say(f'levers.{name}.title')}: " in text
    assert BASE in text


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_a_draft_for_word_is_marked_too(spoken: str) -> None:
    content = made("draft.docx", "0", "som-i-dag", spoken)
    document, mark = Document(io.BytesIO(content)), language_of(spoken).say("debate.draft.mark")
    assert document.sections[0].header.paragraphs[0].text.startswith(mark.upper())
    assert document.core_properties.title.startswith(mark)
    headings = [p for p in document.paragraphs if p.style and p.style.name == "Heading 1"]
    assert len(headings) == 6
    points = [p for p in document.paragraphs if p.style and p.style.name == "List Number"]
    assert len(points) == 4
    styles = zipfile.ZipFile(io.BytesIO(content)).read("word/styles.xml").decode()
    assert {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}[spoken] in styles
    held = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert not [name for name in held if "stylesWithEffects" in name], "Word would mend the file"


def test_the_same_draft_is_the_same_bytes() -> None:
    again = draft_docx(draft(outlook("0", "som-i-dag"), NB, AS_USUAL, BASE), NB)
    assert again == made("draft.docx", "0", "som-i-dag", "nb")


@pytest.mark.parametrize("name", FILES)
def test_a_file_is_no_larger_than_readers_are_told(name: str) -> None:
    assert len(made(name, "5610", ALL, "nn")) < 1024 * FILES[name].largest


def test_markdown_becomes_blocks() -> None:
    text = "En **to** [tre](/om).\n\n- fire\n\n1. fem\n\n> seks"
    found = blocks(text, BASE)
    assert [block.kind for block in found] == ["paragraph", "item", "point", "quote"]
    assert [run.link for run in found[0].runs if run.link] == [f"{BASE}/om"]
    assert [run.text for run in found[0].runs if run.strong] == ["to"]
    assert not any(run.link for run in blocks(text)[0].runs)


def test_files_have_addresses_and_names(client: TestClient) -> None:
    for each in EVERY:
        answer = client.get(f"/api/v1/{each.name}/1151.{each.ending}?path=2-he2")
        assert answer.status_code == 200, each.id
        assert answer.headers["content-type"].startswith(each.media_type.partition(";")[0])
        assert (
            f"framtid-{each.name}-1151-2-he2-nb.{each.ending}"
            in (answer.headers["content-disposition"])
        )
    refused = client.get("/api/v1/brief/1151.pdf?path=tull")
    assert (refused.status_code, refused.json()["error"]) == (400, "broken_path")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_page_offers_every_file(client: TestClient, spoken: str) -> None:
    page = client.get(f"/debatt?sted=5610&vei=2-he2hj3&lang={spoken}").text
    for each in EVERY:
        assert f"/api/v1/{each.name}/5610.{each.ending}?" in page
    assert page.count("path=2-he2hj3") >= len(EVERY)
    assert '<option value="2-he2hj3" selected>' in page
    assert '<option value="lys-vei" selected>' in client.get("/debatt?sted=5610").text


@pytest.mark.parametrize("address", ["/vei?sted=5610&vei=2-he2", "/veivalg?sted=5610&vei=2-he2"])
def test_one_is_led_to_the_debate(client: TestClient, address: str) -> None:
    assert "/debatt?sted=5610&amp;vei=2-he2" in client.get(address).text


@pytest.mark.parametrize(
    ("address", "first"),
    [("/debatt", "veien"), ("/standpunkt", "helestillinger"), ("/staasted", "alle")],
)
def test_who_comes_without_a_place_is_asked_for_one_before_all_else(
    client: TestClient, address: str, first: str
) -> None:
    for code in ("", "5610"):
        html = client.get(address, params={"sted": code} if code else {}).text
        assert html.count('class="ft-other-place"') == 1
        asked = html.index('class="ft-other-place"') < html.index(f'id="{first}"')
        assert asked == (not code)
