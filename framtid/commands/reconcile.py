"""``python -m framtid reconcile``: ours beside every official figure at hand."""

from typing import Annotated

import numpy as np
import typer

from framtid.commands.writers import Format, Plain, Row, write
from framtid.consequences.reconciliation import Compared, reconciliation
from framtid.language import Language, language_of
from framtid.places import places

HEADLINE = ("median %", "90th %", "largest %")


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


def _summary(compared: tuple[Compared, ...], spoken: Language) -> list[Row]:
    kinds: dict[tuple[str, int], list[Compared]] = {}
    for each in compared:
        kinds.setdefault((each.subject.id, each.year), []).append(each)
    rows: list[Row] = []
    for (name, year), every in kinds.items():
        size = 100 * np.abs([each.share for each in every])
        worst = every[int(size.argmax())]
        figures = np.round((np.median(size), np.quantile(size, 0.9), size.max()), 2)
        rows.append(
            {
                "indicator": spoken.say(f"reconciliation.names.{name}"),
                "year": year,
                "figures": len(every),
                **{
                    key: round(float(value), 2)
                    for key, value in zip(HEADLINE, figures, strict=True)
                },
                "where": worst.place.short,
                "reason": worst.reason,
            }
        )
    return rows


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
        write(_summary(compared, spoken), form)
