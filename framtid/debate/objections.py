"""The strongest objection from each side: the dilemma that the path itself turns on."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.debate.motion import carried
from framtid.debate.objection_figures import figures_said, weighed
from framtid.language import Language
from framtid.pathways.called import called
from framtid.pathways.dilemmas import dilemmas, in_words
from framtid.pathways.outlook import Outlook


@dataclass(frozen=True)
class Objections:
    """A question with what is best said for and against the path; both sides equally long."""

    dilemma: str
    path: str
    """What the path is called."""
    title: str
    question: str
    favour: str
    """The best that those who are for the path say, and what the figures say for it."""
    against: str
    """The best that those who are against it say, and what the figures say against it."""
    price: str
    words: tuple[str, str]
    """The same, for and against, without figures: for a sheet that has figures of its own."""


def _met(outlook: Outlook, lever: str) -> Iterator[tuple[tuple[bool, bool, int], str, bool]]:
    """Yield the dilemmas about a lever: how well each fits, and whether its yes is the path's."""
    level = outlook.pathway.level(lever)
    for name, each in dilemmas().items():
        if lever in each.if_yes:
            asked = each.if_yes[lever]
            same = (asked > 0) == (level > 0)
            yield (not each.suits(outlook), not same, abs(asked - level)), name, same


def _chosen(outlook: Outlook, first: str) -> tuple[str, bool]:
    """Return the dilemma of the path's first lever if one suits the place, else that of another."""
    order = [first, *(lever for lever in carried(outlook) if lever != first)]
    best = [min(met) for lever in order if (met := list(_met(outlook, lever)))]
    _, name, same = min(best, key=lambda each: each[0][:2])
    return name, same


def objections(outlook: Outlook, language: Language) -> Objections:
    """Return what a path turns on: its dearest lever, else the one that carries most.

    Args:
        outlook: along a path that moves something.
        language: whose words.

    """
    figures = weighed(outlook)
    first = figures.lever if figures else next(iter(carried(outlook)))
    name, same = _chosen(outlook, first)
    said = in_words(name, language)
    words = (said.favour, said.against) if same else (said.against, said.favour)
    added = figures_said(figures, outlook, language) if figures else ("", "")
    path = called(outlook.pathway, outlook.place.code, language)
    favour, against = (" ".join(filter(None, each)) for each in zip(words, added, strict=True))
    return Objections(name, path, said.title, said.question, favour, against, said.price, words)
