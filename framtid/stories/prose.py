"""Prose as it is written: Markdown files whose headings carry ids, and the same as plain text."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from html import escape
from pathlib import Path

from markdown_it import MarkdownIt
from markdown_it.token import Token

from framtid import addresses
from framtid.language import Language, on_one_line

FOLDER = Path(__file__).parents[2] / "stories"
HEADING = re.compile(r"^(#{1,2}) (?P<text>.+?) \{#(?P<id>[a-z0-9-]+)\}\s*$", re.MULTILINE)
NOTE = re.compile(r"^\+\+\+ (?P<name>.+)$", re.MULTILINE)
"""Begins what a step keeps behind a name to press, such as «Slik regner vi»."""
_markdown = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Prose:
    """A file's parts by id, heading and text each, in the order they are read."""

    parts: dict[str, tuple[str, str]]
    shared: str
    """What stands above the first heading: macros that every part may use."""
    lines: dict[str, int]
    """In which line of the file each part begins."""

    def fill(self, part: str, language: Language, **values: object) -> tuple[str, str]:
        """Return heading and text of a part with its figures in, the text still Markdown."""
        heading, text = (
            language.fill(f"{self.shared}\n{piece}", **values).strip() for piece in self.parts[part]
        )
        return on_one_line(heading), text


@lru_cache
def read(path: Path) -> Prose:
    """Return the prose of a file."""
    text = path.read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    parts = {
        match["id"]: (match["text"], text[match.end() : end].strip())
        for match, end in zip(found, ends, strict=True)
    }
    lines = {match["id"]: text.count("\n", 0, match.start()) + 1 for match in found}
    return Prose(parts, text[: found[0].start()].strip(), lines)


def parsed(text: str) -> list[Token]:
    """Return what Markdown is made of; raw HTML in it is text, and links stay in the language."""
    tokens = _markdown.parse(text)
    for link in (each for token in tokens for each in token.children or () if "href" in each.attrs):
        link.attrs["href"] = addresses.in_language(str(link.attrs["href"]))
    return tokens


def html(text: str) -> str:
    """Return Markdown as HTML, with its note folded."""
    note = NOTE.search(text)
    if note is None:
        return _rendered(text)
    folded = f"<summary>{escape(note['name'])}</summary>\n{_rendered(text[note.end() :])}"
    return f'{_rendered(text[: note.start()])}<details class="note">{folded}</details>\n'


def unfolded(made: str) -> str:
    """Return HTML of ``html`` with its note open, for paper."""
    return made.replace('<details class="note">', '<details class="note" open>')


def _rendered(text: str) -> str:
    tokens = parsed(text)
    rendered: str = _markdown.renderer.render(tokens, _markdown.options, {})
    return rendered


def plain(text: str, base: str = "") -> str:
    """Return Markdown as text for a letter or a minute: paragraphs, and dashes before items.

    Args:
        text: the Markdown.
        base: our own address, where links are to be told as addresses on paper.

    """
    named = NOTE.sub(r"\n\g<name>:\n", text)
    return "\n".join(_lines(_markdown.parse(named), base)).strip()


def _lines(tokens: list[Token], base: str) -> Iterator[str]:
    inside_item = False
    for token in tokens:
        match token.type:
            case "list_item_open":
                inside_item = True
            case "list_item_close":
                inside_item = False
            case "bullet_list_close":
                yield ""
            case "inline":
                said = _said(token.children or [], base)
                yield f"– {said}" if inside_item else f"{said}\n"


def _said(inline: list[Token], base: str) -> str:
    """Return a line as it is said; the address of a link that it ends with, where there is a base.

    An address in the middle of a sentence would be in the way of who reads it.
    """
    breaks, said, leads = {"softbreak", "hardbreak"}, "", ""
    for at, token in enumerate(inline):
        said += " " if token.type in breaks else token.content
        if token.type == "link_open":
            leads = str(token.attrGet("href"))
        ends = not "".join(each.content for each in inline[at + 1 :]).strip(" .")
        if token.type == "link_close" and base and ends:
            said += f" ({base if leads.startswith('/') else ''}{leads})"
    return said
