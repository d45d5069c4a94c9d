"""The page *Veivalg* as plain data: what one can choose, and a place along what was chosen."""

from functools import lru_cache
from typing import Any

from framtid.language import Language, language_of
from framtid.pathways import codec, descriptions
from framtid.pathways.answer import choices
from framtid.pathways.balance import meter, sentences
from framtid.pathways.codec import Decoded
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import goals
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.switches import AS_USUAL, Switches, described, told
from framtid.places import Place, places
from framtid.stories.document import view_data
from framtid.views.registry import build_view, views

CERTAINTIES = ("solid", "indicative", "judgement")


def _place(place: Place, language: Language) -> dict[str, str]:
    return {
        "code": place.code,
        "level": place.level.value,
        "name": language.name(place),
        "short": language.name(place),
        "inside": language.inside(place),
    }


def desk(code: str, spoken: str = "nb") -> dict[str, Any]:
    """Return everything on the page that stays as it is whatever is chosen.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, place = language_of(spoken), places().get(code)
    return choices(code, spoken) | {
        "language": language.code,
        "code_version": codec.VERSION,
        "place": _place(place, language),
        "steps": {str(level): language.say(f"pathways.steps.{level}") for level in LEVELS},
        "certainties": [
            {
                "id": name,
                "label": language.say(f"pathways.certainty.{name}"),
                "means": language.say(f"pathways.certainty_means.{name}"),
            }
            for name in CERTAINTIES
        ],
        "pictures": [
            {"id": each, "name": language.say(f"views.{each}.name")} for each in pictures()
        ],
        "recount": language.entry("pathways.recount"),
        "switches": described(language),
        "labels": language.entry("reader") | language.entry("simulator"),
    }


@lru_cache(maxsize=1)
def pictures() -> tuple[str, ...]:
    """Return the names of the views that show a pathway, in order."""
    return tuple(maker.id for maker in views().values() if maker.along)


def choice(
    code: str,
    decoded: Decoded,
    picture: str = "",
    spoken: str = "nb",
    switches: Switches = AS_USUAL,
) -> dict[str, Any]:
    """Return what the page shows of a place along a path.

    Args:
        code: the place.
        decoded: the pathway, and what was wrong with its code.
        picture: which of ``pictures()`` it shows; the first where there is none of that name.
        spoken: language code.
        switches: what is assumed of the world around.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, outlook = language_of(spoken), switches.outlook(code, decoded.pathway)
    shown = picture if picture in pictures() else pictures()[0]
    view = build_view(shown, code, language.code, outlook.pathway, switches)
    return {
        "path": descriptions.path(outlook.pathway, code, language),
        "link_note": language.say(f"pathways.link.{decoded.note}") if decoded.note else None,
        "levers": {name: outlook.pathway.level(name) for name in levers()},
        "meter": meter(outlook, language),
        "sentences": sentences(outlook, language),
        "switches": switches.query,
        "assumed": told(switches, language),
        "reached": [goal.id for goal in goals().values() if goal.reached(outlook)],
        "changes": descriptions.changes(outlook, language),
        "warnings": [
            descriptions.warning(each, outlook.pathway, language) for each in warnings(outlook)
        ],
        "picture": view_data(view, language.name(outlook.place), language),
    }
