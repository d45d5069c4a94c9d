"""What a path is called, on pages, cards and paper alike: its name, or the levers of one's own."""

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Choice, Pathway, name_of
from framtid.statistics.keeping import kept

NAMED = 3
"""How many levers a path of one's own is called by; where there are more, the rest are counted."""
ROOM, LONGEST_TITLE = 56, 70
"""Letters of what such a path is called, and of a page's title with the place behind it."""


@kept(maxsize=1024)
def _moves(code: str, choice: Choice) -> float:
    """Return how many man-years of what a place lacks in 2040 a choice moves when it stands alone.

    It is SSB's main alternative with nothing of one's own, so that a path is called the same
    whatever the reader has set beside it.
    """
    official = outlook_of(code)
    alone = official.along(Pathway((choice,)))
    here, there = (each.consequences.at("gap", HORIZON) for each in (official, alone))
    return round(abs(there - here), 3)


def _by_weight(pathway: Pathway, code: str) -> list[Choice]:
    """Return the levers of a path by what they move; those that move the same by how far."""
    if len(pathway.choices) < 2:
        return [*pathway.choices]
    return sorted(pathway.choices, key=lambda each: (-_moves(code, each), -abs(each.level)))


def called(pathway: Pathway, code: str, language: Language, room: int = ROOM) -> str:
    """Return what a path is called: its name, or the levers of one of its own.

    It is read by others than who chose, to whom «your own path» says nothing. As many levers are
    named as there is room for, one at least, those first that matter most for the hands of the
    place, and the rest are counted.

    Args:
        pathway: the path.
        code: the place it is chosen for.
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
        for each in _by_weight(pathway, code)
    ]
    most = len(titles) if len(titles) <= NAMED else NAMED - 1
    first = (titles[:shown] for shown in range(most, 0, -1))
    # Where the page's title has room for neither, a shorter one is called by what comes next.
    every = [
        language.say("pathways.by_levers.all", titles=named, more=len(titles) - len(named))
        for named in (*first, *([title] for title in titles[1:]))
    ]
    return next((said for said in every if len(said) <= room), every[most - 1])


def heading(pathway: Pathway, code: str, language: Language, rest: str) -> str:
    """Return a page's title that begins with what a path is called: no longer than is shown."""
    return called(pathway, code, language, LONGEST_TITLE - len(rest)) + rest
