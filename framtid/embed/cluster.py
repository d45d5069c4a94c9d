"""Making an export's frames on the workers of a Dask cluster."""

from collections.abc import Iterator
from itertools import islice

from distributed import Client, as_completed

from framtid.embed.batch import made
from framtid.embed.export import Job, Made, Workers
from framtid.projection.cluster import AHEAD, RETRIES


def on_cluster(client: Client) -> Workers:
    """Return a way to make frames on a cluster; a few places per thread are under way at a time."""

    def run(jobs: list[Job]) -> Iterator[Made]:
        submit = (client.submit(made, *job, retries=RETRIES, pure=False) for job in jobs)
        threads = sum(client.nthreads().values())
        under_way = as_completed(islice(submit, AHEAD * max(threads, 1)), loop=client.loop)
        for future in under_way:
            yield future.result()
            future.release()
            under_way.update(islice(submit, 1))

    return run
