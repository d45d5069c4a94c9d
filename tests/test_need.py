"""Need before solution: a draft need statement as page, Word and PDF, whole in three languages."""

import io
import re

import msgspec
import pytest
from docx import Document
from pypdf import PdfReader
from starlette.testclient import TestClient

from framtid.debate.need import FILE, Need, needs, statement
from framtid.language import language_of
from framtid.parameter_files import parse_as
from framtid.pathways.projects import projects
from framtid.places import places
from framtid.places.tongues import in_sami_area

PARTS = ["tall", "hvem", "prove", "mal", "hvem-med", "marked", "dialog", "tid", "verdi", "kilder"]
HOLE = re.compile(r"None|\bnan\b|\{\{|\{%|Undefined|  | [.,:;]|\(\)")
"""Signs of a hole in a sentence."""


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", needs())
def test_a_statement_is_whole(spoken: str, name: str) -> None:
    language = language_of(spoken)
    for code in ("0", "ba-5", "0301", "5610", "3209"):
        told = statement(name, places().get(code), language)
        assert [part.id for part in told.parts] == PARTS
        assert told.mark == language.say("needs.page.mark")
        for part in told.parts:
            assert part.blocks, part.id
            if part.id == "kilder":
                items = [block.plain for block in part.blocks if block.kind == "item"]
                assert all("://" in each for each in items)
                tried = next(each for each in told.parts if each.id == "prove").blocks
                named = {block.runs[0].text for block in tried if block.kind == "item"}
                for each in projects():
                    known = language.say(f"projects.list.{each}.title")
                    if known in named:
                        assert any(projects()[each].link in item for item in items), known
                assert len(part.blocks) > 2
                continue
            for block in part.blocks:
                assert not HOLE.search(block.plain), block.plain
                assert block.plain[-1] in (".?:_" if part.id == "dialog" else ".?:"), block.plain


def test_who_could_take_part_is_told_of_a_municipality() -> None:
    def taking_part(code: str) -> str:
        told = statement("netter", places().get(code), language_of("nb"))
        return " ".join(block.plain for block in told.parts[4].blocks)

    ullensaker = taking_part("3209")
    others = [each for each in places().region_of(places().get("3209")).members if each != "3209"]
    assert all(places().get(each).short in ullensaker for each in others)
    assert "ligner" in taking_part("5610")
    assert "Velg en kommune" in taking_part("0")
    counted = statement("netter", places().get("0"), language_of("nb")).parts[0].blocks
    assert len(counted) == 3
    assert not any("Landet" in block.plain for block in counted), "nothing stands beside it"


@pytest.mark.parametrize(
    ("before", "after"),
    [("lever: hjemme", "lever: tull"), ("area: bo-trygt", "area: hender"), ("plasser", "utenfor")],
)
def test_a_need_that_rests_on_nothing_is_refused(before: str, after: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(msgspec.ValidationError):
        parse_as(text.replace(before, after, 1), dict[str, Need])


def test_a_readers_own_words_are_told_as_they_stand(client: TestClient) -> None:
    query = "sted=5610&behov=bolig&ord=%3Cb%3EHei%3C/b%3E%20[her](https://example.no)%00"
    page = client.get(f"/behov?{query}")
    assert "&lt;b&gt;Hei&lt;/b&gt; [her](https://example.no)" in page.text
    assert 'href="https://example.no"' not in page.text
    assert '<option value="bolig" selected>' in page.text
    long = client.get("/behov", params={"ord": "a" * 5000}).text
    assert "a" * 400 in long
    assert "a" * 401 not in long


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_files_say_what_the_page_says(client: TestClient, spoken: str) -> None:
    told = statement("bolig", places().get("5610"), language_of(spoken), "Vi vil bo.")
    query = f"sted=5610&behov=bolig&ord=Vi%20vil%20bo.&lang={spoken}"
    written = Document(io.BytesIO(client.get(f"/behov.docx?{query}").content))
    lines = [paragraph.text for paragraph in written.paragraphs]
    assert told.mark.upper() in written.sections[0].header.paragraphs[0].text
    pdf = PdfReader(io.BytesIO(client.get(f"/behov.pdf?{query}").content))
    printed = " ".join(" ".join(each.extract_text() for each in pdf.pages).split())
    assert len(pdf.pages) <= 3
    lengths = [len(each.extract_text()) for each in pdf.pages]
    assert min(lengths) > max(lengths) / 3, "no page is nearly white"
    assert told.mark.upper() in printed
    for part in told.parts:
        assert part.heading in lines
        assert part.heading in printed
        assert all(block.plain in lines for block in part.blocks)
    assert client.get("/behov.exe").status_code == 404


MEANS = {
    "nb": r"(?i)\b(trening|opplæring|turnus|stilling|alarm|app\b|robot|bolig|program|verktøy)",
    "nn": r"(?i)\b(trening|opplæring|turnus|stilling|alarm|app\b|robot|bustad|program|verktøy)",
    "en": r"(?i)\b(training|rota|post|alarm|camera|app\b|robot|housing|programme|tool)",
}
"""Words of solutions, which what is to be achieved has none of."""


@pytest.mark.parametrize("spoken", MEANS)
@pytest.mark.parametrize("name", needs())
def test_what_is_to_be_achieved_names_no_solution(spoken: str, name: str) -> None:
    reach = language_of(spoken).entry(f"needs.list.{name}")["reach"]
    assert [goal for goal in reach if re.search(MEANS[spoken], goal)] == []


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_sami_is_among_what_must_be_reached_where_it_stands_equal(spoken: str) -> None:
    def told(code: str) -> dict[str, str]:
        parts = statement("netter", places().get(code), language_of(spoken)).parts
        return {part.id: " ".join(block.plain for block in part.blocks) for part in parts}

    area = [place.code for place in places().municipalities if in_sami_area(place)]
    assert len(area) == 13, "as Sametinget and Prop. 58 L (2022–2023) have it"
    for code in area:
        assert re.search("samisk|Sámi", told(code)["mal"])
        assert "sametinget.no" in told(code)["kilder"]
    for code in ("0", "0301", "5501", "1151"):
        assert not re.search("samisk|Sámi", told(code)["mal"])


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", needs())
def test_figures_are_told_in_how_many_and_worth_in_plain_words(spoken: str, name: str) -> None:
    language = language_of(spoken)
    for code in ("0", "0301", "5610", "1151"):
        told = {part.id: part for part in statement(name, places().get(code), language).parts}
        assert any(re.search(r"\(.*\d.*\)", block.plain) for block in told["tall"].blocks)
        worth = " ".join(block.plain for block in told["verdi"].blocks)
        assert not re.search("(?i)balanse|balance", worth)
        assert "kroner" in worth


def test_the_page_says_that_it_is_one_of_many_needs(client: TestClient) -> None:
    assert "Dette er ett av seks behov" in client.get("/behov?sted=5610").text
    assert "Dette er én av elleve hemmere" in client.get("/forsok?sted=5610").text
