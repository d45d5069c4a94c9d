"""``python -m framtid schema``: the answers' schema and examples, and the front end's types."""

from pathlib import Path

import typer

app = typer.Typer(help="The JSON schema of the answers, their examples, the front end's types.")


def _made() -> dict[Path, str]:
    from framtid.api import contracts, examples  # noqa: PLC0415 - reads the whole program

    return contracts.files() | examples.files()


@app.command()
def write() -> None:
    """Write them from the models, and from what the answers are now."""
    from framtid.api import contracts  # noqa: PLC0415 - reads the whole program

    for file in contracts.write(_made()):
        typer.echo(file)


@app.command()
def check() -> None:
    """Say which of them are not what they are to be; exit status 1 when any."""
    from framtid.api import contracts  # noqa: PLC0415 - reads the whole program

    late = contracts.outdated(_made())
    for file in late:
        typer.echo(f"{file}: run `python -m framtid schema write`", err=True)
    if late:
        raise typer.Exit(1)
