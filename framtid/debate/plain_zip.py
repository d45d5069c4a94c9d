"""Office files without the hour they were written, so that the same figures give the same bytes."""

import io
import re
import zipfile

THEN = (2026, 1, 1, 0, 0, 0)
"""When every part of a file says that it was written."""
HOUR = re.compile(rb">\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ<")
ABOUT = "docProps/core.xml"


def plain_zip(content: bytes, *, inner: bool = False) -> bytes:
    """Return a zip file packed again, its parts in the same order and of one date.

    Args:
        content: the file.
        inner: whether it lies inside another, the figures of a chart: then it tells no hour at all.

    """
    file = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for part in old.infolist():
            told = old.read(part)
            if part.filename.endswith(".xlsx"):
                told = plain_zip(told, inner=True)
            elif inner and part.filename == ABOUT:
                told = HOUR.sub(b">2026-01-01T00:00:00Z<", told)
            new.writestr(zipfile.ZipInfo(part.filename, THEN), told, zipfile.ZIP_DEFLATED)
    return file.getvalue()
