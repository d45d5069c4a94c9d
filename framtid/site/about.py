"""Om tallene: the method in words, and the sources as the catalogue lists them."""

from functools import lru_cache

from markdown_it import MarkdownIt

from framtid.site.fragments import show
from framtid.site.words import reader_language
from framtid.statistics.snapshot import snapshot


@lru_cache(maxsize=8)
def _sections(code: str) -> list[dict[str, str]]:
    markdown = MarkdownIt("commonmark", {"html": False})
    return [
        section | {"html": markdown.render(section["text"])}
        for section in reader_language().entry("about.sections")
    ]


def about() -> None:
    """Write the page."""
    words = reader_language()
    show(
        "about.html",
        text=words.entry("about"),
        sections=_sections(words.code),
        entries=snapshot().catalogue.entries.values(),
    )
