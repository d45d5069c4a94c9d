"""``python -m framtid outlook``: a place along a pathway, and what a goal would take."""

from collections.abc import Iterator
from typing import Annotated

import typer

from framtid.answers import encode
from framtid.commands.writers import Plain, Row, write
from framtid.errors import BrokenPathError
from framtid.pathways.answer import answer, rows, ways
from framtid.pathways.answers import Ways
from framtid.pathways.codec import Decoded, decode
from framtid.pathways.goals import goal
from framtid.pathways.outlook import outlook_of

Code = Annotated[str, typer.Argument(help="Place: 0, ba-5, 46 or 4601.")]
Path = Annotated[str, typer.Option(help="A path's name or code: lys-vei, 1-heltid2-hjemme3.")]
Alternative = Annotated[str, typer.Option(help="MMMM, LLML or HHMH.")]


def _read(path: str) -> Decoded:
    """Return the pathway; raise BrokenPathError where a page would go on as today, with a note."""
    read = decode(path)
    if read.note and read.note != "partly":
        raise BrokenPathError(path)
    if read.note:
        typer.echo(
            f"framtid: {path!r} names levers that are not known; they are left out", err=True
        )
    return read


def outlook(
    code: Code,
    path: Path = "som-i-dag",
    alternative: Alternative = "MMMM",
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print what a pathway means for a place, year by year beside the official line."""
    read = _read(path)
    if form is Plain.JSON:
        typer.echo(encode(answer(code, alternative, read)).decode())
        return
    write(rows(outlook_of(code, alternative, read.pathway)), form)


def ways_to(
    code: Code,
    wanted: Annotated[str, typer.Argument(help="omsorg, balanse, skole or baereevne.")],
    path: Path = "som-i-dag",
    alternative: Alternative = "MMMM",
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print the smallest sets of lever changes that reach a goal, or how far the levers get."""
    found = ways(outlook_of(code, alternative, _read(path).pathway), goal(wanted))
    if form is Plain.JSON:
        typer.echo(encode(found).decode())
        return
    typer.echo(f"{found.title}: {found.text}", err=True)
    write(list(_ways(found)), form)


def _short(value: float) -> float:
    """Return a value with decimals only where they tell something."""
    return round(value, 4) if abs(value) < 1000 else round(value)


def _ways(found: Ways) -> Iterator[Row]:
    """Yield an answer a row: its path, how far it gets beside the target, and what it changes."""
    for each in found.answers:
        yield {
            "path": each.code,
            "reached": each.reached,
            f"{found.indicator} {found.year}": _short(each.value),
            found.direction: _short(found.target),
            "today": _short(found.today),
            "changes": "; ".join(f"{move.title}: {move.words}" for move in each.moves),
        }
