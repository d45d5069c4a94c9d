"""Building the snapshot from a folder of official tables, in one atomic step."""

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from framtid.errors import SnapshotError
from framtid.statistics.builder.classification import classification
from framtid.statistics.builder.former import former
from framtid.statistics.builder.inputs import Draft
from framtid.statistics.builder.population import population
from framtid.statistics.builder.projections import projections
from framtid.statistics.builder.services import services
from framtid.statistics.builder.shapes import shapes
from framtid.statistics.builder.vital import vital
from framtid.statistics.builder.write import catalogue, write
from framtid.statistics.catalogue import Entry

FAMILIES = (population, projections, vital, services, classification, former, shapes)
UPDATED = "2026-01-01"
"""The day the newest population figures describe."""


def drafts(folder: Path) -> Iterator[Draft]:
    """Yield every table the input folder gives, raising SnapshotError at the first that fails."""
    for family in FAMILIES:
        try:
            yield from family(folder)
        except KeyError as error:
            raise _malformed(family.__name__, f"its files lack {error}") from error
        except (ValueError, TypeError, AttributeError) as error:
            raise _malformed(family.__name__, f"its files are malformed: {error}") from error


def _malformed(family: str, problem: str) -> SnapshotError:
    return SnapshotError(family, problem, "Fetch them again.")


def build(folder: Path, out: Path) -> Iterator[Entry]:
    """Write the snapshot of ``folder`` into ``out``, yielding each table as it is done.

    Nothing in ``out`` changes before every table is whole.

    Raises:
        SnapshotError: when an input is missing or malformed.

    """
    out.mkdir(parents=True, exist_ok=True)
    work = Path(tempfile.mkdtemp(prefix=".building-", dir=out))
    try:
        (work / "snapshot").mkdir()
        entries = {}
        for draft in drafts(folder):
            entries[draft.name] = write(draft, work)
            yield entries[draft.name]
        catalogue(entries, UPDATED).write(work / "catalogue.json")
        _put_in_place(work, out)
    finally:
        shutil.rmtree(work, ignore_errors=True)


def _put_in_place(work: Path, out: Path) -> None:
    """Move the finished tables in; the old ones come back when that is interrupted."""
    old, new = work / "old", out / "snapshot"
    if new.exists():
        new.rename(old)
    try:
        (work / "snapshot").rename(new)
    finally:
        if not new.exists() and old.exists():
            old.rename(new)
    (work / "catalogue.json").replace(out / "catalogue.json")
