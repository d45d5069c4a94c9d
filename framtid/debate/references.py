"""The sources behind what is told of a path: tables of statistics, and publications."""

from collections.abc import Iterator

from framtid.language import Language
from framtid.language.sources import cite
from framtid.pathways import descriptions
from framtid.pathways.described import Publication
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook
from framtid.views.registry import views

SHOWN = "path_hands"
"""The view whose tables most figures are from."""
TOLD = ("gap", "balance_per_inhabitant")
"""Indicators whose publications the other figures are from."""
OWN = "egen-vurdering"
"""Our own judgement is no source; that figures rest on it is told beside them."""


def _all(outlook: Outlook, dilemma: str, language: Language) -> Iterator[tuple[str, str]]:
    for table in views()[SHOWN].make(outlook.official, language).sources:
        cited = cite(table, language)
        yield table.id, f"{cited.label}: {cited.title}"
    about = descriptions.indicators(outlook.place, language)
    for source in (each for name in TOLD for each in about[name].sources):
        yield source.id, written(source)
    for choice in outlook.pathway.choices:
        source = descriptions.source(levers()[choice.lever].source)
        yield source.id, written(source)
    source = descriptions.source(dilemmas()[dilemma].reference)
    yield source.id, written(source)


def written(source: Publication) -> str:
    """Return a publication on one line."""
    return f"{source.publisher} ({source.year}): {source.title}"


def references(outlook: Outlook, dilemma: str, language: Language) -> tuple[str, ...]:
    """Return the sources, each once.

    Args:
        outlook: the place along what is told.
        dilemma: the id of the one that is told.
        language: whose words.

    """
    every = dict(_all(outlook, dilemma, language))
    return tuple(line for name, line in every.items() if name != OWN)
