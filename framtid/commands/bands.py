"""``python -m framtid bands``: how sure the figures are."""

from typing import Annotated

import typer

from framtid.commands.writers import Plain, Row, write
from framtid.projection.bands import LEVELS, bands
from framtid.projection.measures import WHAT

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
    found = bands(code)
    rows: list[Row] = []
    for order, year in enumerate(found.years):
        row: Row = {"year": int(year), "median": round(float(found.median(what)[order]), 2)}
        for level in LEVELS:
            low, high = found.interval(what, int(year), level)
            row |= {f"{level} % low": round(low, 2), f"{level} % high": round(high, 2)}
        rows.append(row)
    write(rows, form)
