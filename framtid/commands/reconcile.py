"""``python -m framtid reconcile``: ours beside every official figure at hand."""

from typing import Annotated

import typer

from framtid.commands.writers import Format, Plain, Row, write
from framtid.consequences.reconciled_rows import of, row
from framtid.consequences.reconciliation import Spread, spreads
from framtid.language import Language, language_of


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
    compared, spoken = of(code), language_of(lang)
    form = Format.CSV if csv else Plain.TABLE
    if csv or code:
        write([row(each, spoken) for each in compared], form)
    else:
        write([_summary(each, spoken) for each in spreads(compared)], form)
