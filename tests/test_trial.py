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
@pytest.mark.parametrize("name", barriers())
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


def test_the_files_say_what_the_page_says(client: TestClient) -> None:
    told = sketch("regler", places().get("5610"), language_of("nb"), "Loven § 1 <b>")
    query = "sted=5610&punkt=regler&regel=Loven%20§%201%20%3Cb%3E"
    assert "Loven § 1 &lt;b&gt;" in client.get(f"/forsok?{query}").text
    written = Document(io.BytesIO(client.get(f"/forsok.docx?{query}").content))
    lines = [paragraph.text for paragraph in written.paragraphs]
    pdf = PdfReader(io.BytesIO(client.get(f"/forsok.pdf?{query}").content))
    printed = " ".join(" ".join(each.extract_text() for each in pdf.pages).split())
    for part in told.parts:
        assert part.heading in lines
        assert part.heading in printed
        assert all(block.plain in lines for block in part.blocks)
