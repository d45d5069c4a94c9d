"""Fifty refreshes killed at random points: a whole edition is in force after every one."""

import multiprocessing
import random
import signal
from pathlib import Path

import pytest

from framtid.statistics import snapshot as figures
from framtid.statistics.snapshot import snapshot
from framtid.statistics.store import Store
from tests.ssb import killed
from tests.ssb.country import Country
from tests.ssb.server import serving
from tests.ssb.small import small_edition

TIMES = 50
"""Moments a refresh is killed at."""
PARTS = 5


@pytest.mark.parametrize("part", range(PARTS))
def test_a_killed_refresh_leaves_a_whole_edition(
    part: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    small = small_edition(tmp_path / "small")
    start = multiprocessing.get_context("forkserver")
    start.set_forkserver_preload(["tests.ssb.killed"])

    def store(name: str) -> Store:
        made = Store(tmp_path / name)
        made.adopt(small)
        made.use(small.edition)
        return made

    def run(target: object, *args: object) -> int | None:
        child = start.Process(target=target, args=args)  # type: ignore[arg-type]
        child.start()
        child.join()
        return child.exitcode

    with serving(Country(small).stand_in()) as ssb:
        whole, count = store("whole"), tmp_path / "count"
        assert run(killed.counted, whole.folder, ssb.api, ssb.klass, count) == 0
        touched, after = int(count.read_text()), whole.current()
        points = random.Random(2040).sample(range(touched), TIMES)[part::PARTS]  # noqa: S311
        ended: set[str | None] = set()
        for number, point in enumerate(points):
            hit = (
                store(f"killed-{number % 5}")
                if number < 5
                else Store(tmp_path / f"killed-{number % 5}")
            )
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
        for number in range(5):
            hit = Store(tmp_path / f"killed-{number}")
            assert run(killed.refresh, hit.folder, ssb.api, ssb.klass) == 0
            assert hit.current() == after
