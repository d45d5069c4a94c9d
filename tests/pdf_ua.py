"""What PDF/UA-1 (ISO 14289-1) asks of a file that a program can see, read with pypdf.

It stands in for veraPDF, which is not to be had here: what a machine can check of the Matterhorn
protocol's points 06, 07, 11, 13, 14, 15, 17, 19, 28 and 31 in files that typst makes.
"""

import io
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pypdf
from pypdf.generic import ArrayObject, ContentStream

HEADINGS = {"H1": 1, "H2": 2, "H3": 3, "H4": 4}
SHOWN = {b"Tj", b"TJ", b"'", b'"', b"Do", b"sh", b"S", b"s", b"f", b"F", b"f*", b"B", b"B*"}
"""Operators that put something on a page."""


@dataclass(frozen=True)
class Tag:
    """An element of the structure: what it is, and what it says of itself."""

    kind: str
    element: Any
    parents: tuple[str, ...]


def tags(reader: pypdf.PdfReader) -> Iterator[Tag]:
    """Yield every element of the structure in reading order; roles of its own are looked up."""
    root: Any = reader.root_object["/StructTreeRoot"]
    roles = root.get("/RoleMap", {})

    def walk(node: Any, parents: tuple[str, ...]) -> Iterator[Tag]:
        found = node.get_object()
        if isinstance(found, ArrayObject):
            for each in found:
                yield from walk(each, parents)
        elif isinstance(found, dict) and "/S" in found:
            kind = str(roles.get(found["/S"], found["/S"])).lstrip("/")
            yield Tag(kind, found, parents)
            if "/K" in found:
                yield from walk(found["/K"], (*parents, kind))

    yield from walk(root["/K"], ())


def _unmarked(reader: pypdf.PdfReader) -> Iterator[str]:
    """Yield what is shown on a page outside of any tag or artifact."""
    for number, page in enumerate(reader.pages, 1):
        depth = 0
        content: Any = ContentStream(page.get_contents(), reader)
        for _, operator in content.operations:
            depth += operator in {b"BDC", b"BMC"}
            depth -= operator == b"EMC"
            if operator in SHOWN and not depth:
                yield f"page {number} shows something with no tag ({operator.decode()})"


def _head(reader: pypdf.PdfReader, spoken: str) -> Iterator[str]:
    root: Any = reader.root_object
    if not root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked as tagged"
    if str(root.get("/Lang", "")).partition("-")[0] != spoken:
        yield f"its language is {root.get('/Lang')}"
    if not (reader.metadata and reader.metadata.title):
        yield "it has no title"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a window shows its file's name and not its title"
    if b"<pdfuaid:part>1</pdfuaid:part>" not in root["/Metadata"].get_data():
        yield "it does not say that it is PDF/UA-1"


def _fonts(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        resources: Any = page["/Resources"]
        for name, font in resources.get("/Font", {}).items():
            known = font.get_object()
            below = known.get("/DescendantFonts", [known])[0].get_object()
            if not {"/FontFile", "/FontFile2", "/FontFile3"} & set(below["/FontDescriptor"]):
                yield f"the font {name} is not embedded"
            if "/ToUnicode" not in known:
                yield f"the letters of {name} are not known"


HOLDERS = {"TR": "Table", "TD": "TR", "TH": "TR", "LI": "L"}


def _headings(found: list[Tag]) -> Iterator[str]:
    level = 0
    for tag in found:
        if tag.kind in HEADINGS:
            if HEADINGS[tag.kind] > level + 1:
                yield f"{tag.kind} stands below a heading of level {level}"
            level = HEADINGS[tag.kind]
    if not level:
        yield "it has no heading"


def _structure(found: list[Tag]) -> Iterator[str]:
    for tag in found:
        if tag.kind in {"Figure", "Formula"} and not str(tag.element.get("/Alt", "")).strip():
            yield f"a {tag.kind} has no alternative"
        if tag.kind in HOLDERS and HOLDERS[tag.kind] not in tag.parents:
            yield f"a {tag.kind} stands outside of {HOLDERS[tag.kind]}"
    kinds = {tag.kind for tag in found}
    if "Table" in kinds and "TH" not in kinds:
        yield "its tables have no heads"


def _pages(reader: pypdf.PdfReader) -> Iterator[str]:
    for page in reader.pages:
        if "/StructParents" not in page:
            yield "a page is not part of the structure"
        links: Any = [each.get_object() for each in page.get("/Annots", [])]
        if any("/StructParent" not in each for each in links):
            yield "a link is not part of the structure"


def faults(content: bytes, spoken: str) -> list[str]:
    """Return what is wrong with a file in a language; nothing where all is well."""
    reader = pypdf.PdfReader(io.BytesIO(content))
    found = list(tags(reader))
    whole = (_head(reader, spoken), _fonts(reader), _unmarked(reader), _pages(reader))
    checks = (*whole, _headings(found), _structure(found))
    return [fault for check in checks for fault in check]
