"""What a path is called, on pages, cards and paper alike: its name, or the levers of one's own."""

from framtid.language import Language
from framtid.pathways.pathway import Pathway, name_of

NAMED = 3
"""How many levers a path of one's own is called by; where there are more, the rest are counted."""
ROOM, LONGEST_TITLE = 56, 70
"""Letters of what such a path is called, and of a page's title with the place behind it."""


def called(pathway: Pathway, language: Language, room: int = ROOM) -> str:
    """Return what a path is called: its name, or the levers of one of its own, the farthest first.

    It is read by others than who chose, to whom «your own path» says nothing. As many levers are
    named as there is room for, one at least, and the rest are counted.

    Args:
        pathway: the path.
        language: in whose words.
        room: how many letters it may have.

    """
    name = name_of(pathway)
    if name:
        return language.say(f"pathways.paths.{name}.title")
    titles = [
        language.say(
            "pathways.by_levers.one",
            title=language.say(f"levers.{each.lever}.title"),
            weaker=each.level < 0,
        )
        for each in sorted(pathway.choices, key=lambda each: -abs(each.level))
    ]
    most = len(titles) if len(titles) <= NAMED else NAMED - 1
    for shown in range(most, 0, -1):
        more = len(titles) - shown
        said = language.say("pathways.by_levers.all", titles=titles[:shown], more=more)
        if len(said) <= room:
            break
    return said


def heading(pathway: Pathway, language: Language, rest: str) -> str:
    """Return a page's title that begins with what a path is called: no longer than is shown."""
    return called(pathway, language, LONGEST_TITLE - len(rest)) + rest
