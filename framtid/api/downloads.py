"""Figures as files to save, under names that say what they hold."""

from collections.abc import Iterable
from dataclasses import replace

from starlette.requests import Request

from framtid.api.endpoint import chosen
from framtid.embed.pictures.painting import PRINT
from framtid.tables import csv
from framtid.web.packed import Packed, pack

FORM = "form"
"""The query parameter that asks for another form of a file."""
WIDTH = "width"
"""The query parameter that asks for a PNG for print; no other width is known."""


def download(content: bytes, media_type: str, name: str) -> Packed:
    """Pack a file to be saved as ``framtid-<name>``."""
    return replace(pack(content, media_type), file=f"framtid-{name}")


def to_csv(
    name: str, header: Iterable[str], rows: Iterable[Iterable[object]], form: str = ""
) -> Packed:
    """Pack a CSV file to be saved as ``framtid-<name>.csv``, or ``-excel.csv`` in Excel's form.

    Args:
        name: what the file holds and for which place, "carers-4601".
        header: the columns.
        rows: the cells.
        form: ``csv.NORWEGIAN`` for Norwegian Excel; anything else is the plain form.

    """
    content = csv.csv_file(header, rows, norwegian=form == csv.NORWEGIAN)
    return download(content, csv.MEDIA_TYPE, f"{name}{csv.ending(form)}")


def wished_form(request: Request) -> str:
    """Return the wished form of a file, empty for the plain one; raise as ``chosen`` does."""
    return chosen(request, FORM, (csv.NORWEGIAN,))


def wished_width(request: Request) -> int:
    """Return the wished width of a picture, 0 for its own; raise as ``chosen`` does."""
    return int(chosen(request, WIDTH, (str(PRINT),)) or 0)
