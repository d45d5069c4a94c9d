"""``python -m framtid export``: every frame as a static file, for a web server or a CDN."""

import os
from contextlib import ExitStack
from pathlib import Path
from typing import Annotated

import typer
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from framtid.embed.export.batch import Batch
from framtid.embed.export.folder import export as write
from framtid.embed.export.folder import on_cores
from framtid.embed.frame.net import NET
from framtid.errors import UnknownOptionError, UnknownViewError
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.registry import views


def _listed(told: str | None, usual: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(part.strip() for part in told.split(",")) if told else usual


def _batches(
    codes: tuple[str, ...], names: tuple[str, ...], spoken: tuple[str, ...], *, frozen: bool
) -> list[Batch]:
    for name in names:
        if name not in (*views(), NET):
            raise UnknownViewError(name)
    for one in spoken:
        if one not in LANGUAGES:
            raise UnknownOptionError("languages", one, LANGUAGES)
    edition = snapshot().edition
    return [Batch(places().get(code).code, names, spoken, edition, frozen) for code in codes]


def export(
    out: Annotated[Path, typer.Option(help="Folder to write to; made where it is missing.")],
    codes: Annotated[
        str | None, typer.Option("--places", help="Codes with commas between; all when left out.")
    ] = None,
    names: Annotated[
        str | None,
        typer.Option("--views", help="Names with commas between, net is the map; all if left out."),
    ] = None,
    languages: Annotated[
        str | None, typer.Option(help="nb, nn, en with commas between; all when left out.")
    ] = None,
    frozen: Annotated[
        bool, typer.Option("--frozen", help="Also write the addresses that never change.")
    ] = False,
    workers: Annotated[int | None, typer.Option(min=1, help="Processes; one per core.")] = None,
    scheduler: Annotated[
        str | None,
        typer.Option(help="Dask scheduler, tcp://host:8786; this machine's cores when left out."),
    ] = None,
) -> None:
    """Write every view and causal map of every place as a finished frame, in every language.

    Only what the figures or the program have changed is made again; one that is cut off goes on.
    """
    batches = _batches(
        _listed(codes, tuple(places().by_code)),
        _listed(names, (*views(), NET)),
        _listed(languages, LANGUAGES),
        frozen=frozen,
    )
    columns = (TextColumn("Places"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with ExitStack() as stack:
        bar = stack.enter_context(Progress(*columns, console=Console(stderr=True)))
        task = bar.add_task("Places", total=None)
        if scheduler:
            from framtid.embed.export.cluster import on_cluster  # noqa: PLC0415 - heavy, only here
            from framtid.projection.uncertainty.cluster import connected  # noqa: PLC0415 - as above

            who = on_cluster(stack.enter_context(connected(scheduler)))
        else:
            who = on_cores(workers or os.cpu_count() or 1)
        counts = write(
            out,
            batches,
            who,
            lambda done, whole: bar.update(task, completed=done, total=whole),
        )
    typer.echo(
        f"{out}: {counts.written:,} written, {counts.same:,} as before, "
        f"{counts.skipped:,} not made again; {counts.bytes / 1e6:,.1f} MB compressed"
    )
