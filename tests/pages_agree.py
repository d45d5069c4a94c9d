"""``python -m tests.pages_agree [CODE …]``: what finished pages tell of a place, held together.

Pages, the briefing and the API are read as a reader gets them, and every figure is told once: the
same people, hands and kroner with the same digits wherever they stand, also beside a path. Without
codes all places are read, which takes half an hour; ``tests/test_pages_agree.py`` reads a few.
"""

import io
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from html.parser import HTMLParser

import pypdf
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.language import language_of
from framtid.places import Place, places
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from tests.pages_sentences import SENTENCES, WAYS

PAGES = ("/historie?som=artikkel", "/debatt", "/veivalg", "/vei", "/lysbilder")
"""What is read along every path."""
PLAIN = ("/kommune", "/staasted")
"""What no path changes."""
COURSE = "som-i-dag"
BLOCKS = {"p", "li", "tr", "td", "th", "dt", "dd", "div", "section", "figcaption", "summary"}
BLOCKS |= {"h1", "h2", "h3", "h4", "caption"}
SILENT = frozenset(("script", "style", "svg", "template", "head"))
APART = "\0"
"""What stands between two blocks of text."""
WORDS = language_of("nb").numbers.forms["words"]
ONES = {"ett": 1, "én": 1}
SPELLED = {word: at for at, word in enumerate(WORDS)} | ONES
NUMBER = "|".join(
    [
        "[−-]?(?:\\d{1,3}(?:\u00a0\\d{3})+|\\d+)(?:,\\d+)?",
        *sorted({form for word in SPELLED for form in (word, word.capitalize())}, key=len)[::-1],
    ]
)
Told = dict[str, dict[str, set[str]]]
"""By what is told: each figure, and where."""


class _Text(HTMLParser):
    """The text of a page, a line to each block."""

    def __init__(self) -> None:
        super().__init__()
        self.parts: list[str] = []
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: object) -> None:  # noqa: ARG002 - HTMLParser's
        self._silent += tag in SILENT
        self.parts += [APART] if tag in BLOCKS else []

    def handle_endtag(self, tag: str) -> None:
        self._silent -= tag in SILENT
        self.parts += [APART] if tag in BLOCKS else []

    def handle_data(self, data: str) -> None:
        self.parts += [] if self._silent else [data]


def text_of(page: str) -> str:
    """Return a page's text: blocks apart, other white space as one blank."""
    reader = _Text()
    reader.feed(page)
    lines = (re.sub(r"[ \t\r\f\n]+", " ", each) for each in "".join(reader.parts).split(APART))
    lines = (line.strip() for line in lines)
    return " | ".join(filter(None, lines))


def number(written: str) -> float:
    """Read a figure in digits or in words."""
    if (word := written.lower()) in SPELLED:
        return float(SPELLED[word])
    return float(written.replace("\u00a0", "").replace("−", "-").replace(",", "."))


def told_in(text: str, place: Place, path: str) -> Iterator[tuple[str, float]]:
    """Yield what a text tells, by what it is of; ``@`` in a name is followed by the path."""
    language = language_of("nb")
    known = {"INSIDE": language.inside(place), "NAME": language.name(place)}
    for pattern, *names in SENTENCES:
        whole = pattern.replace("#", f"({NUMBER})")
        for word, value in known.items():
            whole = whole.replace(word, re.escape(value))
        for found in re.finditer(whole, text):
            for name, written in zip(names, found.groups(), strict=True):
                if name and written is not None:
                    yield name.replace("@P", f"@{path}"), abs(number(written))


def answered(client: TestClient, place: Place, path: str) -> Iterator[tuple[str, float]]:
    """Yield what the API tells."""
    told = client.get(f"/api/v1/outlook/{place.code}.json", params={"path": path}).json()["told"]
    for name in ("people", "gap", "hands_needed", "balance_per_inhabitant", "carers"):
        figures, key = told[name]["2040"], WAYS.get(name, name)
        if name == "gap" and min(figures["official"], figures["path"]) <= 0:
            continue  # Enough is told as enough.
        yield f"{key} now", abs(figures["now"])
        yield f"{key} @{COURSE}", abs(figures["official"])
        yield f"{key} @{path}", abs(figures["path"])


def read(client: TestClient, place: Place, paths: Iterable[str] = tuple(WAYS["paths"])) -> Told:
    """Return every figure of a place and where it is told."""
    found: Told = defaultdict(lambda: defaultdict(set))

    def keep(where: str, told: Iterable[tuple[str, float]]) -> None:
        for name, value in told:
            found[name][f"{value:.10g}"].add(where)

    def ask(address: str, **query: str) -> str:
        answer = client.get(address, params={"sted": place.code, **query})
        return text_of(answer.text) if answer.status_code == 200 else ""

    for address in PLAIN:
        keep(address, told_in(ask(address), place, COURSE))
    for path in paths:
        for address in PAGES:
            page, _, query = address.partition("?")
            more = dict([query.split("=")]) if query else {}
            keep(f"{address} {path}", told_in(ask(page, vei=path, **more), place, path))
        keep(f"api {path}", answered(client, place, path))
    *_, last = paths
    file = client.get(f"/api/v1/brief/{place.code}.pdf", params={"path": last})
    pages = pypdf.PdfReader(io.BytesIO(file.content)).pages
    text = re.sub(r"[ \n]+", " ", " ".join(page.extract_text() for page in pages))
    text = re.sub(r"(?<=\d) (?=\d{3}\b)", "\u00a0", text)
    keep(f"brief {last}", told_in(text, place, last))
    return found


def apart(told: Told) -> dict[str, dict[str, set[str]]]:
    """Return what is told with more than one figure."""
    return {name: dict(values) for name, values in told.items() if len(set(map(float, values))) > 1}


def client() -> TestClient:
    """Return a reader of our own pages."""
    return TestClient(Starlette(routes=routes(), middleware=list(MIDDLEWARE)))


def main(codes: list[str]) -> int:
    """Read places; return 1 where something is told in two ways."""
    known, reader, faults = places(), client(), 0
    every = [known.get(code) for code in codes] if codes else list(known.by_code.values())
    for place in every:
        told = read(reader, place)
        for name, values in sorted(apart(told).items()):
            faults += 1
            said = "; ".join(f"{value}: {', '.join(sorted(at))}" for value, at in values.items())
            sys.stdout.write(f"{place.code} {name}: {said}\n")
            sys.stdout.flush()
    sys.stdout.write(f"{len(every)} places, {faults} figures told in two ways\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
