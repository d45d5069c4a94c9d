"""``python -m framtid trajectories``: as many as wanted, on as many machines as there are."""

import sys
from functools import reduce
from operator import add
from pathlib import Path
from typing import Annotated

import typer

from framtid.places import places


def trajectories(
    out: Annotated[Path, typer.Option(help="Parquet file for the quantiles.")],
    code: Annotated[
        str | None, typer.Option(help="Place: 0, ba-5, 46 or 4601; every place when left out.")
    ] = None,
    count: Annotated[int, typer.Option("--trajectories", min=2, help="How many.")] = 100_000,
    scheduler: Annotated[
        str | None,
        typer.Option(help="Dask scheduler, tcp://host:8786; this machine when left out."),
    ] = None,
) -> None:
    """Draw trajectories on a Dask cluster and write their quantiles by place, measure and year.

    The result is the same whatever the number of workers; a lost worker costs only time.
    """
    import pyarrow.parquet as pq  # noqa: PLC0415 - only here

    from framtid.projection.uncertainty.batches import batches, table  # noqa: PLC0415 - compiled, only here
    from framtid.projection.uncertainty.cluster import connected, spread_out  # noqa: PLC0415 - heavy
    from framtid.projection.uncertainty.spread import spread  # noqa: PLC0415 - with the above

    codes = (places().get(code).code,) if code else tuple(places().by_code)
    with (
        connected(scheduler) as client,
        typer.progressbar(
            spread_out(client, codes, count, spread()),
            length=len(batches(count)),
            label="Batches",
            file=sys.stderr,
        ) as progress,
    ):
        found = reduce(add, progress)
    pq.write_table(table(codes, found.quantiles), out, compression="zstd")
    typer.echo(f"{out}: {found.trajectories:,} trajectories, {len(codes)} places")
