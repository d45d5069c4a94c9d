"""The page *Veivalg* as plain data: what one can choose, and a place along what was chosen."""

from functools import lru_cache
from typing import Any

from framtid.language import Language, language
from framtid.pathways import descriptions as described
from framtid.pathways.answer import choices
from framtid.pathways.balance import meter, sentences
from framtid.pathways.codec import VERSION as CODE
from framtid.pathways.codec import Decoded
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import goals
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import outlook
from framtid.places import Place, places
from framtid.stories.document import view_data
from framtid.views.registry import build_view, views

CERTAINTIES = ("solid", "indicative", "judgement")


def _place(place: Place, words: Language) -> dict[str, str]:
    return {
        "code": place.code,
        "level": place.level.value,
        "name": words.name(place),
        "short": words.name(place),
        "inside": words.inside(place),
    }


def desk(code: str, spoken: str = "nb") -> dict[str, Any]:
    """Return everything on the page that stays as it is whatever is chosen.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    words, place = language(spoken), places().get(code)
    return choices(code, spoken) | {
        "language": words.code,
        "code_version": CODE,
        "place": _place(place, words),
        "steps": {str(level): words.say(f"pathways.steps.{level}") for level in LEVELS},
        "certainties": [
            {
                "id": name,
                "label": words.say(f"pathways.certainty.{name}"),
                "means": words.say(f"pathways.certainty_means.{name}"),
            }
            for name in CERTAINTIES
        ],
        "pictures": [{"id": each, "name": words.say(f"views.{each}.name")} for each in pictures()],
        "labels": words.entry("reader") | words.entry("simulator"),
    }


@lru_cache(maxsize=1)
def pictures() -> tuple[str, ...]:
    """Return the names of the views that show a pathway, in order."""
    return tuple(maker.id for maker in views().values() if maker.along)


def choice(code: str, read: Decoded, picture: str = "", spoken: str = "nb") -> dict[str, Any]:
    """Return what the page shows of a place along a path.

    Args:
        code: the place.
        read: the pathway, and what was wrong with its code.
        picture: which of ``pictures()`` it shows; the first where there is none of that name.
        spoken: language code.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    words, seen = language(spoken), outlook(code, pathway=read.pathway)
    shown = picture if picture in pictures() else pictures()[0]
    view = build_view(shown, code, words.code, seen.pathway)
    return {
        "path": described.path(seen.pathway, code, words),
        "link_note": words.say(f"pathways.link.{read.note}") if read.note else None,
        "levers": {name: seen.pathway.level(name) for name in levers()},
        "meter": meter(seen, words),
        "sentences": sentences(seen, words),
        "reached": [goal.id for goal in goals().values() if goal.reached(seen)],
        "changes": described.changes(seen, words),
        "warnings": [described.warning(each, seen.pathway, words) for each in warnings(seen)],
        "picture": view_data(view, words.name(seen.place), words),
    }
