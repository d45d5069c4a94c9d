"""``python -m framtid schema``: the answers' JSON schema and the front end's types."""

import typer

app = typer.Typer(help="The JSON schema of the answers, and the front end's types.")


@app.command()
def write() -> None:
    """Write both from the models."""
    from framtid.api import contracts  # noqa: PLC0415 - reads the whole program

    for file in contracts.write():
        typer.echo(file)


@app.command()
def check() -> None:
    """Say which of them do not say what the models say; exit status 1 when any."""
    from framtid.api import contracts  # noqa: PLC0415 - reads the whole program

    late = contracts.outdated()
    for file in late:
        typer.echo(f"{file}: run `python -m framtid schema write`", err=True)
    if late:
        raise typer.Exit(1)
