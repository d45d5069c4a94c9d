"""Om tallene: the method in words, and the sources as the catalogue lists them."""

from functools import lru_cache, partial

import streamlit as st

from framtid.consequences.evidence import Evidence, evidence
from framtid.consequences.parameters import Certainty
from framtid.language import Language, language_of
from framtid.language.current import reader_language
from framtid.language.sources import Cited, cite
from framtid.language.tables import described
from framtid.pathways.levers import Lever, levers
from framtid.pathways.recounts import section
from framtid.places import Place
from framtid.projection.parameters import parameters
from framtid.site.fragments import written
from framtid.site.pages.accuracy import accuracy, carried
from framtid.site.pages.differences import differing
from framtid.site.pages.reconciled import reconciled
from framtid.site.visitor import visited
from framtid.statistics.catalogue import Entry, Source
from framtid.statistics.snapshot import snapshot
from framtid.stories.prose import html


def _tell(words: Language, key: str, /, **values: object) -> str:
    return words.say(f"accuracy.{key}", **values)


def _reconciled(words: Language, key: str, /, **values: object) -> str:
    return words.say(f"reconciliation.{key}", **values)


@lru_cache(maxsize=8)
def _sections(spoken: str) -> list[dict[str, str]]:
    """Return the page's sections with their text as HTML; raw HTML in it stays text."""
    language, pool = language_of(spoken), parameters().pool_weight
    sections = [*language.entry("about.sections"), section(language)]
    counted = {"levers": len(levers()), "judged": sum(map(_judged, levers().values()))}
    return [
        each | {"html": html(language.fill(each["text"], pool=pool, **counted))}
        for each in sections
    ]


def _judged(each: Lever) -> bool:
    return each.certainty is Certainty.JUDGEMENT


def _sources(language: Language) -> list[tuple[Source, Cited, list[Entry], list[str]]]:
    """Return where the tables come from, what that is called, the tables, and notes on them."""
    grouped: dict[Source, list[Entry]] = {}
    for entry in snapshot().catalogue.entries.values():
        grouped.setdefault(entry.source, []).append(entry)
    return [
        (source, cite(source, language), entries, _notes(entries, language))
        for source, entries in grouped.items()
    ]


def _notes(entries: list[Entry], language: Language) -> list[str]:
    told = (described(entry.name, language).note for entry in entries)
    return [note for note in told if note]


def _facts(language: Language) -> list[tuple[str, Evidence]]:
    """Return what each fact from elsewhere says, with the fact."""
    return [
        (language.say(f"facts.{fact.name}", value=fact.value), fact) for fact in evidence().values()
    ]


def about_html(place: Place | None) -> str:
    """Return the page; a sum worked through is offered for ``place``."""
    language, told = reader_language(), accuracy()
    return written(
        "about.html",
        code=place.code if place else None,
        tell=partial(_tell, language),
        accuracy=told,
        carried=carried(),
        differing=differing(),
        reconciled=reconciled(),
        text_of=partial(_reconciled, language),
        unforeseen=html(language.say("accuracy.unforeseen.text", **told)),
        text=language.entry("about"),
        sections=_sections(language.code),
        facts=_facts(language),
        sources=_sources(language),
    )


def about() -> None:
    """Write the page."""
    st.html(about_html(visited()))
