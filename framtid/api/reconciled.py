"""Ours beside official figures as CSV: of every place, or of one place or one indicator."""

from starlette.requests import Request

from framtid import addresses
from framtid.api.downloads import FORM, to_csv, wished_form
from framtid.api.endpoint import Endpoint, chosen
from framtid.consequences.reconciled_rows import COLUMNS, of, row
from framtid.consequences.reconciliation import reconciliation, subjects
from framtid.language.current import reader_language, spoken
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed

INDICATOR, YEAR = "indicator", "year"


@kept(32, by=spoken)
def reconciliation_csv(code: str, indicator: str, year: str, form: str) -> Packed:
    """Return a row for every official figure at hand, with ours and why they differ."""
    language = reader_language()
    rows = (row(each, language).values() for each in of(code, indicator, int(year or 0)))
    name = "-".join(part for part in ("reconciliation", code, indicator, year) if part)
    return to_csv(name, COLUMNS, rows, form)


def _answer(request: Request) -> Packed:
    years = sorted({str(each.year) for each in reconciliation()})
    return reconciliation_csv(
        request.query_params.get(addresses.PLACE, ""),
        chosen(request, INDICATOR, tuple(subjects())),
        chosen(request, YEAR, years),
        wished_form(request),
    )


ANSWERS = {"/reconciliation.csv": Endpoint(_answer, (addresses.PLACE, INDICATOR, YEAR, FORM))}
