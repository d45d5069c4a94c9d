"""Fifty refreshes killed at random points: a whole edition is in force after every one."""

import multiprocessing
import random
import signal
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from framtid.statistics import snapshot as figures
from framtid.statistics.snapshot import Snapshot, snapshot
from framtid.statistics.store import Store
from tests.ssb import killed
from tests.ssb.country import Country
from tests.ssb.runs import small
from tests.ssb.server import StandIn, serving

__all__ = ["small"]
TIMES = 50
"""Moments a refresh is killed at."""
STORES = 5
"""Stores that take their share of them, one after another, each left as the last kill left it."""
LATE = ("pandera.backends.pandas.builtin_checks",)
"""What a refresh imports on its way, and what every process would import for itself."""
START = multiprocessing.get_context("forkserver")


@dataclass(frozen=True)
class Ground:
    """A small SSB, the edition to begin from, the one to reach, and what there is to break."""

    ssb: StandIn
    small: Snapshot
    after: str
    touched: int
    """Times that a whole refresh touches the disk or the net."""


def adopted(folder: Path, small: Snapshot) -> Store:
    made = Store(folder)
    made.adopt(small)
    made.use(small.edition)
    return made


def run(target: object, *args: object) -> int | None:
    child = START.Process(target=target, args=args)  # type: ignore[arg-type]
    child.start()
    child.join()
    return child.exitcode


@pytest.fixture(scope="module")
def ground(small: Snapshot, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ground]:
    START.set_forkserver_preload(["tests.ssb.killed", *LATE])
    folder = tmp_path_factory.mktemp("ground")
    whole, count = adopted(folder / "whole", small), folder / "count"
    with serving(Country(small).stand_in()) as ssb:
        assert run(killed.counted, whole.folder, ssb.api, ssb.klass, count) == 0
        yield Ground(ssb, small, whole.current() or "", int(count.read_text()))


@pytest.mark.parametrize("number", range(STORES))
def test_a_killed_refresh_leaves_a_whole_edition(
    number: int, ground: Ground, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small, after, ssb = ground.small, ground.after, ground.ssb
    points = random.Random(2040).sample(range(ground.touched), TIMES)  # noqa: S311
    hit = adopted(tmp_path / "killed", small)
    ended: set[str | None] = set()
    for point in points[number::STORES]:
        # One that got through is begun again from the first edition.
        if hit.current() == after:
            hit.use(small.edition)
        status = run(killed.killed, hit.folder, ssb.api, ssb.klass, point)
        assert status in {-signal.SIGKILL, 0}
        assert hit.current() in {small.edition, after}
        hit.snapshot(hit.current() or "").verify()
        monkeypatch.setenv("FRAMTID_DATA", str(hit.folder))
        monkeypatch.setattr(figures, "_in_force", [])
        assert snapshot().edition == hit.current(), "the app starts on it"
        ended.add(hit.current())
    assert ended >= {small.edition}
    assert run(killed.refresh, hit.folder, ssb.api, ssb.klass) == 0
    assert hit.current() == after
