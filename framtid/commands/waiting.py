"""``python -m framtid wait``: what the same choices give when they begin a term or two later."""

from typing import Annotated

import typer

from framtid.answers import as_data, encode
from framtid.commands.outlook import (
    Alternative,
    Code,
    OwnFile,
    Path,
    State,
    Sure,
    Use,
    read_path,
    read_switches,
)
from framtid.commands.writers import Plain, write
from framtid.consequences.setting import USUAL
from framtid.pathways.waiting_told import waiting_answer


def wait(
    code: Code,
    path: Path = "lys-vei",
    alternative: Alternative = "MMMM",
    state: State = USUAL.state,
    use: Use = USUAL.use,
    own: OwnFile = None,
    sure: Sure = False,
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print the price of waiting: hands and kroner when the same choices begin later."""
    answer = waiting_answer(
        code, read_switches(code, alternative, state, use, own, sure=sure), read_path(path)
    )
    if form is Plain.JSON:
        typer.echo(encode(answer).decode())
        return
    text = answer.text
    for sentence in filter(None, (text.title, text.hands, text.goal, text.kroner)):
        typer.echo(sentence, err=True)
    write([as_data(each) for each in answer.begun], form)
