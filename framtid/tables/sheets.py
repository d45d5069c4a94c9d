"""Figures as files for a spreadsheet: plain CSV, or the form Norwegian Excel opens by itself."""

from collections.abc import Iterable
from dataclasses import replace

from starlette.requests import Request

from framtid.tables.csv import csv_file
from framtid.web.packed import Packed, pack

NORWEGIAN = "no"
"""The form with semicolons, decimal comma and a mark that says UTF-8."""


def to_csv(
    name: str, header: Iterable[str], rows: Iterable[Iterable[object]], form: str = ""
) -> Packed:
    """Pack a CSV file to be saved as ``framtid-<name>.csv``: comma, decimal point, UTF-8.

    Args:
        name: what the file holds and for which place, "carers-4601".
        header: the columns.
        rows: the cells.
        form: NORWEGIAN for Norwegian Excel; anything else is the plain form.

    """
    content = csv_file(header, rows, norwegian=form == NORWEGIAN)
    return replace(pack(content, "text/csv"), file=f"framtid-{name}.csv")


def wished_form(request: Request) -> str:
    """Return the wished form of a file where we know it, so that others are not kept."""
    return NORWEGIAN if request.query_params.get("form") == NORWEGIAN else ""
