"""``python -m framtid outlook``: a place along a pathway, and what a goal would take."""

from collections.abc import Iterator
from pathlib import Path as File
from typing import Annotated

import typer

from framtid.answers import encode
from framtid.commands.writers import Plain, Row, write
from framtid.consequences.own_figures import OwnFiguresError
from framtid.consequences.setting import USUAL
from framtid.documents.own_reading import read_file
from framtid.errors import BrokenPathError
from framtid.language.current import reader_language
from framtid.pathways.answer import answer, rows
from framtid.pathways.answers import Ways
from framtid.pathways.codec import Decoded, decode
from framtid.pathways.goals import goal, goals
from framtid.pathways.levers import lever
from framtid.pathways.limits import Limits
from framtid.pathways.switches import Switches
from framtid.pathways.ways import ways
from framtid.places import Level, places

Code = Annotated[str, typer.Argument(help="Place: 0, ba-5, 46 or 4601.")]
Path = Annotated[str, typer.Option(help="A path's name or code: lys-vei, 2-he2hj3.")]
Alternative = Annotated[str, typer.Option(help="MMMM, LLML or HHMH.")]
State = Annotated[str, typer.Option(help="What the State pays: nothing, history or wholly.")]
OwnFile = Annotated[
    File | None,
    typer.Option(
        "--own", exists=True, dir_okay=False, help="CSV with the municipality's own figures."
    ),
]
Sure = Annotated[
    bool, typer.Option("--sure", help="Own figures are right, although far from the official ones.")
]
Use = Annotated[str, typer.Option(help="Use of care: constant, healthier or trend.")]


def read_switches(
    code: str, alternative: str, state: str, use: str, own: File | None, *, sure: bool = False
) -> Switches:
    """Return the switches of a command, with the own figures of a file where one is given.

    What is far from the official figure is asked about, as on the page: ``sure`` is the answer.

    Raises:
        OwnFiguresError: the place is no municipality, the file cannot be used, or holds what we
            ask about and nobody has answered.
        UnknownPlaceError: no place has that code.

    """
    switches = Switches.of(alternative, state, use)
    if own is None:
        return switches
    place, language = places().get(code), reader_language()
    if place.level is not Level.MUNICIPALITY:
        raise OwnFiguresError("place", code)
    content = own.read_bytes()
    read = read_file(place, content, language, sure=sure)
    for problem in read.problems:
        typer.echo(f"framtid: {own}: {problem.said(language)}", err=True)
    if read.problems and not read.wrong:
        typer.echo("framtid: if they are right, run this again with --sure", err=True)
    if read.problems:
        raise OwnFiguresError("wrong" if read.wrong else "unsure", str(own))
    return switches.with_own(read.own)


def read_path(path: str) -> Decoded:
    """Return the pathway; raise BrokenPathError where a page would go on as today, with a note."""
    read = decode(path)
    if read.note and read.note != "partly":
        raise BrokenPathError(path)
    if read.note:
        typer.echo(
            f"framtid: {path!r} names levers that are not known, or years that they cannot begin;"
            " these are left out",
            err=True,
        )
    return read


def outlook(
    code: Code,
    path: Path = "som-i-dag",
    alternative: Alternative = "MMMM",
    state: State = USUAL.state,
    use: Use = USUAL.use,
    own: OwnFile = None,
    sure: Sure = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print what a pathway means for a place, year by year beside the official line."""
    read, switches = read_path(path), read_switches(code, alternative, state, use, own, sure=sure)
    if form is Plain.JSON:
        typer.echo(encode(answer(code, switches, read)).decode())
        return
    write(rows(switches.outlook(code, read.pathway)), form)


def ways_to(
    code: Code,
    wanted: Annotated[str, typer.Argument(help=f"One of {', '.join(goals())}.")],
    path: Path = "som-i-dag",
    target: Annotated[float | None, typer.Option(help="A target of your own.")] = None,
    lock: Annotated[list[str] | None, typer.Option(help="A lever that stays.")] = None,
    ceiling: Annotated[
        float | None, typer.Option(help="Kroner per inhabitant in the dearest year.")
    ] = None,
    alternative: Alternative = "MMMM",
    state: State = USUAL.state,
    use: Use = USUAL.use,
    own: OwnFile = None,
    sure: Sure = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print the smallest sets of lever changes that reach a goal, or how far the levers get."""
    limits = Limits(frozenset(lever(name).id for name in lock or ()), ceiling)
    switches = read_switches(code, alternative, state, use, own, sure=sure)
    outlook = switches.outlook(code, read_path(path).pathway)
    found = ways(outlook, goal(wanted).aiming(target), limits)
    if form is Plain.JSON:
        typer.echo(encode(found).decode())
        return
    for sentence in (f"{found.title}: {found.text}", *found.rest):
        typer.echo(sentence, err=True)
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
