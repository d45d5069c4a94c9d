"""``python -m tests.pages_agree [CODE …] [--share 3/8]``: what finished pages tell, held together.

Pages, the briefing and the API are read as a reader gets them, and every figure is told once: the
same people, hands and kroner with the same digits wherever they stand, also beside a path. Without
codes all places are read, or a share of them, at about a second and a half each;
``tests/test_pages_agree.py`` reads a few.
"""

import io
import re
import sys
from argparse import ArgumentParser
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from html import unescape
from time import monotonic, process_time

import pypdf
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.api import endpoint
from framtid.language import language_of
from framtid.places import Place, places
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from framtid.statistics import keeping
from framtid.web.turns import Shares
from tests.pages_sentences import SENTENCES, WAYS

PAGES = ("/historie?som=artikkel", "/debatt", "/veivalg", "/vei", "/lysbilder")
"""What is read along every path."""
PLAIN = ("/kommune", "/staasted")
"""What no path changes."""
COURSE = "som-i-dag"
BLOCKS = {"p", "li", "tr", "td", "th", "dt", "dd", "div", "section", "figcaption", "summary"}
BLOCKS |= {"h1", "h2", "h3", "h4", "caption"}
OPENS = re.compile(rf"</?(?:{'|'.join(BLOCKS)})\b(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
TAG = re.compile(r"<[/!a-zA-Z](?:[^<>\"']|\"[^\"]*\"|'[^']*')*>")
SCRIPT = re.compile(r"<(script|style)\b.*?</\1>|<!--.*?-->", re.DOTALL)
SILENT = re.compile(r"<(/?)(?:svg|template|head)\b[^>]*?(/?)>")
"""What begins and ends what is not read; one may stand within another."""
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
ROOM = 8
"""How many times what is computed is kept while all places are read: neighbours share much."""
STRIDE = 10
"""Places between two lines about how far it has come."""
Told = dict[str, dict[str, set[str]]]
"""By what is told: each figure, and where."""


def heard(page: str) -> str:
    """Return a page without what is not read as text."""
    page, parts, depth, at = SCRIPT.sub("", page), [], 0, 0
    for tag in SILENT.finditer(page):
        if not depth:
            parts.append(page[at : tag.start()])
        depth += -1 if tag[1] else 0 if tag[2] else 1
        at = tag.end()
    return "".join([*parts, page[at:]])


def text_of(page: str) -> str:
    """Return a page's text: blocks apart, other white space as one blank.

    With expressions, not with a parser: pages are our own, and a parser takes ten times as long.
    """
    bare = TAG.sub("", OPENS.sub(APART, heard(page)))
    lines = re.sub(r"[ \t\r\f\n]+", " ", unescape(bare)).split(APART)
    return " | ".join(filter(None, map(str.strip, lines)))


def number(written: str) -> float:
    """Read a figure in digits or in words."""
    if (word := written.lower()) in SPELLED:
        return float(SPELLED[word])
    return float(written.replace("\u00a0", "").replace("−", "-").replace(",", "."))


Pattern = tuple[str, re.Pattern[str], list[str]]
"""Words that a text must have for a sentence to be in it, the sentence, what its figures are of."""
SPECIAL = re.compile(r"[#\\|()\[\].+*?^$]")


@lru_cache(2)
def patterns(place: Place) -> tuple[Pattern, ...]:
    """Return the sentences as they stand about a place."""
    language = language_of("nb")
    known = {"INSIDE": language.inside(place), "NAME": language.name(place)}
    return tuple(_patterns(known))


def _patterns(known: Mapping[str, str]) -> Iterator[Pattern]:
    for pattern, *names in SENTENCES:
        # Outside groups and classes, the longest run of words that stands as it is.
        flat = re.sub(r"\((?:[^()]|\([^()]*\))*\)\??|\[[^\]]*\][+*]?\??|.\?", "#", pattern)
        words = max(SPECIAL.split(re.sub("INSIDE|NAME", "#", flat)), key=len)
        whole = pattern.replace("#", f"({NUMBER})")
        for word, value in known.items():
            whole = whole.replace(word, re.escape(value))
        yield words, re.compile(whole), names


def told_in(text: str, place: Place, path: str) -> Iterator[tuple[str, float]]:
    """Yield what a text tells, by what it is of; ``@`` in a name is followed by the path."""
    for words, pattern, names in patterns(place):
        for found in pattern.finditer(text) if words in text else ():
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
    file.raise_for_status()
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


def part(every: list[Place], share: str) -> list[Place]:
    """Return one share of all places: ``3/8`` is the third of eight, each from all over."""
    which, of = map(int, share.split("/"))
    if not 1 <= which <= of:
        message = f"{share} is no share: the first of eight is 1/8"
        raise ValueError(message)
    return every[which - 1 :: of]


def tell(place: Place, told: Told) -> int:
    """Write what is told in two ways; return how many figures are."""
    two = sorted(apart(told).items())
    for name, values in two:
        said = "; ".join(f"{value}: {', '.join(sorted(at))}" for value, at in values.items())
        sys.stdout.write(f"{place.code} {name}: {said}\n")
    sys.stdout.flush()
    return len(two)


def main(arguments: Sequence[str]) -> int:
    """Read places; return 1 where something is told in two ways."""
    parser = ArgumentParser(prog="python -m tests.pages_agree", description=__doc__)
    parser.add_argument("codes", nargs="*", metavar="CODE", help="all places where none is given")
    parser.add_argument("--share", default="1/1", help="read one share of them, such as 3/8")
    asked = parser.parse_args(arguments)
    known, reader, faults = places(), client(), 0
    every = [known.get(code) for code in asked.codes] or list(known.by_code.values())
    every = part(every, asked.share)
    keeping.ROOM = ROOM
    # All is asked for from one address.
    vars(endpoint)["SHARES"] = Shares(10**9, 1.0, monotonic)
    for at, place in enumerate(every, 1):
        faults += tell(place, read(reader, place))
        if at % STRIDE == 0:
            spent = process_time() / at
            sys.stderr.write(f"{at} of {len(every)} places, {spent:.2f} s of work for each\n")
    sys.stdout.write(f"{len(every)} places, {faults} figures told in two ways\n")
    return int(faults > 0)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
