"""Markdown as blocks of runs, for those who set text in other ways than as HTML."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

from markdown_it.token import Token

from framtid.stories.prose import parsed

ADDRESS = re.compile(r"https?://[^\s()<>]*[^\s()<>.,:;!?]")
"""An address as it stands in a sentence, without the stop after it."""
Kind = Literal["paragraph", "item", "point", "quote", "heading"]
"""An item is of a list with dashes, a point of one with numbers."""


@dataclass(frozen=True, slots=True)
class Run:
    """Text in one form."""

    text: str
    strong: bool = False
    link: str = ""
    """Where it leads, absolute; empty where it leads nowhere."""


@dataclass(frozen=True, slots=True)
class Block:
    """A paragraph, an item of a list, a numbered point, a quotation, or a heading within a part."""

    kind: Kind
    runs: tuple[Run, ...]

    @property
    def plain(self) -> str:
        """Its text without marks."""
        return "".join(run.text for run in self.runs)


def blocks(text: str, base: str = "") -> tuple[Block, ...]:
    """Return the blocks of a Markdown text.

    Args:
        text: the Markdown.
        base: our own address; without one, links to our own pages are text only.

    """
    return tuple(_blocks(parsed(text), base))


def _blocks(tokens: list[Token], base: str) -> Iterator[Block]:
    inside: list[Kind] = []
    for token in tokens:
        match token.type:
            case "list_item_open":
                inside.append("point" if token.markup in {".", ")"} else "item")
            case "blockquote_open":
                inside.append("quote")
            case "list_item_close" | "blockquote_close":
                inside.pop()
            case "inline":
                kind = inside[-1] if inside else "paragraph"
                yield Block(kind, tuple(_runs(token.children or [], base)))


def _runs(inline: list[Token], base: str) -> Iterator[Run]:
    strong, link = False, ""
    for token in inline:
        match token.type:
            case "strong_open" | "strong_close":
                strong = token.type == "strong_open"
            case "link_open":
                link = _absolute(str(token.attrs["href"]), base)
            case "link_close":
                link = ""
            case "softbreak" | "hardbreak":
                yield Run(" ", strong, link)
            case _ if token.content and link:
                yield Run(token.content, strong, link)
            case _ if token.content:
                yield from linked(token.content, strong=strong)


def linked(text: str, *, strong: bool = False) -> Iterator[Run]:
    """Yield a text of ours as runs, each address in it leading to where it says."""
    end = 0
    for found in ADDRESS.finditer(text):
        if found.start() > end:
            yield Run(text[end : found.start()], strong)
        yield Run(found[0], strong, found[0])
        end = found.end()
    if end < len(text):
        yield Run(text[end:], strong)


def _absolute(href: str, base: str) -> str:
    """Return a link that works on paper: our own pages need our own address."""
    if not href.startswith("/"):
        return href
    return base + href if base else ""
