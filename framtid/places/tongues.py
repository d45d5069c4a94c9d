"""Which languages a place has: those of its official names, and the form of Norwegian it chose."""

import re
from functools import lru_cache

from markupsafe import Markup, escape

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places.model import Place
from framtid.places.registry import places

FILE = PARAMETERS / "parameters" / "sami_and_kven.yml"
FORMS = PARAMETERS / "parameters" / "written_forms.yml"


@lru_cache(maxsize=1)
def tongues() -> dict[str, str]:
    """Return the language of each name that is not Norwegian, as a tag of BCP 47."""
    known: dict[str, list[str]] = read_yaml(FILE)
    return {name: language for language, names in known.items() for name in names}


@lru_cache(maxsize=1)
def _names() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, tongues()))})(?!\w)")


def marked(text: str) -> Markup:
    """Return a text as HTML in which those names are marked, so that they are read aloud right."""
    return Markup(  # noqa: S704 - the text is escaped, and the names are ours
        _names().sub(
            lambda name: f'<span lang="{tongues()[name[0]]}">{name[0]}</span>', str(escape(text))
        )
    )


@lru_cache(maxsize=1)
def _nynorsk() -> frozenset[str]:
    """Return the codes of the counties that use nynorsk."""
    return frozenset(read_yaml(FORMS)["nynorsk"])


def written_form(place: Place) -> str | None:
    """Return ``nn`` for a place in counties that use nynorsk, None where we know of no choice."""
    counties = {places().get(code).county for code in place.members}
    return "nn" if counties <= _nynorsk() else None
