"""``python -m framtid reconcile``: ours beside every official figure at hand."""

from typing import Annotated

import typer

from framtid.commands.writers import Format, Plain, Row, write
from framtid.consequences.reconciliation import Compared, Spread, reconciliation, spreads
from framtid.language import Language, language_of
from framtid.places import places


def _row(compared: Compared, spoken: Language) -> Row:
    name = spoken.say(f"reconciliation.names.{compared.subject.id}")
    return {
        "place": compared.place.code,
        "name": compared.place.short,
        "indicator": f"{name}, {compared.edition}" if compared.edition else name,
        "year": compared.year,
        "unit": compared.subject.unit,
        "official": round(compared.official, 4),
        "ours": round(compared.ours, 4),
        "difference": round(compared.ours - compared.official, 4),
        "difference %": round(100 * compared.share, 2),
        "reason": compared.reason,
        "why": spoken.say(f"reconciliation.reasons.{compared.reason}"),
    }


def _summary(spread: Spread, spoken: Language) -> Row:
    return {
        "indicator": spoken.say(f"reconciliation.names.{spread.subject.id}"),
        "year": spread.year,
        "figures": spread.figures,
        "median %": round(spread.median, 2),
        "90th %": round(spread.ninety, 2),
        "largest %": round(abs(100 * spread.worst.share), 2),
        "where": spread.worst.place.short,
        "reason": spread.worst.reason,
    }


def reconcile(
    code: Annotated[str, typer.Option("--place", help="Every figure of one place, with why.")] = "",
    csv: Annotated[bool, typer.Option("--csv", help="Every figure, as CSV.")] = False,
    lang: Annotated[str, typer.Option(help="Language of names and reasons: en, nb or nn.")] = "en",
) -> None:
    """Lay ours beside official figures, and say where they differ, by how much and why.

    KOSTRA, the ministry's need index and SSB's projections. Differences are shares of the official
    figure, without sign in the summary.
    """
    compared, spoken = reconciliation(), language_of(lang)
    if code:
        place = places().get(code)
        compared = tuple(each for each in compared if each.place == place)
    form = Format.CSV if csv else Plain.TABLE
    if csv or code:
        write([_row(each, spoken) for each in compared], form)
    else:
        write([_summary(each, spoken) for each in spreads(compared)], form)
