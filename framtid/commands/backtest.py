"""``python -m framtid backtest``: how far we would have been from what happened."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import numpy as np
import typer

from framtid.commands.writers import Plain, Row, write
from framtid.projection.backtest import CHOSEN_UNTIL, SIZES, Case, cases, inhabitants
from framtid.projection.scores import Score, score


class By(StrEnum):
    """What the rows of the table tell apart."""

    BASE = "base"
    SIZE = "size"
    GROUP = "group"


def _told(found: Score) -> Row:
    return {
        "places": found.places,
        "mean %": round(found.mean, 2),
        "median %": round(found.median, 2),
        "weighted %": round(found.weighted, 2),
        "within 5 %": round(found.near),
        "bias %": round(found.bias, 2),
    }


def _start(case: Case) -> Row:
    return {
        "years": case.horizon,
        "base": case.base,
        "held out": "yes" if case.held_out else "no",
        "method": case.method,
    }


def _by_base(found: Iterable[Case]) -> list[Row]:
    return [
        _start(case) | _told(score(case.predicted, case.actual))
        for case in found
        if case.group == "all"
    ]


def _by_group(found: Iterable[Case]) -> list[Row]:
    return [
        _start(case) | {"ages": case.group} | _told(score(case.predicted, case.actual))
        for case in found
    ]


def _by_size(found: Iterable[Case]) -> list[Row]:
    starts = list(SIZES.values())
    rows: list[Row] = []
    for case in found:
        if case.group != "all":
            continue
        size = np.digitize(inhabitants(case.base)[case.scored], starts) - 1
        for position, name in enumerate(SIZES):
            of = size == position
            told = _told(score(case.predicted[of], case.actual[of]))
            rows.append(_start(case) | {"inhabitants": name} | told)
    return rows


TABLES = {By.BASE: _by_base, By.SIZE: _by_size, By.GROUP: _by_group}
KEYS = {By.BASE: (), By.SIZE: ("inhabitants",), By.GROUP: ("ages",)}
MEASURES = ("mean %", "median %", "weighted %", "within 5 %", "bias %")


def _averaged(rows: list[Row], by: By) -> list[Row]:
    """Return the mean over bases of each measure: all bases, and those held out."""
    kept: dict[tuple[object, ...], list[Row]] = {}
    for row in rows:
        key = (row["years"], row["method"], *(row[name] for name in KEYS[by]))
        kept.setdefault(key, []).append(row)
    averaged: list[Row] = []
    for (years, method, *rest), group in kept.items():
        held = [row for row in group if row["held out"] == "yes"]
        for which, chosen in (("all", group), ("held out", held)):
            if chosen:
                averaged.append(
                    {"years": years, "method": method}
                    | dict(zip(KEYS[by], rest, strict=True))
                    | {"bases": which, "n": len(chosen)}
                    | {m: _mean(row[m] for row in chosen) for m in MEASURES}
                )
    return averaged


def _mean(values: Iterable[object]) -> float:
    return round(float(np.mean([float(str(value)) for value in values])), 2)


def backtest(
    by: Annotated[
        By, typer.Option(help="One row per base, size of municipality or age group.")
    ] = By.BASE,
    average: Annotated[bool, typer.Option(help="Average over the bases.")] = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Project from years gone by, knowing only what was known then, and compare with today.

    The nation's path is SSB's edition of the base year. «ours, true nation» shows what would be
    left of our error had that path been right. Rivals stand in the same table.
    """
    rows = TABLES[by](cases())
    write(_averaged(rows, by) if average else rows, form)
    typer.echo(
        f"Blend, half-life and priors were chosen on bases up to {CHOSEN_UNTIL}; later bases are "
        "held out. Of later date than the bases: centrality classes (2024) and the age pattern "
        "of fertility (UN 2024).",
        err=True,
    )
