"""From a barrier to a trial: the sketch is whole in three languages, as page, Word and PDF."""

import io

import pytest
from docx import Document
from pypdf import PdfReader
from starlette.testclient import TestClient

from framtid.debate.trial import sketch
from framtid.language import language_of
from framtid.pathways.causes import barriers, causal_map
from framtid.places import places
from tests.test_need import HOLE

PARTS = ["hemmer", "regel", "avvik", "hjemmel", "med", "prove", "males", "galt", "slutt", "kilder"]


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", [*barriers(), ""])
def test_a_sketch_is_whole(spoken: str, name: str) -> None:
    language = language_of(spoken)
    told = sketch(name, places().get("5610"), language)
    assert [part.id for part in told.parts] == PARTS
    for part in told.parts:
        assert part.blocks, part.id
        if part.id != "kilder":
            assert all(not HOLE.search(block.plain) for block in part.blocks)


def test_every_barrier_says_who_can_remove_it_and_nothing_else_does() -> None:
    for node in causal_map().nodes.values():
        assert bool(node.removes) == (node.kind == "barrier")


def test_those_who_met_a_barrier_are_told_with_it(client: TestClient) -> None:
    page = client.get("/forsok?sted=5610&punkt=anskaffelser").text
    assert "Innovasjonspartnerskap for aktive liv" in page
    assert "Stavanger kommune" in page
    chosen = client.get("/sammenheng?sted=5610&punkt=anskaffelser").text
    assert 'href="/forsok?sted=5610&amp;punkt=anskaffelser"' in chosen
    unknown = client.get("/forsok?punkt=hender").text
    assert f'<option value="{barriers()[0]}" selected>' in unknown


def test_its_sources_are_links_and_what_a_reader_wrote_is_not(client: TestClient) -> None:
    page = client.get("/forsok?punkt=regler&regel=https://evil.example").text
    assert '<a href="https://www.rettsdata.no/' in page
    assert "https://evil.example" in page
    assert 'href="https://evil.example' not in page


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_files_say_what_the_page_says(client: TestClient, spoken: str) -> None:
    language = language_of(spoken)
    told = sketch("regler", places().get("5610"), language, "Loven § 1 <b>", "To må møte.\nAlltid.")
    words = "regel=Loven%20§%201%20%3Cb%3E&hinder=To%20må%20møte.%0AAlltid."
    query = f"sted=5610&punkt=regler&{words}&lang={spoken}"
    page = client.get(f"/forsok?{query}").text
    assert "<p>Loven § 1 &lt;b&gt;</p>" in page
    assert "<p>To må møte.</p><p>Alltid.</p>" in page
    written = Document(io.BytesIO(client.get(f"/forsok.docx?{query}").content))
    lines = [paragraph.text for paragraph in written.paragraphs]
    pdf = PdfReader(io.BytesIO(client.get(f"/forsok.pdf?{query}").content))
    printed = " ".join(" ".join(each.extract_text() for each in pdf.pages).split())
    for part in told.parts:
        assert part.heading in lines
        assert part.heading in printed
        assert all(block.plain in lines for block in part.blocks)


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", [*barriers(), ""])
def test_what_is_given_begins_its_part_and_is_not_asked_for(spoken: str, name: str) -> None:
    language, place = language_of(spoken), places().get("5610")
    asking = {part.id: part for part in sketch(name, place, language).parts}
    given = sketch(name, place, language, "Kommuneloven § 20-2", "*Vi* får ikke.\nTo må møte.")
    told = {part.id: part for part in given.parts}
    assert [block.plain for block in told["hemmer"].blocks[:2]] == ["*Vi* får ikke.", "To må møte."]
    assert told["regel"].blocks[0].plain == "Kommuneloven § 20-2"
    assert "?" in asking["regel"].heading
    assert "?" not in told["regel"].heading
    assert asking["regel"].blocks[0].plain not in {block.plain for block in told["regel"].blocks}
    assert bool(told["hemmer"].blocks[2:]) == bool(name), "what the map says comes after"


def test_a_report_of_no_barrier_on_the_map_is_sketched_as_that(client: TestClient) -> None:
    page = client.get("/forsok?sted=5610&hinder=Ingen%20svarer.").text
    assert '<option value="" selected>' in page
    assert "<p>Ingen svarer.</p>" in page
    assert "styrt i detalj" not in page.partition('id="hemmer"')[2].partition("</section>")[0]
