"""``python -m framtid similar``: the municipalities that are most like one."""

from typing import Annotated

import typer

from framtid.answers import as_data, encode
from framtid.commands.writers import Plain, write
from framtid.consequences.similar import choices
from framtid.pathways.similar_told import similar_answer
from framtid.places import places


def similar(
    code: Annotated[str, typer.Argument(help="A municipality: 3201.")],
    by: Annotated[
        str, typer.Option(help=f"What they are to be alike in: {', '.join(choices())}.")
    ] = choices()[0],
    form: Annotated[Plain, typer.Option("--format", help="How to write it.")] = Plain.TABLE,
) -> None:
    """Print the municipalities most like one, and who of them ages faster and slower."""
    answer = similar_answer(places().get(code), by)
    if form is Plain.JSON:
        typer.echo(encode(answer).decode())
        return
    method = next(each.method for each in answer.choices if each.id == answer.by)
    for sentence in filter(None, (answer.text.title, answer.text.far, method)):
        typer.echo(sentence, err=True)
    write([as_data(each) for each in (answer.own, *answer.similar)], form)
