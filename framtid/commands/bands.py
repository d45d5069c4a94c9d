"""``python -m framtid bands``: how sure the figures are."""

from typing import Annotated

import typer

from framtid.commands.writers import Plain, Row, write
from framtid.places import places
from framtid.projection.uncertainty.bands import LEVELS, bands
from framtid.projection.uncertainty.measures import CARERS, WHAT

app = typer.Typer(help="Compute and show the spread of the projection.", no_args_is_help=True)


@app.command()
def show(
    code: Annotated[str, typer.Argument(help="Place: 0, ba-5, 46 or 4601.")],
    what: Annotated[str, typer.Option(help=f"One of {', '.join(WHAT)}.")] = "all",
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print the stored bands of a place: 50, 80 and 95 per cent by year."""
    if what not in WHAT:
        raise typer.BadParameter(f"choose one of {', '.join(WHAT)}", param_hint="--what")
    found, place = bands(code), places().get(code)
    rows: list[Row] = []
    for order, year in enumerate(found.years):
        told = {"median": found.median(what)[order]}
        for level in LEVELS:
            low, high = found.interval(what, int(year), level)
            told |= {f"{level} % low": low, f"{level} % high": high}
        year_of: Row = {"code": code, "name": place.label, "year": int(year)}
        rows.append(year_of | {key: _rounded(what, value) for key, value in told.items()})
    write(rows, form)


def _rounded(what: str, value: float) -> float:
    """Return whole persons, or hands per old person with two decimals."""
    return round(float(value), 2) if what == CARERS else round(float(value))
