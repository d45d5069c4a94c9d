"""What a meeting asks: dilemmas, where the levers should stand, and what four councils decide."""

from framtid.errors import UnknownOptionError
from framtid.meeting.tally import ANSWERS
from framtid.pathways.codec import decode, encode
from framtid.pathways.councils import councils
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.pathway import Pathway

LEVERS = "levers"
"""The question of where the levers should stand; its answers are paths."""
HERE = "here"
"""What a phone says once, so that the wall can tell how many have joined; it is no question."""
PATH = "path"
"""What stands in the place of yes or no there."""


def is_council_question(name: str) -> bool:
    """Whether something is a case that one of the councils may meet, such as ``"0.tillit"``."""
    number, dot, case = name.partition(".")
    terms = [str(term.number) for term in councils().terms]
    return bool(dot) and number in terms and case in dilemmas()


def read_path(written: str) -> str:
    """Return the code of the levers that a phone has set, without years.

    Raises:
        UnknownOptionError: it is no path of ours.

    """
    decoded = decode(written)
    if decoded.note is not None:
        raise UnknownOptionError("path", written[:40], ["2", "2-he2"])
    return encode(Pathway.of(dict(decoded.pathway.levels)))


def read_answer(question: str, answer: str, path: str) -> tuple[str, str]:
    """Return an answer and its path as they are kept; raises UnknownOptionError."""
    if question == HERE:
        return HERE, ""
    if question == LEVERS:
        if answer != PATH:
            raise UnknownOptionError("answer", answer[:40], [PATH])
        return PATH, read_path(path)
    if answer not in ANSWERS:
        raise UnknownOptionError("answer", answer[:40], ANSWERS)
    return answer, ""
