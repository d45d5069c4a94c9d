"""Every Word file: on A4, pages numbered, addresses that lead somewhere, and nothing torn apart."""

import io
import re
from html import unescape
from itertools import pairwise

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm
from starlette.testclient import TestClient

from framtid.debate.markup import blocks
from framtid.language import language_of

FILES = {
    "draft": "/api/v1/draft/0301.docx?path=lys-vei",
    "need": "/behov.docx?sted=5610&behov=vakter&ord=Se+https://evil.example",
    "trial": "/forsok.docx?sted=1824&punkt=deltid&regel=https://evil.example",
    "protocol": "/mote/protokoll.docx?sted=5610&lengde=60&svar=tillit.12.8.1",
}
HTTP = re.compile(r"https?://[^\s)]+")
LISTS = {"List Bullet", "List Number"}


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", FILES)
def test_a_word_file_is_ready_for_norwegian_paper(
    client: TestClient, name: str, spoken: str
) -> None:
    made = Document(io.BytesIO(client.get(f"{FILES[name]}&lang={spoken}").content))
    (section,) = made.sections
    assert section.page_width is not None
    assert section.page_height is not None
    assert abs(section.page_width - Mm(210)) < Mm(1)
    assert abs(section.page_height - Mm(297)) < Mm(1)
    foot = section.footer.paragraphs[0]
    fields = [each.get(qn("w:instr")) for each in foot._p.iter(qn("w:fldSimple"))]
    assert fields == ["PAGE", "NUMPAGES"]


@pytest.mark.parametrize("name", FILES)
def test_our_own_addresses_lead_somewhere_and_those_of_a_reader_do_not(
    client: TestClient, name: str
) -> None:
    made = Document(io.BytesIO(client.get(FILES[name]).content))
    links = [each for paragraph in made.paragraphs for each in paragraph.hyperlinks]
    assert links
    assert all(each.address == each.text for each in links)
    text = "\n".join(paragraph.text for paragraph in made.paragraphs)
    every = [each for each in HTTP.findall(text) if "evil" not in each]
    assert [each.text for each in links] == every
    assert ("evil" in text) == ("evil" in FILES[name])


@pytest.mark.parametrize("name", FILES)
def test_what_leads_in_a_list_stands_on_the_page_of_its_first_item(
    client: TestClient, name: str
) -> None:
    paragraphs = Document(io.BytesIO(client.get(FILES[name]).content)).paragraphs
    kinds = [each.style.name if each.style else "" for each in paragraphs]
    led = [
        paragraph
        for paragraph, (kind, after) in zip(paragraphs, pairwise(kinds), strict=False)
        if after in LISTS and kind == "Normal"
    ]
    assert len(led) > 1
    assert all(each.paragraph_format.keep_with_next for each in led)


def test_an_address_ends_before_the_stop_of_its_sentence() -> None:
    (told,) = blocks("Se **tallene** (http://x.no/a?b=1), eller http://x.no/c.")
    assert [run.text for run in told.runs if run.link] == ["http://x.no/a?b=1", "http://x.no/c"]
    assert told.plain == "Se tallene (http://x.no/a?b=1), eller http://x.no/c."


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_a_page_tells_a_draft_in_the_order_of_the_file(client: TestClient, spoken: str) -> None:
    query = f"sted=0301&behov=netter&lang={spoken}"
    made = Document(io.BytesIO(client.get(f"/behov.docx?{query}").content))
    page = client.get(f"/behov?{query}").text
    article = page[page.index("<section id=") : page.index("</article>")]
    plain = "".join(unescape(re.sub(r"<[^>]+>", "", article)).split())
    told = "".join("".join(each.text.split()) for each in made.paragraphs[2:])
    assert plain == told


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_names_in_a_row_have_one_capital(client: TestClient, spoken: str) -> None:
    say = language_of(spoken).say
    first, last = (say(f"pathways.decides.{who}") for who in ("council", "employers"))
    lower = last[:1].lower() + last[1:]
    made = Document(
        io.BytesIO(client.get(f"/forsok.docx?sted=1824&punkt=deltid&lang={spoken}").content)
    )
    assert any(f"{first}, {lower}." in paragraph.text for paragraph in made.paragraphs)
    assert f"{first}, {lower}." in client.get(f"/sammenheng?punkt=deltid&lang={spoken}").text
