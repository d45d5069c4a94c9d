"""The strongest objection from each side: the dilemma that the path itself turns on."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.debate.motion import carried
from framtid.language import Language
from framtid.pathways import descriptions
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
    """The best that those who are for the path say."""
    against: str
    """The best that those who are against it say."""
    price: str


def _met(outlook: Outlook, lever: str) -> Iterator[tuple[tuple[bool, bool, int], str, bool]]:
    """Yield the dilemmas about a lever: how well each fits, and whether its yes is the path's."""
    level = outlook.pathway.level(lever)
    for name, each in dilemmas().items():
        if lever in each.if_yes:
            asked = each.if_yes[lever]
            same = (asked > 0) == (level > 0)
            yield (not each.suits(outlook), not same, abs(asked - level)), name, same


def objections(outlook: Outlook, language: Language) -> Objections:
    """Return what a path turns on, from the lever that carries most and meets a fitting question.

    Args:
        outlook: along a path that moves something.
        language: whose words.

    """
    best = (min(_met(outlook, lever)) for lever in carried(outlook))
    _, name, same = min(best, key=lambda each: each[0][0])
    said = in_words(name, language)
    favour, against = (said.favour, said.against) if same else (said.against, said.favour)
    path = descriptions.on_paper(outlook.pathway, language)
    return Objections(name, path, said.title, said.question, favour, against, said.price)
