"""The fork in a story: the paths and levers it lets one choose, and which way was taken."""

from collections.abc import Collection
from dataclasses import replace
from typing import Literal

from framtid.language import Language
from framtid.pathways import descriptions, recounts
from framtid.pathways.codec import Decoded, encode, part, readable
from framtid.pathways.conflicts import warnings
from framtid.pathways.levers import LEVELS, lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import AS_IT_IS, Pathway, path
from framtid.pathways.payback import payback
from framtid.stories.document import Fork, ForkLevel, ForkLever, ForkPath
from framtid.stories.path_facts import PathFacts
from framtid.stories.story import Story


def way(decoded: Decoded | None) -> Pathway | None:
    """Return the pathway a code asked for; None where there was no code, or none to be read."""
    if decoded is None or decoded.note in {"broken", "unknown_version"}:
        return None
    return decoded.pathway


def fork(story: Story, outlook: Outlook, decoded: Decoded | None, language: Language) -> Fork:
    """Return the paths and levers that a story offers, and where the reader is among them.

    Args:
        story: which paths and levers.
        outlook: the place.
        decoded: the code in the address, None where there is none.
        language: in whose words.

    """
    taken = way(decoded)
    here = taken or AS_IT_IS
    offered = [name for name in story.levers if _matters(name, outlook)]
    return Fork(
        code="" if taken is None else readable(taken),
        title=descriptions.path(here, outlook.place.code, language).title,
        note=language.say(f"pathways.link.{decoded.note}") if decoded and decoded.note else None,
        recount=recounts.note(language, earlier=decoded.earlier) if decoded and taken else None,
        paths=[_path(outlook.along(path(name)), taken, language) for name in story.paths],
        rest=encode(here.moved(dict.fromkeys(offered, 0))),
        levers=[_lever(name, here, language) for name in offered],
        result=_result(outlook.along(here), language) if story.result else [],
    )


def _result(outlook: Outlook, language: Language) -> list[str]:
    """Return what a path comes to in hands and kroner, in few words."""
    facts = PathFacts(outlook, language)
    values = {"shifts": facts.shifts(), "kroner": facts.at("balance_per_inhabitant")}
    return [language.fill(words, **values) for words in language.entry("kinds.result")]


def _path(offered: Outlook, taken: Pathway | None, language: Language) -> ForkPath:
    described = descriptions.path(offered.pathway, offered.place.code, language)
    tone = _tone(described.levels.values())
    # What lets things slip is no investment, and is not told as one.
    costs = payback(offered, language, "short") if tone == "light" else ""
    return ForkPath(
        code=readable(offered.pathway),
        title=described.title,
        text=" ".join(filter(None, (described.text, costs, described.note))),
        tone=tone,
        chosen=offered.pathway == taken,
    )


def _tone(levels: Collection[int]) -> Literal["light", "plain", "dark"]:
    """Return how a path is shown: light where every lever is pulled up, dark where one is not."""
    if not levels:
        return "plain"
    return "light" if min(levels) > 0 else "dark"


def _matters(name: str, outlook: Outlook) -> bool:
    """Whether a lever does anything to speak of in a place."""
    return not any(each.kind == "weak" for each in warnings(outlook.along(Pathway.of({name: 1}))))


def _lever(name: str, pathway: Pathway, language: Language) -> ForkLever:
    """Return a lever with its levels in words, each with its part of a pathway's code."""
    key = f"levers.{lever(name).id}"
    here = pathway.choice(name)
    words: list[str] = language.entry(f"{key}.levels")
    return ForkLever(
        id=name,
        title=language.say(f"{key}.title"),
        levels=[
            ForkLevel(
                name=language.say(f"pathways.steps.{level}"),
                words=words[position],
                part=part(replace(here, level=level)),
                chosen=here.level == level,
            )
            for position, level in enumerate(LEVELS)
        ],
    )
