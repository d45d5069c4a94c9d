"""What a protocol tells of the levers and of the four councils, where the meeting came to them."""

from collections.abc import Iterator, Mapping

from framtid.language import Language, on_one_line
from framtid.meeting.ends import end_of
from framtid.meeting.protocol import Part
from framtid.pathways.codec import Decoded
from framtid.pathways.councils import councils
from framtid.pathways.councils_code import Answer, Game
from framtid.pathways.descriptions import chosen
from framtid.pathways.dilemmas import in_words
from framtid.pathways.pathway import Pathway
from framtid.places import Place

DASH = "– "


Groups = Mapping[str, tuple[int, Pathway]]
"""How many of each role set the levers, and the path in their middle."""


def levers_part(
    place: Place, middle: Decoded, many: int, groups: Groups, language: Language
) -> Part:
    """Return where the room set the levers, the path in the middle, and its 2040."""
    words = "meeting.protocol.levers"
    moved = [
        f"{DASH}{language.say(f'levers.{each.lever}.title')}: {chosen(each, language)}"
        for each in middle.pathway.choices
    ]
    told = end_of(place.code, middle.pathway, language).told
    lines = (
        on_one_line(language.say(f"{words}.many", many=many)),
        "\n".join(moved) or on_one_line(language.say(f"{words}.none")),
        *told,
        *_lever_groups(place, groups, language),
    )
    return Part(language.say(f"{words}.heading"), "\n\n".join(lines))


def _lever_groups(place: Place, groups: Groups, language: Language) -> Iterator[str]:
    """Yield what each group's middle comes to, as the wall tells it."""
    if not groups:
        return
    lines = []
    for role, (many, way) in groups.items():
        name = language.say(f"meeting.roles.{role}.name")
        lines.append(f"{DASH}{name} ({many}): {end_of(place.code, way, language).told[0]}")
    yield language.say("meeting.protocol.groups")
    yield "\n".join(lines)


def councils_part(game: Game, link: str, language: Language) -> Part:
    """Return what each council decided, and where the game is played again."""
    lines = (
        *_decided(game, language),
        language.say("meeting.protocol.councils.link", address=link),
    )
    return Part(language.say("meeting.protocol.councils.heading"), "\n\n".join(lines))


def _decided(game: Game, language: Language) -> Iterator[str]:
    for name, answers in zip(terms(language), game.terms, strict=False):
        if answers:
            yield f"{name}:"
            yield "\n".join(_line(each, language) for each in answers)


def terms(language: Language) -> list[str]:
    """Return what each council is called in a protocol, where nobody sees which one sits."""
    names: list[str] = language.entry("councils.terms")
    until = councils().terms[0].until
    return [on_one_line(language.say("meeting.protocol.councils.now", until=until)), *names[1:]]


def _line(answer: Answer, language: Language) -> str:
    said = language.say(f"meeting.answers.{'yes' if answer.yes else 'no'}")
    return f"{DASH}{in_words(answer.dilemma, language).title}: {said}"
