"""``python -m framtid statistics refresh``: fresh figures from Statistics Norway."""

import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager, nullcontext
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated

import typer

from framtid.commands.derived import derived
from framtid.statistics.snapshot import snapshot, store
from framtid.statistics.ssb.client import Client
from framtid.statistics.ssb.fetching import Fetcher
from framtid.statistics.ssb.pieces import Pieces
from framtid.statistics.ssb.recipes import Recipes, read_recipes
from framtid.statistics.ssb.refresh import Refresh, Watch, put_in_force
from framtid.statistics.store import Store

INCOMPLETE = 1
"""Exit status when a table was kept out."""
ALL = "all"
"""Every table, to ``--again``."""


@contextmanager
def _bars() -> Iterator[Watch]:
    """Show a progress bar per table, on standard error."""
    from rich.console import Console  # noqa: PLC0415 - only here
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn  # noqa: PLC0415

    columns = (TextColumn("{task.description:24}"), BarColumn(), MofNCompleteColumn())
    with Progress(*columns, console=Console(stderr=True)) as progress:
        tasks = {}

        def watch(name: str, done: int, of: int) -> None:
            if name not in tasks:
                tasks[name] = progress.add_task(name, total=of)
            progress.update(tasks[name], completed=done)

        yield watch


def _named(only: list[str], recipes: Recipes) -> list[str]:
    """Return our names of tables that are called by those or by SSB's ids."""
    found = [
        name
        for name, recipe in recipes.tables.items()
        if not only or name in only or recipe.table in only
    ]
    known = {*found, *(recipes.tables[name].table for name in found)}
    if unknown := [name for name in only if name not in known]:
        raise typer.BadParameter(
            f"there is no table {', '.join(unknown)}; there are {', '.join(recipes.tables)}"
        )
    return found


def _anew(again: list[str], recipes: Recipes) -> list[str]:
    """Return our names of the tables to be asked for whatever SSB says of their update."""
    if not again:
        return []
    return _named([] if ALL in again else again, recipes)


def refresh(
    api: Annotated[str | None, typer.Option(help="Another PxWebApi v2.")] = None,
    klass: Annotated[str | None, typer.Option(help="Another Klass.")] = None,
    only: Annotated[list[str] | None, typer.Option(help="A table, ours or SSB's id.")] = None,
    again: Annotated[
        list[str] | None,
        typer.Option(help="A table to ask for although SSB has not updated it, or «all»."),
    ] = None,
    dry_run: Annotated[bool, typer.Option(help="Only tell what would change.")] = False,
) -> None:
    """Ask Statistics Norway for what is new, check it, and put it in force in one step.

    Exit status 1: some table was kept out, and the report says why; the others are in force.
    """
    recipes = read_recipes()
    names = _named(only or [], recipes)
    anew = frozenset(_anew(again or [], recipes))
    kept = store()
    client = Client(api or recipes.api, klass or recipes.klass, recipes.language)
    fetcher = Fetcher(client, Pieces(kept.folder / "answers"))
    with closing(client), kept.locked(), _room(kept, dry_run) as room, _bars() as watch:
        today = datetime.now(UTC).date()
        made, report = Refresh(
            recipes, fetcher, room, snapshot(), today, derive=derived, watch=watch, again=anew
        ).run(names)
        if not dry_run:
            put_in_force(kept, made)
            for one in report.outcomes:
                if not one.problems:
                    fetcher.pieces.forget(one.table)
    report.dry = dry_run
    for line in report.lines():
        typer.echo(line)
    if report.refused:
        raise typer.Exit(INCOMPLETE)


@contextmanager
def _room(kept: Store, dry: bool) -> Iterator[Store]:
    """Return where the edition is put together: a passing folder on a dry run."""
    with tempfile.TemporaryDirectory() if dry else nullcontext("") as folder:
        yield Store(Path(folder)) if dry else kept
