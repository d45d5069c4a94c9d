"""The forms of an answer for programs: JSON and CSV, packed."""

import csv
import io
import json
from collections.abc import Iterable

from framtid.site.packed import Packed, pack


def to_json(content: object) -> Packed:
    """Pack a JSON answer."""
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return pack(text.encode(), "application/json")


def to_csv(header: Iterable[str], rows: Iterable[Iterable[object]]) -> Packed:
    """Pack a CSV answer: comma, decimal point, UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(header)
    writer.writerows(rows)
    return pack(text.getvalue().encode(), "text/csv")
