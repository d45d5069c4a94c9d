"""Ours beside official figures as rows: what is compared, how far apart, and why, in words."""

from framtid.consequences.reconciliation import Compared, reconciliation
from framtid.language import Language
from framtid.places import places

COLUMNS = (
    "place",
    "name",
    "indicator",
    "year",
    "unit",
    "official",
    "ours",
    "difference",
    "difference %",
    "reason",
    "why",
)
Row = dict[str, object]


def named(compared: Compared, language: Language) -> str:
    """Return what is compared, with SSB's edition where there are several."""
    name = language.say(f"reconciliation.names.{compared.subject.id}")
    return f"{name}, {compared.edition}" if compared.edition else name


def row(compared: Compared, language: Language) -> Row:
    """Return one comparison by the names in ``COLUMNS``; shares are of the official figure."""
    return {
        "place": compared.place.code,
        "name": compared.place.short,
        "indicator": named(compared, language),
        "year": compared.year,
        "unit": compared.subject.unit,
        "official": round(compared.official, 4),
        "ours": round(compared.ours, 4),
        "difference": round(compared.ours - compared.official, 4),
        "difference %": round(100 * compared.share, 2),
        "reason": compared.reason,
        "why": language.say(f"reconciliation.reasons.{compared.reason}"),
    }


def of(code: str = "", subject: str = "", year: int = 0) -> tuple[Compared, ...]:
    """Return what is compared of a place, an indicator and a year; empty ones are all of them.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    place = places().get(code) if code else None
    return tuple(
        each
        for each in reconciliation()
        if (place is None or each.place == place)
        and subject in {"", each.subject.id}
        and year in {0, each.year}
    )
