"""What an address of a frame asks for, read and checked before anything is computed."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import quote, urlencode

from framtid.embed.look.style import PLAIN, Style, read_style
from framtid.errors import (
    BrokenPathError,
    UnknownOptionError,
    UnknownPlaceError,
    UnknownViewError,
    WrongLevelError,
)
from framtid.horizon import HORIZON
from framtid.language.texts import DEFAULT, LANGUAGES
from framtid.pathways.codec import decode, earlier_codes, encode
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.pathways.switches import AS_USUAL, NAMES, Switches
from framtid.places import places
from framtid.views.registry import views

PREFIX = "/embed/"
YEAR = re.compile(r"[0-9]{4}")
PARAMETERS = ("lang", "path", *NAMES, "year", "theme", "accent", "font")
"""What an address may say of a frame, in the order that we write it."""


def written(view: str, place: str, query: Mapping[str, str]) -> str:
    """Return an address as we write it, without what is none of ours; nothing is read of it."""
    told = {name: query[name] for name in PARAMETERS if query.get(name)}
    address = f"{PREFIX}{quote(view)}/{quote(place, safe='@')}"
    return f"{address}?{urlencode(told)}" if told else address


@dataclass(frozen=True, slots=True)
class Asked:
    """One frame: which view of which place, how, and of which edition of the figures."""

    view: str
    code: str
    language: str = DEFAULT
    pathway: Pathway = AS_IT_IS
    year: int | None = None
    """The year of the state that is shown; None for the whole picture."""
    edition: str = ""
    """The edition whose figures it shows for ever; empty for the newest."""
    style: Style = PLAIN
    switches: Switches = AS_USUAL
    """What is assumed of the world around."""

    @property
    def path(self) -> str:
        """The code of its pathway, empty where all is as today."""
        return "" if self.pathway.is_default else encode(self.pathway)

    @property
    def query(self) -> dict[str, str]:
        """What its address says beyond view and place: only what is not the default."""
        told = {
            "lang": "" if self.language == DEFAULT else self.language,
            "path": self.path,
            **self.switches.query,
            "year": str(self.year or ""),
        }
        return {name: value for name, value in told.items() if value} | self.style.query

    @property
    def address(self) -> str:
        """Its address on our host."""
        return self._address(self.query)

    @property
    def earlier(self) -> tuple[str, ...]:
        """The addresses that it had when the codes of pathways were others."""
        codes = earlier_codes(self.pathway) if self.path else ()
        return tuple(self._address(self.query | {"path": code}) for code in codes)

    def _address(self, query: Mapping[str, str]) -> str:
        frozen = f"@{self.edition}" if self.edition else ""
        return written(self.view, f"{self.code}{frozen}", query)


def wished_language(query: Mapping[str, str]) -> str:
    """Return the language of an address, or bokmål where it names none that we speak."""
    told = query.get("lang", "")
    return told if told in LANGUAGES else DEFAULT


def named(place: str) -> tuple[str, str]:
    """Return code and edition of "4601@0123456789"; the edition is empty where none is named."""
    code, _, edition = place.partition("@")
    return code, edition


def _year(query: Mapping[str, str]) -> int | None:
    told = query.get("year", "")
    if told and not YEAR.fullmatch(told):
        raise UnknownOptionError("year", told, (str(HORIZON),))
    return int(told) if told else None


def read_pathway(query: Mapping[str, str]) -> Pathway:
    """Return the pathway of an address.

    Raises:
        BrokenPathError: it cannot be read.

    """
    read = decode(query.get("path"))
    if read.note in {"broken", "unknown_version"}:
        raise BrokenPathError(query.get("path", ""))
    return read.pathway


def read_language(query: Mapping[str, str]) -> str:
    """Return the language of an address.

    Raises:
        UnknownOptionError: we do not speak it.

    """
    if query.get("lang") and query["lang"] not in LANGUAGES:
        raise UnknownOptionError("lang", query["lang"], LANGUAGES)
    return wished_language(query)


def _pathway(query: Mapping[str, str], *, along: bool) -> Pathway:
    """Return the pathway of an address; a view that shows none is the same whatever is asked."""
    pathway = read_pathway(query)
    return pathway if along else AS_IT_IS


def _switches(code: str, query: Mapping[str, str], *, along: bool) -> Switches:
    """Return the switches of an address; a view that shows no path is the same under all."""
    told = Switches.read_for(code, query)
    return told if along else AS_USUAL


def read(view: str, place: str, query: Mapping[str, str]) -> Asked:
    """Return what is asked for; the edition in force must be the one that is asked for.

    Args:
        view: name of a view.
        place: code of a place, with ``@`` and an edition where it is frozen.
        query: the parameters of the address; what is none of ours is left alone.

    Raises:
        UnknownViewError, UnknownPlaceError, WrongLevelError: there is no such figure.
        UnknownOptionError, UnknownAlternativeError, BrokenPathError: a parameter cannot be read.

    """
    code, edition = named(place)
    if view not in views():
        raise UnknownViewError(view)
    if code not in places().by_code:
        raise UnknownPlaceError(code)
    maker = views()[view]
    if places().get(code).level not in maker.levels:
        raise WrongLevelError(view, code)
    return Asked(
        view,
        code,
        language=read_language(query),
        pathway=_pathway(query, along=maker.along),
        year=_year(query),
        edition=edition,
        style=read_style(query),
        switches=_switches(code, query, along=maker.along),
    )
