"""``python -m framtid councils``: a game of four councils in a municipality, year by year."""

from typing import Annotated

import typer

from framtid.answers import as_data, encode
from framtid.commands.outlook import Code
from framtid.commands.writers import Plain, write
from framtid.pathways.councils_code import decode
from framtid.pathways.councils_told import game_answer

Played = Annotated[str, typer.Option(help="A game's code: 1-418, or 1-418-hejtin.")]


def councils(
    code: Code,
    game: Played = "1-1",
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print a game of four councils: what is decided, and how the years went."""
    answer = game_answer(code, decode(game))
    if form is Plain.JSON:
        typer.echo(encode(answer).decode())
        return
    if answer.note:
        typer.echo(f"framtid: the code {game!r} is {answer.note.replace('_', ' ')}", err=True)
    for each in answer.councils:
        yes = ", ".join(each.favoured) or "nothing"
        typer.echo(f"{each.first}-{each.until}: yes to {yes}", err=True)
    if answer.case:
        typer.echo(f"on the table: {answer.case}", err=True)
    write([as_data(each) for each in answer.years], form)
