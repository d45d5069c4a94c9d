"""``python -m framtid backtest``: how far we would have been from what happened."""

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum
from typing import Annotated

import numpy as np
import typer

from framtid.commands.writers import Plain, Row, write
from framtid.projection.evaluation.backtest import (
    CHOSEN_UNTIL,
    SIZES,
    Case,
    cases,
    centrality,
    inhabitants,
)
from framtid.projection.evaluation.scores import Score, average, score

Scored = tuple[Row, Score]
"""What tells a row from the others, and its score."""


class By(StrEnum):
    """What the rows of the table tell apart."""

    BASE = "base"
    SIZE = "size"
    GROUP = "group"
    CENTRALITY = "centrality"


def _key(case: Case, **also: object) -> Row:
    return {
        "years": case.horizon,
        "method": case.method,
        "base": case.base,
        "held out": "yes" if case.held_out else "no",
        **also,
    }


def _by_base(case: Case) -> Iterator[Scored]:
    if case.group == "all":
        yield _key(case), score(case.predicted, case.actual)


def _by_group(case: Case) -> Iterator[Scored]:
    yield _key(case, ages=case.group), score(case.predicted, case.actual)


def _by_size(case: Case) -> Iterator[Scored]:
    if case.group == "all":
        classes = np.digitize(inhabitants(case.base)[case.scored], list(SIZES.values())) - 1
        for position, name in enumerate(SIZES):
            of = classes == position
            yield _key(case, inhabitants=name), score(case.predicted[of], case.actual[of])


def _by_centrality(case: Case) -> Iterator[Scored]:
    if case.group == "all":
        classes = centrality(case)
        for label in np.unique(classes):
            of = classes == label
            yield _key(case, centrality=int(label)), score(case.predicted[of], case.actual[of])


TABLES: dict[By, Callable[[Case], Iterator[Scored]]] = {
    By.BASE: _by_base,
    By.SIZE: _by_size,
    By.GROUP: _by_group,
    By.CENTRALITY: _by_centrality,
}


def _averaged(found: Iterable[Scored]) -> Iterator[Scored]:
    """Average over the bases: all of them, and those that were held out."""
    kept: dict[tuple[tuple[str, object], ...], list[Score]] = {}
    for key, got in found:
        rest = {name: value for name, value in key.items() if name not in {"base", "held out"}}
        for bases in ("all", *(["held out"] if key["held out"] == "yes" else [])):
            kept.setdefault(tuple((rest | {"bases": bases}).items()), []).append(got)
    for names, scores in kept.items():
        yield dict(names) | {"n": len(scores)}, average(scores)


def _row(key: Row, got: Score) -> Row:
    return key | {
        "places": round(got.places),
        "mean %": round(got.mean, 2),
        "median %": round(got.median, 2),
        "weighted %": round(got.weighted, 2),
        "within 5 %": round(got.near),
        "bias %": round(got.bias, 2),
    }


def backtest(
    by: Annotated[
        By, typer.Option(help="A row per base, size of municipality, age group or centrality.")
    ] = By.BASE,
    average_: Annotated[bool, typer.Option("--average", help="Average over the bases.")] = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Project from years gone by, knowing only what was known then, and compare with today.

    The nation's path is SSB's edition of the base year. «ours, true nation» shows what would be
    left of our error had that path been right. Rivals stand in the same table.
    """
    found = (scored for case in cases() for scored in TABLES[by](case))
    write([_row(*scored) for scored in (_averaged(found) if average_ else found)], form)
    typer.echo(
        f"The pool's weight was chosen on what had come true by {CHOSEN_UNTIL}; bases from that "
        "year on are held out. Of later date than the bases: centrality classes (2024), the age "
        "pattern of fertility (UN 2024) and the shape of who leaves.",
        err=True,
    )
