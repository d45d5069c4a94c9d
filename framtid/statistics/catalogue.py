"""The catalogue of the snapshot: where every figure comes from and how it is checked."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

from framtid.errors import SnapshotError

REBUILD = "Fetch data/ again from the repository, or run `python -m framtid statistics build`."


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a table, under which licence, when and where."""

    id: str
    """The publisher's table id, "07459", or our own name where it has none."""
    title: str
    publisher: str
    licence: str
    link: str
    date: str
    """ISO date of the figures (the publisher's update or the day they describe)."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One table of the snapshot and what a reader of it may rely on."""

    name: str
    file: str
    rows: int
    columns: dict[str, str]
    """Column name to Arrow type, in order."""
    sha256: str
    years: str
    unit: str
    estimated: str
    """Which cells are estimates, in a sentence; empty when none is."""
    source: Source
    updated: str = ""
    """When the publisher last updated the table, as it says itself; empty when it is not known."""
    asked: str = ""
    """Mark of what was asked for, so that a changed question is asked anew."""
    expected: str = ""
    """ISO date when the publisher will update it next; empty when it does not say."""


@dataclass(frozen=True, slots=True)
class Catalogue:
    """All tables of a snapshot by name."""

    edition: str
    """Short content hash of the whole snapshot."""
    updated: str
    """ISO date of the newest population figures."""
    entries: dict[str, Entry]

    def text(self) -> str:
        """Return the catalogue as readable JSON."""
        return json.dumps(asdict(self), ensure_ascii=False, indent=1) + "\n"

    def write(self, path: Path) -> None:
        """Write the catalogue to a file."""
        path.write_text(self.text(), encoding="utf-8")


def read_catalogue(path: Path) -> Catalogue:
    """Read a catalogue; raise SnapshotError where it is missing or unreadable."""
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        entries = {
            name: Entry(**{**entry, "source": Source(**entry["source"])})
            for name, entry in raw["entries"].items()
        }
        return Catalogue(raw["edition"], raw["updated"], entries)
    except FileNotFoundError as error:
        raise SnapshotError("catalogue", f"{path} is missing", REBUILD) from error
    except (ValueError, KeyError, TypeError) as error:
        raise SnapshotError("catalogue", f"{path} cannot be read: {error}", REBUILD) from error
