"""The dilemmas that a place meets, with their words, for a page or a program."""

from framtid.answers import Id, Model, Text
from framtid.consequences.parameters import Certainty
from framtid.language import language_of
from framtid.pathways.codec import encode
from framtid.pathways.described import Publication
from framtid.pathways.descriptions import source
from framtid.pathways.dilemmas import Dilemma, DilemmaText, fitting, in_words
from framtid.pathways.pathway import AS_IT_IS
from framtid.pathways.switches import Switches


class DescribedDilemma(Model, frozen=True):
    """A question to the council with its words, and where either answer leads."""

    id: Id
    words: DilemmaText
    decides: list[Text]
    """Who has to say yes."""
    if_yes: dict[str, int]
    """Level by lever."""
    if_no: dict[str, int]
    yes: str
    """Code of the path of nothing but this yes."""
    no: str
    certainty: Certainty
    source: Publication


class Dilemmas(Model, frozen=True):
    """The dilemmas that a place meets: the answer of ``dilemmas``."""

    place: Id
    dilemmas: list[DescribedDilemma]


def dilemmas_answer(code: str, switches: Switches, spoken: str = "nb") -> Dilemmas:
    """Return the dilemmas that fit a place's own figures, in the order of the file.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    met = fitting(switches.outlook(code, AS_IT_IS))
    return Dilemmas(code, [_described(name, each, spoken) for name, each in met.items()])


def _described(name: str, found: Dilemma, spoken: str) -> DescribedDilemma:
    language = language_of(spoken)
    return DescribedDilemma(
        id=name,
        words=in_words(name, language),
        decides=[language.say(f"pathways.decides.{who}") for who in found.decides],
        if_yes=dict(found.if_yes),
        if_no=dict(found.if_no),
        yes=encode(found.answered(AS_IT_IS, yes=True)),
        no=encode(found.answered(AS_IT_IS, yes=False)),
        certainty=found.certainty,
        source=source(found.reference),
    )
