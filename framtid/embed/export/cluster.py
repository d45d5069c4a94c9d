"""Making an export's frames on the workers of a Dask cluster."""

from collections.abc import Iterator

from distributed import Client

from framtid.embed.export.batch import made
from framtid.embed.export.folder import Job, Made, Workers
from framtid.projection.uncertainty.cluster import RETRIES, finished


def on_cluster(client: Client) -> Workers:
    """Return a way to make frames on a cluster."""

    def run(jobs: list[Job]) -> Iterator[Made]:
        yield from finished(
            client, (client.submit(made, *job, retries=RETRIES, pure=False) for job in jobs)
        )

    return run
