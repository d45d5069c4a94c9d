"""Where every way that a meeting can answer leads, known before it begins: it needs no network."""

from collections.abc import Sequence
from itertools import product

from framtid.answers import Model
from framtid.language import Language
from framtid.meeting.tally import pathway
from framtid.pathways.adding_up import apart, sentence
from framtid.pathways.codec import encode
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway

TOLD = ("gap", "balance_per_inhabitant", "carers")
"""What is told of 2040."""
LETTERS = {"y": True, "n": False, "-": None}
"""How a way to answer is written: a letter for each question, ``"yn-"``."""


class End(Model, frozen=True):
    """Where some answers lead."""

    way: str
    """The pathway's code."""
    told: list[str]
    """What 2040 is then, in sentences."""


class Ends(Model, frozen=True):
    """Where all answers lead, each place told once."""

    ends: list[End]
    ways: dict[str, int]
    """Which of them, by a letter for each question."""


def ends(code: str, questions: Sequence[str], language: Language) -> Ends:
    """Return where every way to answer some questions leads, for a place."""
    outlook, numbers = outlook_of(code), dict[Pathway, int]()
    ways = {
        "".join(letters): numbers.setdefault(_chosen(questions, letters), len(numbers))
        for letters in product(LETTERS, repeat=len(questions))
    }
    return Ends([_told(outlook.along(chosen), chosen, language) for chosen in numbers], ways)


def _chosen(questions: Sequence[str], letters: Sequence[str]) -> Pathway:
    said = (LETTERS[letter] for letter in letters)
    return pathway(dict(zip(questions, said, strict=True)))


def end_of(code: str, chosen: Pathway, language: Language) -> End:
    """Return where a pathway leads, for a place."""
    return _told(outlook_of(code).along(chosen), chosen, language)


def _told(outlook: Outlook, chosen: Pathway, language: Language) -> End:
    said = [sentence(outlook, name, language) for name in TOLD]
    beside = apart(outlook, language, TOLD)
    return End(encode(chosen), [*said, *([beside] if beside else [])])
