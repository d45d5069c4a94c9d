"""``/avstemming``: a place beside official figures, and one figure of all places."""

from functools import partial
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.consequences.reconciled_rows import named, of
from framtid.consequences.reconciliation import Compared, reconciliation, spreads
from framtid.documents.serving import placed, write
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language, spoken
from framtid.places import Place
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

FIRST = "need_care"
"""The figure that all places are shown for where the address names none."""
EARLIER = "earlier_edition"
"""SSB's editions of old for the nation, which only the file has."""
SAME = "same"
MARK = "~"
"""Stands between a figure and its year in an address."""


def _text(language: Language, key: str, /, **values: object) -> str:
    return on_one_line(language.say(f"reconciliation.{key}", **values))


def _key(compared: Compared) -> str:
    return f"{compared.subject.id}{MARK}{compared.year}"


@kept(1, by=spoken)
def _everywhere() -> dict[str, tuple[Compared, ...]]:
    """Return what is compared for several places, by figure and year, the widest apart first."""
    found: dict[str, list[Compared]] = {}
    for each in reconciliation():
        found.setdefault(_key(each), []).append(each)
    return {
        key: tuple(sorted(every, key=lambda each: -abs(each.share)))
        for key, every in found.items()
        if len({each.place for each in every}) > 1
    }


def _reasons(compared: tuple[Compared, ...], language: Language) -> list[str]:
    """Return why these differ, each reason once."""
    known = dict.fromkeys(each.reason for each in compared)
    return [language.say(f"reconciliation.reasons.{each}") for each in known if each != SAME]


def _choices(language: Language) -> list[tuple[str, str]]:
    """Return every figure one can choose, with what it is called."""
    return [
        (key, _text(language, "page.of_year", name=named(every[0], language), year=every[0].year))
        for key, every in _everywhere().items()
    ]


def _files(**of: str) -> dict[str, str]:
    """Return the addresses of the same rows, plain and for Norwegian Excel."""
    return {form: addresses.reconciliation_file(form, **of) for form in ("", "no")}


def _all_places(chosen: str, language: Language) -> dict[str, Any]:
    every = _everywhere()[chosen]
    first = every[0]
    return {
        "title": dict(_choices(language))[chosen],
        "rows": every,
        "spread": spreads(every)[0],
        "reasons": _reasons(every, language),
        "files": _files(indicator=first.subject.id, year=str(first.year)),
    }


@kept(256, by=spoken)
def reconciled_html(place: Place, chosen: str) -> Packed:
    """Write the page; ``chosen`` is a figure and its year."""
    language, code = reader_language(), place.code
    name = language.name(place)
    say = partial(_text, language)
    return write(
        "reconciliation.html",
        title=say("document.title", name=name),
        description=say("document.description", name=name),
        kind="ft-broad",
        code=code,
        text=say,
        place=place,
        name=name,
        named=partial(named, language=language),
        own=[each for each in of(code) if each.reason != EARLIER],
        own_files=_files(sted=code),
        chosen=chosen,
        choices=_choices(language),
        every=_all_places(chosen, language),
        counted=addresses.COUNTED,
    )


def reconciled(request: Request, place: Place) -> Packed:
    """Answer with the place and the figure in the address; the first where it knows none."""
    asked = request.query_params.get(addresses.COUNTED, "")
    known = _everywhere()
    usual = next(key for key in known if key.startswith(FIRST))
    return reconciled_html(place, asked if asked in known else usual)


def _chosen(request: Request, code: str) -> str:
    """Return the address for another place, the figure kept."""
    counted = request.query_params.get(addresses.COUNTED, "")[:60]
    return addresses.page(addresses.RECONCILED, code, **{addresses.COUNTED: counted})


ANSWER = placed(reconciled, _chosen)
