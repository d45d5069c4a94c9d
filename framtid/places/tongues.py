"""Which languages a place has: those of its official names, and the form of Norwegian it chose."""

import re
from collections.abc import Iterable
from functools import lru_cache

from markupsafe import Markup, escape

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places.model import Level, Place

FILE = PARAMETERS / "parameters" / "sami_and_kven.yml"
FORMS = PARAMETERS / "parameters" / "written_forms.yml"
SAMI_AREA = PARAMETERS / "parameters" / "sami_area.yml"


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


def tongues_in(texts: Iterable[str]) -> dict[str, str]:
    """Return those names that stand in some texts, each with its language, to be marked later."""
    known = tongues()
    return {name: known[name] for text in texts for name in _names().findall(text)}


@lru_cache(maxsize=1)
def _nynorsk() -> frozenset[str]:
    """Return the codes of municipalities and counties whose council has chosen nynorsk."""
    chosen = read_yaml(FORMS)
    return frozenset(chosen["counties"]).union(*chosen["municipalities"].values())


def written_form(place: Place) -> str | None:
    """Return ``nn`` for a place whose council has chosen nynorsk, None for all others.

    A region has no council: it is ``nn`` where each of its municipalities is.
    """
    own = place.level in {Level.MUNICIPALITY, Level.COUNTY}
    codes = {place.code} if own else set(place.members)
    return "nn" if codes <= _nynorsk() else None


@lru_cache(maxsize=1)
def _sami_area() -> frozenset[str]:
    """Return the codes of the municipalities in the administrative area for Sámi languages."""
    return frozenset(code for codes in read_yaml(SAMI_AREA).values() for code in codes)


def in_sami_area(place: Place) -> bool:
    """Return whether a place is a municipality where Sámi and Norwegian have equal standing."""
    return place.code in _sami_area()
