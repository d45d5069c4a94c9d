"""``python -m framtid statistics``: the official figures behind the app."""

from pathlib import Path
from typing import Annotated

import typer

from framtid.statistics.snapshot import DATA

app = typer.Typer(
    help="Build and inspect the committed snapshot of official figures.", no_args_is_help=True
)


@app.command()
def build(
    source: Annotated[Path, typer.Option("--from", help="Folder with the official tables.")],
    out: Annotated[Path, typer.Option(help="Where the snapshot is written.")] = DATA,
) -> None:
    """Read the official tables in FROM and write the compact snapshot, all or nothing."""
    from framtid.statistics.builder import build as build_snapshot  # noqa: PLC0415 - heavy, only here

    for entry in build_snapshot(source, out):
        typer.echo(f"{entry.name:26} {entry.rows:>8,} rows  {entry.source.id}")
    size = sum(file.stat().st_size for file in (out / "snapshot").iterdir())
    typer.echo(f"{out}: {size / 1e6:.2f} MB. Now run `python -m framtid bands build`.")


@app.command()
def check() -> None:
    """Read every table and compare it with the catalogue."""
    from framtid.statistics.snapshot import read_snapshot  # noqa: PLC0415 - only here

    found = read_snapshot(DATA)
    found.verify()
    typer.echo(
        f"Edition {found.edition}: {len(found.catalogue.entries)} tables, all as catalogued."
    )
