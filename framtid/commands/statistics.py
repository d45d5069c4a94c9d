"""``python -m framtid statistics``: the official figures behind the app."""

from pathlib import Path
from typing import Annotated

import typer

from framtid.commands.refresh import refresh
from framtid.commands.status import status
from framtid.statistics.snapshot import DATA, pinned, read_snapshot, snapshot, store

app = typer.Typer(
    help="Fetch, build and inspect the official figures behind the app.", no_args_is_help=True
)
app.command()(refresh)
app.command()(status)


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
    typer.echo(f"{out}: {size / 1e6:.2f} MB. Now run `python -m framtid statistics derive`.")


@app.command()
def derive(
    out: Annotated[Path, typer.Option(help="The snapshot's folder.")] = DATA,
    everything: Annotated[
        bool, typer.Option("--all", help="All of them, after a change of code.")
    ] = False,
) -> None:
    """Compute anew what no longer fits the official tables: backtest, coverage and bands."""
    from framtid.commands.derived import derived  # noqa: PLC0415 - heavy, only here
    from framtid.statistics.builder.write import add  # noqa: PLC0415 - heavy, only here

    with pinned(read_snapshot(out)):
        drafts = list(derived(everything))
    for draft in drafts:
        entry = add(draft, out)
        size = (out / entry.file).stat().st_size
        typer.echo(f"{entry.name}: {entry.rows:,} rows, {size / 1e6:.2f} MB")


@app.command()
def check() -> None:
    """Read every table of the committed edition and of the one in force."""
    for found in {one.edition: one for one in (read_snapshot(DATA), snapshot())}.values():
        found.verify()
        typer.echo(
            f"Edition {found.edition}: {len(found.catalogue.entries)} tables, all as catalogued."
        )


@app.command()
def keep() -> None:
    """Keep the committed edition among the others, so that frozen embeds outlive an upgrade."""
    kept, committed = store(), read_snapshot(DATA)
    with kept.locked():
        kept.adopt(committed)
    typer.echo(f"Edition {committed.edition} is kept in {kept.folder}.")


@app.command()
def use(name: Annotated[str, typer.Argument(help="An edition that is kept.")]) -> None:
    """Put an earlier edition in force again."""
    kept = store()
    with kept.locked():
        kept.snapshot(name).verify()
        kept.use(name)
    typer.echo(f"Edition {name} is in force.")
