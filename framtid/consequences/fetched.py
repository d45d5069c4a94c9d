"""A place's own figures, relative to the nation's: from KOSTRA, or what only a refresh brings."""

import numpy as np

from framtid.places import Place
from framtid.projection.history import Floats
from framtid.statistics.arranging import column
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import snapshot

NATION = "0"


@kept(maxsize=8)
def _newest(table: str) -> dict[str, float]:
    """Return the figures by place of the newest year the nation has; none without the table."""
    if not snapshot().has(table):
        return {}
    rows = snapshot().table(table).to_pylist()
    years = [row["year"] for row in rows if row["place"] == NATION]
    return {row["place"]: row["value"] for row in rows if years and row["year"] == max(years)}


@kept(maxsize=1)
def _key_figures() -> dict[tuple[str, str], float]:
    """Return the newest figure by indicator and region."""
    rows = sorted(snapshot().table("key_figures").to_pylist(), key=lambda row: row["year"])
    return {(row["indicator"], row["region"]): row["value"] for row in rows}


def key_figure(indicator: str, region: str) -> float | None:
    """Return KOSTRA's newest figure of a region by its name, or None where it is not at hand."""
    return _key_figures().get((indicator, region))


def relative(table: str, place: Place, people: Floats, *, each: bool) -> float | None:
    """Return a place's figure per inhabitant relative to the nation's, or None where it has none.

    Args:
        table: one of the tables by place, "free_income".
        place: with more than one municipality, all of them must have a figure.
        people: inhabitants of its municipalities, (municipality,).
        each: whether the figures are per inhabitant already, rather than totals.

    """
    known = _newest(table)
    found = [known.get(code) for code in place.members]
    values = [value for value in found if value is not None]
    whole = known.get(NATION)
    if not whole or len(values) < len(found):
        return None
    if each:
        return float(np.array(values) @ people / people.sum() / whole)
    return sum(values) / float(people.sum()) / (whole / _inhabitants())


def _inhabitants() -> float:
    table = snapshot().table("population_nation")
    return float(np.sum(column(table, table.column_names[-1])))
