"""A Dask cluster of real processes gives what one process gives, even when a worker is killed."""

import os
import signal
from collections.abc import Iterator
from functools import reduce
from operator import add
from pathlib import Path

import numpy as np
import pyarrow.parquet as pq
import pytest
from distributed import Client, LocalCluster
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.places import places
from framtid.projection.flows import flows
from framtid.projection.uncertainty.bands import bands, quantiles
from framtid.projection.uncertainty.batches import Tally, batches, tally
from framtid.projection.uncertainty.cluster import spread_out
from framtid.projection.uncertainty.measures import WHAT
from framtid.projection.uncertainty.spread import spread
from framtid.projection.uncertainty.trajectories import trajectories

COUNT = 4000
CODES = ("1151", "ba-21")


@pytest.fixture(scope="module")
def workers() -> Iterator[LocalCluster]:
    with LocalCluster(
        n_workers=2, threads_per_worker=1, dashboard_address="127.0.0.1:0"
    ) as started:
        yield started


@pytest.fixture(scope="module")
def alone() -> Tally:
    return reduce(add, (tally(CODES, pairs, spread()) for pairs in batches(COUNT)))


def test_batches_hold_every_pair_once() -> None:
    found = [pair for pairs in batches(2345) for pair in pairs]
    assert found == list(range(1173))


def test_a_single_batch_has_the_exact_quantiles() -> None:
    place = tally(("1151",), range(50), spread())
    drawn = trajectories(flows(), [places().index["1151"]], range(50))[0]
    assert np.abs(place.quantiles[0] - quantiles(drawn)).max() < 1e-5


def test_the_mean_of_batches_is_near_the_quantiles_of_all(alone: Tally) -> None:
    drawn = trajectories(flows(), [places().index["1151"]], range(COUNT // 2))[0]
    exact = quantiles(drawn)[WHAT.index("all")]
    width = exact[:, -1:] - exact[:, :1]
    assert (np.abs(alone.quantiles[0, WHAT.index("all")] - exact) / width).max() < 0.02


def test_a_killed_worker_costs_nothing_but_time(workers: LocalCluster, alone: Tally) -> None:
    with Client(workers, set_as_default=False) as client:
        coming = spread_out(client, CODES, COUNT, spread())
        found = next(coming)
        os.kill(workers.workers[0].pid, signal.SIGKILL)
        found = reduce(add, coming, found)
    assert found.trajectories == COUNT
    assert (found.total == alone.total).all()


def test_the_command_line_writes_what_the_workers_found(
    workers: LocalCluster, tmp_path: Path
) -> None:
    out = tmp_path / "utsira.parquet"
    command = ["trajectories", "--code", "1151", "--trajectories", "1000", "--out", str(out)]
    run = CliRunner().invoke(app, [*command, "--scheduler", workers.scheduler_address])
    assert run.exit_code == 0, run.output
    rows = pq.read_table(out).to_pandas()
    assert list(rows.columns[:3]) == ["place", "measure", "year"]
    last = rows[(rows["measure"] == "all") & (rows["year"] == 2050)].iloc[0]
    low, high = bands("1151").interval("all", 2050, 80)
    assert (last["q100"], last["q900"]) == pytest.approx((low, high), rel=0.01)
