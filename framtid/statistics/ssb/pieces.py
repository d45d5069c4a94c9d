"""Answers that are kept until their table is in place."""

import gzip
import hashlib
import json
import shutil
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from framtid.statistics.store import put


@dataclass(frozen=True)
class Pieces:
    """Answers kept on disk by question and date of update, so that a break costs little."""

    folder: Path

    def _path(self, table: str, question: object) -> Path:
        mark = hashlib.sha256(json.dumps(question, sort_keys=True).encode()).hexdigest()
        return self.folder / table / f"{mark}.json.gz"

    def get(self, table: str, question: object) -> object:
        """Return an answer that was kept, or None."""
        try:
            kept: object = json.loads(gzip.decompress(self._path(table, question).read_bytes()))
        except (OSError, ValueError, EOFError, zlib.error, RecursionError):
            return None
        return kept

    def put(self, table: str, question: object, answer: Mapping[str, object]) -> None:
        """Keep an answer."""
        content = gzip.compress(json.dumps(answer).encode(), 1)
        put(self._path(table, question), content)

    def forget(self, table: str) -> None:
        """Let go of a table's answers once they stand in an edition."""
        shutil.rmtree(self.folder / table, ignore_errors=True)
