"""Sharing batches of trajectories among the workers of a Dask cluster."""

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from typing import TypeVar

from distributed import Client, Future, LocalCluster, as_completed, get_worker

from framtid.projection.uncertainty.batches import Tally, batches, tally
from framtid.projection.uncertainty.spread import Spread

T = TypeVar("T")
AHEAD = 3
"""Batches per thread that are handed out before any comes back."""
RETRIES = 5
"""Times a batch is tried again when its worker failed; a lost worker's are always moved."""


@contextmanager
def connected(scheduler: str | None) -> Iterator[Client]:
    """Connect to a scheduler, or to workers of this machine for as long as the block lasts."""
    if scheduler:
        with Client(scheduler, set_as_default=False) as client:
            yield client
    else:
        # Any free port, for this machine alone: the usual one may be another cluster's.
        with (
            LocalCluster(threads_per_worker=1, dashboard_address="127.0.0.1:0") as cluster,
            Client(cluster, set_as_default=False) as client,
        ):
            yield client


def _on_worker(codes: tuple[str, ...], pairs: range, s: Spread) -> Tally:
    return tally(codes, pairs, s, threads=get_worker().state.nthreads)


def finished(client: Client, jobs: Iterator[Future[T]]) -> Iterator[T]:
    """Yield results as workers finish them, in any order.

    A few jobs per thread are under way at any time, so neither the workers' memory nor ours grows
    with their number. ``jobs`` submits one each time it is asked.
    """
    threads = sum(client.nthreads().values())
    under_way = as_completed(islice(jobs, AHEAD * max(threads, 1)), loop=client.loop)
    for future in under_way:
        yield future.result()
        future.release()
        under_way.update(islice(jobs, 1))


def spread_out(client: Client, codes: tuple[str, ...], count: int, s: Spread) -> Iterator[Tally]:
    """Yield the batches of ``count`` trajectories as workers finish them, in any order."""
    yield from finished(
        client,
        (
            client.submit(_on_worker, codes, pairs, s, retries=RETRIES, pure=False)
            for pairs in batches(count)
        ),
    )
