"""Titles and names in another language, marked as such in every file to read."""

import io
import re
import zipfile
from collections.abc import Iterator
from typing import Any

import pypdf
import pytest
from lxml import etree
from starlette.testclient import TestClient

from framtid.consequences.parameters import references
from framtid.debate.quoted_runs import REGIONS
from framtid.language.quoted import foreign
from framtid.pathways.passages import passages, quoted_in
from tests.pdf_ua import tags

WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
READ = re.compile(r"word/(document|header\d*|footer\d*)\.xml|ppt/(slides|notesSlides)/\w+\.xml")
WAY = "path=lys-vei"
OFFICE = {
    "slides": f"/api/v1/slides/5610.pptx?{WAY}",
    "draft": f"/api/v1/draft/5610.docx?{WAY}",
    "need": "/behov.docx?sted=5610",
    "trial": "/forsok.docx?sted=5610",
    "protocol": "/mote/protokoll.docx?sted=5610",
}
PDFS = {
    "brief": f"/api/v1/brief/5610.pdf?{WAY}",
    "rostrum": f"/api/v1/rostrum/5610.pdf?{WAY}",
    "need": "/behov.pdf?sted=5610",
    "lever": "/spak/heltid.pdf?sted=5610",
    "protocol": "/mote/protokoll.pdf?sted=5610",
}
LANG = re.compile(rb"/Lang ?\(([\w-]+)\)")
HERE = {"nb": "nb-NO", "nn": "nn-NO", "en": "en-GB"}


def runs(content: bytes) -> Iterator[tuple[str, str | None]]:
    """Yield every run of a Word or PowerPoint file, and the language it says it is in."""
    parts = zipfile.ZipFile(io.BytesIO(content))
    for name in filter(READ.fullmatch, parts.namelist()):
        for run in etree.fromstring(parts.read(name)).iter("{*}r"):
            text = "".join(each.text or "" for each in run.iter("{*}t"))
            properties, word = run.find("{*}rPr"), run.find("{*}rPr/{*}lang")
            own = properties.get("lang") if properties is not None else None
            yield text, word.get(f"{WORD}val") if word is not None else own


def spoken_in(content: bytes) -> set[str]:
    """Return the languages that pieces of a PDF say they are in."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    pages: Any = reader.pages
    marks = (LANG.findall(page.get_contents().get_data()) for page in pages)
    whole = {str(tag.element["/Lang"]) for tag in tags(reader) if "/Lang" in tag.element}
    return whole.union(*({each.decode() for each in page} for page in marks))


def test_a_text_is_told_in_pieces_that_are_the_whole() -> None:
    text = "KS (2024): Andelen heltidsansatte øker · Kárášjohka – Karasjok"
    assert [(each.text, each.tongue) for each in passages(text, "en")] == [
        ("KS (2024): ", None),
        ("Andelen heltidsansatte øker", "no"),
        (" · ", None),
        ("Kárášjohka", "se"),
        (" – Karasjok", None),
    ]
    assert quoted_in({"a": [text], "b": 2}, "nn") == {"Kárášjohka": "se"}


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
def test_every_title_of_another_language_is_found_and_no_other(language: str) -> None:
    for source in references().values():
        own = language == source.tongue or (source.tongue == "no" and language != "en")
        found = quoted_in(f"{source.publisher}: {source.title}.", language)
        assert found.get(source.title) == (None if own else source.tongue), source.id


@pytest.mark.parametrize("language", ["nb", "nn", "en"])
@pytest.mark.parametrize("name", OFFICE)
def test_a_file_to_edit_says_the_language_of_what_it_quotes(
    client: TestClient, name: str, language: str
) -> None:
    address = OFFICE[name]
    joined = "&" if "?" in address else "?"
    quoted = 0
    for text, said in runs(client.get(f"{address}{joined}lang={language}").content):
        found = quoted_in(text, language)
        quoted += len(found)
        if found:
            assert list(found) == [text]
            assert said == REGIONS.get(found[text], f"{found[text]}-NO"), text
        else:
            assert said in {None, HERE[language]}, text
    assert quoted or language != "en" or name == "protocol"


def squeezed(text: str) -> str:
    """Return a text without what a line that breaks puts into it."""
    return re.sub(r"[\s\u00ad\u2010-]", "", text)


@pytest.mark.parametrize("language", ["nn", "en"])
@pytest.mark.parametrize("name", PDFS)
def test_a_pdf_says_the_language_of_what_it_quotes(
    client: TestClient, name: str, language: str
) -> None:
    address = PDFS[name]
    joined = "&" if "?" in address else "?"
    content = client.get(f"{address}{joined}lang={language}").content
    pages = pypdf.PdfReader(io.BytesIO(content)).pages
    text = squeezed("".join(page.extract_text() for page in pages))
    titles = [each for each in references().values() if squeezed(each.title) in text]
    quoted = {own for each in titles if (own := foreign(each.tongue, language))}
    assert spoken_in(content) - {HERE[language], language} == quoted
    assert quoted or language != "en" or name in {"rostrum", "protocol"}
