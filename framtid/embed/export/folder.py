"""A folder of finished frames for a web server or a CDN: made once, and again where they changed.

Beside the frames lies a list of what each was made of and holds. An export that is cut off goes on
from it; one of the same figures and program has nothing to do; a frame that comes out as it was is
left as it lies, with its date.
"""

import gzip
import hashlib
import json
import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from framtid.embed.export.batch import Batch, basis, made
from framtid.embed.frame.net import AskedNet
from framtid.embed.request import Asked
from framtid.embed.snippet import HOST_SCRIPT, SCRIPT

LIST = "export.jsonl"
"""What was made: a line of JSON for each frame, the last one for a name in force."""

Job = tuple[Batch, tuple[str, ...]]
Made = list[tuple[str, bytes]]
Workers = Callable[[list[Job]], Iterator[Made]]


@dataclass
class Counts:
    """What an export came to."""

    written: int = 0
    same: int = 0
    """Made anew and found to be as they were."""
    skipped: int = 0
    """Not made: of the same figures and program as before."""
    bytes: int = 0
    """Of the pages as they are sent, compressed."""


def put(path: Path, content: bytes) -> None:
    """Write a file so that a web server never sees half of it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    beside.write_bytes(content)
    beside.replace(path)


class Folder:
    """An export's folder and its list."""

    def __init__(self, out: Path) -> None:
        self.out, self.basis = out, basis()
        self.known = self._read()

    def _read(self) -> dict[str, dict[str, str]]:
        known: dict[str, dict[str, str]] = {}
        try:
            lines = (self.out / LIST).read_text("utf-8").splitlines()
        except FileNotFoundError:
            return known
        for line in lines:
            try:
                told = json.loads(line)
                known[told["name"]] = told
            except (ValueError, KeyError):  # the last line of an export that was cut off
                continue
        return known

    def lacking(self, batch: Batch) -> tuple[str, ...]:
        """Return the frames of a batch that are not there as they should be."""
        return tuple(name for name, asked in batch.frames.items() if not self._stands(name, asked))

    def _stands(self, name: str, asked: Asked | AskedNet) -> bool:
        """Whether a frame is there as the program would make it; a frozen one never changes."""
        known = self.known.get(name)
        current = known is not None and (asked.edition or known["basis"] == self.basis)
        return bool(current) and (self.out / f"{name}.gz").is_file()

    def keep(self, frames: Iterable[tuple[str, bytes]], counts: Counts) -> None:
        """Write frames and list them."""
        self.out.mkdir(parents=True, exist_ok=True)
        with (self.out / LIST).open("a", encoding="utf-8") as listed:
            for name, packed in frames:
                page = gzip.decompress(packed)
                mark = hashlib.sha256(page).hexdigest()[:16]
                before = self.known.get(name, {}).get("sha256")
                if before == mark and (self.out / f"{name}.gz").is_file():
                    counts.same += 1
                else:
                    put(self.out / name, page)
                    put(self.out / f"{name}.gz", packed)
                    counts.written += 1
                counts.bytes += len(packed)
                self.known[name] = {"name": name, "basis": self.basis, "sha256": mark}
                listed.write(json.dumps(self.known[name]) + "\n")

    def finish(self) -> None:
        """Write the script for host pages, and the list with one line for each frame."""
        script = HOST_SCRIPT.read_bytes()
        put(self.out / SCRIPT.lstrip("/"), script)
        put(self.out / f"{SCRIPT.lstrip('/')}.gz", gzip.compress(script, 9, mtime=0))
        lines = "".join(json.dumps(self.known[name]) + "\n" for name in sorted(self.known))
        put(self.out / LIST, lines.encode())


def on_cores(workers: int) -> Workers:
    """Return a way to make frames on the cores of this machine."""

    def run(jobs: list[Job]) -> Iterator[Made]:
        if workers == 1:
            yield from (made(*job) for job in jobs)
            return
        with ProcessPoolExecutor(workers, mp_context=get_context("spawn")) as pool:
            for done in as_completed([pool.submit(made, *job) for job in jobs]):
                yield done.result()

    return run


def export(
    out: Path,
    batches: Iterable[Batch],
    workers: Workers,
    progress: Callable[[int, int], None] = lambda _done, _all: None,
) -> Counts:
    """Write every frame of some batches to a folder; go on where an earlier export stopped.

    Args:
        out: the folder.
        batches: what is wanted, place by place.
        workers: who makes it.
        progress: is told how many places are done, and of how many.

    """
    folder, counts = Folder(out), Counts()
    jobs: list[Job] = []
    for batch in batches:
        lacking = folder.lacking(batch)
        counts.skipped += len(batch.frames) - len(lacking)
        if lacking:
            jobs.append((batch, lacking))
    progress(0, len(jobs))
    for done, frames in enumerate(workers(jobs), start=1):
        folder.keep(frames, counts)
        progress(done, len(jobs))
    folder.finish()
    return counts
