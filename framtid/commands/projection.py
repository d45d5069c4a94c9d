"""``python -m framtid project`` and ``compare``: the projection as figures."""

from collections.abc import Iterable
from enum import StrEnum
from typing import Annotated

import numpy as np
import typer

from framtid.commands.writers import Format, Plain, Row, write
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.places import places
from framtid.projection.control import control
from framtid.projection.evaluation.ssb_differences import differences
from framtid.projection.evaluation.ssb_editions import municipal
from framtid.projection.parameters import AGES

SEXES = ("men", "women")


class By(StrEnum):
    """How finely the ages are told."""

    AGE = "age"
    GROUP = "group"


def rows(outlook: Outlook, by: By) -> Iterable[Row]:
    """Yield year, sex, age (or group) and population from the base year on."""
    starts = np.arange(AGES) if by is By.AGE else control().starts
    stops = [*starts[1:] - 1, AGES - 1]
    for year in range(outlook.base_year, outlook.last_year + 1):
        groups = np.add.reduceat(outlook.at(year), starts, axis=1)
        for sex, name in enumerate(SEXES):
            for first, last, people in zip(starts, stops, groups[sex], strict=True):
                label: object = int(first) if by is By.AGE else _label(int(first), int(last))
                yield {
                    "year": year,
                    "sex": name,
                    by.value: label,
                    "population": round(float(people), 3),
                }


def _label(first: int, last: int) -> str:
    if last == AGES - 1:
        return f"{first}+"
    return str(first) if first == last else f"{first}-{last}"


def project(
    code: Annotated[str, typer.Argument(help="Place: 0, ba-5, 46 or 4601.")],
    alternative: Annotated[str, typer.Option(help="MMMM, LLML or HHMH.")] = "MMMM",
    by: Annotated[By, typer.Option(help="Single ages or SSB's ten groups.")] = By.GROUP,
    form: Annotated[Format, typer.Option("--format", help="How to write it.")] = Format.TABLE,
) -> None:
    """Print a place's projected population by year, sex and age."""
    write(list(rows(outlook_of(code, alternative), by)), form)


def compare(
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Compare our main alternative with SSB's newest at hand, municipality by municipality."""
    years = (2030, 2040, 2050)
    parted = {year: {each.place: each for each in differences(year)} for year in years}
    found: list[Row] = []
    for place in places().municipalities:
        row: Row = {"code": place.code, "name": place.label}
        for year in years:
            each = parted[year][place]
            row |= {
                f"ours {year}": round(each.ours),
                f"ssb {year}": round(each.theirs),
                f"diff % {year}": round(100 * each.share, 1),
            }
        found.append(row)
    write(found, form)
    for year in years:
        error = 100 * np.array([abs(each.share) for each in parted[year].values()])
        typer.echo(
            f"{year}, beside SSB's edition of {municipal().edition}: mean absolute difference "
            f"{error.mean():.2f} %, median {np.median(error):.2f} %",
            err=True,
        )
