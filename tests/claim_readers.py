"""Reads the figures that a claim of a view states where the view, or the model, has them."""

import re
from collections.abc import Callable

import pytest

from framtid.horizon import HORIZON
from framtid.pathways.outlook import Outlook, municipalities, outlook_of
from framtid.pathways.pathway import path
from framtid.projection import ALTERNATIVES
from framtid.projection.uncertainty.bands import bands
from framtid.views.claims import Alternatives, Claim, Pair, Single, Spread, Tally
from framtid.views.model import View
from framtid.views.strip import LEAST

Read = Callable[[View, Claim], list[float]]


def stated(claim: Claim) -> list[float]:
    """Return the figures that a claim states."""
    if isinstance(claim, Pair):
        return [claim.first, claim.second]
    if isinstance(claim, Spread | Alternatives):
        return [claim.low, claim.high]
    return [claim.number] if isinstance(claim, Tally) else [claim.value]


def column(view: View, label: str) -> list[float]:
    """Return the figures of the columns whose heading begins so."""
    return [
        float(cell)
        for at, each in enumerate(view.table.columns)
        if each.label.startswith(label)
        for cell in (row[at] for row in view.table.rows)
        if isinstance(cell, int | float)
    ]


def row(view: View, year: int) -> dict[str, float]:
    """Return a year's row by its headings."""
    found = next(row for row in view.table.rows if row[0] == year)
    heads = [each.label for each in view.table.columns]
    return {head: float(cell) for head, cell in zip(heads, found, strict=True) if cell is not None}


def under(_view: View, claim: Claim) -> list[float]:
    """Count the municipalities under the limit anew."""
    assert isinstance(claim, Tally)
    return [float((municipalities().carers(claim.year) < LEAST).sum())]


def changing(way: str) -> Read:
    """Count the rows that the table says grow or shrink."""
    return lambda view, _claim: [sum(r[4] == way for r in view.table.rows)]


def over_66(view: View, claim: Claim) -> list[float]:
    """Add the dots of the old."""
    assert isinstance(claim, Single)
    at = [each.label for each in view.table.columns].index(str(claim.year))
    ages = (re.match(r"\d+", str(r[0])) for r in view.table.rows)
    old = [age is not None and int(age[0]) >= 67 for age in ages]
    return [float(sum(r[at] for r, is_old in zip(view.table.rows, old, strict=True) if is_old))]  # type: ignore[misc]


def people(first: int, last: int) -> Read:
    """Count the persons between two ages from the outlook itself."""

    def read(view: View, claim: Claim) -> list[float]:
        assert isinstance(claim, Pair)
        years = getattr(claim, "years", ())
        return [float(outlook_of(view.place).at(year)[:, first:last].sum()) for year in years]

    return read


def ratios(view: View, claim: Claim) -> list[float]:
    """Return a ratio of the nation, or of the place, from the outlook itself."""
    of = (view.place,) * 2
    years = getattr(claim, "years", (HORIZON, HORIZON))
    if getattr(claim, "than", "") == "nation":
        of = ("0", view.place)
    found = []
    for code, year in zip(of, years, strict=True):
        ages = outlook_of(code).at(year).sum(0)
        found.append(float(ages[20:67].sum() / ages[67:].sum()))
    return found


def of_2040(heading: str) -> Read:
    """Return a figure of 2040 under a heading."""

    def read(view: View, _claim: Claim) -> list[float]:
        found = row(view, HORIZON)
        return [next(value for head, value in found.items() if head.startswith(heading))]

    return read


def need(view: View, _claim: Claim) -> list[float]:
    """Return how much need has grown since the first row."""
    index = column(view, "Omsorgsbehov")
    first = int(view.table.rows[0][0])  # type: ignore[arg-type]
    return [index[HORIZON - first] / 100 - 1]


def on_course(heading: str) -> Read:
    """Return the figures under a heading in the row of today's course."""

    def read(view: View, _claim: Claim) -> list[float]:
        at = [each.label for each in view.table.columns].index(heading)
        return [float(r[at] or 0) for r in view.table.rows if r[0] == "Dagens kurs"]

    return read


def apart(sign: int) -> Read:
    """Count the rows whose change is at least four percentage points from the first row's."""

    def read(view: View, _claim: Claim) -> list[float]:
        changes = [float(r[-1]) for r in view.table.rows]  # type: ignore[arg-type]
        return [float(sum((each - changes[0]) * sign >= 4 for each in changes))]

    return read


def exposed(view: View, claim: Claim) -> list[float]:
    """Count the criteria that the table has as exposed in the year of a claim."""
    assert isinstance(claim, Tally)
    at = -1 if claim.year == HORIZON else -2
    return [float(sum(r[at] == "utsatt" for r in view.table.rows))]


def heavier(view: View, _claim: Claim) -> list[float]:
    """Count the rows that the table has as heavier than in the nation."""
    return [float(sum(float(r[-1] or 0) > 0 for r in view.table.rows))]


def falling(view: View, _claim: Claim) -> list[float]:
    """Count the rows whose last figure is a fall."""
    return [float(sum(float(r[-1] or 0) < 0 for r in view.table.rows))]


READERS: dict[tuple[str, str], Read] = {
    ("placement", "exposed"): exposed,
    ("causes", "heavier"): heavier,
    ("causes", "counted"): lambda view, _claim: [float(len(view.table.rows))],
    ("similar", "ages_faster"): apart(-1),
    ("similar", "ages_slower"): apart(1),
    ("similar_map", "ages_faster"): apart(-1),
    ("similar_map", "ages_slower"): apart(1),
    ("map", "under"): under,
    ("strip", "under"): under,
    ("young_map", "young_fewer"): falling,
    ("neighbours", "grow"): changing("flere"),
    ("neighbours", "shrink"): changing("færre"),
    ("hundred", "hundred"): over_66,
    ("path_hundred", "hundred"): over_66,
    ("pyramid", "young"): people(0, 20),
    ("pyramid", "old"): people(67, 200),
    ("path_pyramid", "all"): people(0, 200),
    ("strip", "carers"): ratios,
    ("carers", "carers"): ratios,
    ("path_carers", "carers"): ratios,
    ("hands", "need"): need,
    ("path_hands", "gap_course"): of_2040("Mangler, dagens kurs"),
    ("path_kroner", "kroner_course"): of_2040("Dagens kurs"),
    ("path_places", "places_course"): of_2040("Dagens kurs"),
    ("path_outside", "outside_course"): of_2040("Dagens kurs"),
    ("youth", "outside_course"): on_course("Unge utenfor"),
    ("roads", "gap_course"): of_2040("Årsverk som mangler, dagens kurs"),
    ("roads", "gap_dark"): of_2040("Årsverk som mangler, mørk vei"),
    ("roads", "gap_light"): of_2040("Årsverk som mangler, lys vei"),
}
"""How a claim's figures are read where they do not stand in a cell as they are."""
TOLD = {
    "path_hands": 0.1,
    "path_kroner": 0.1,
    "path_places": 0.1,
    "path_outside": 0.1,
    "youth": 0.1,
    "roads": 0.1,
}
"""Views whose claims hold figures as they are told: the part of one that rounding may take."""
BANDED = {"carers": "carers", "old": "67+", "workers": "20-66", "aged": "80+", "pupils": "6-15"}
BANDED["all"] = "all"
"""Spreads that a view tells of beside its table, and what they are called among the bands."""
BESIDE = {"hundred", "path_hundred", "strip", "compare", "hands", "broad_ages", "pyramid"}
BESIDE |= {"desks", "homes", "path_pyramid"}
UNDER: dict[str, Callable[[Outlook], float]] = {
    "young": lambda run: float(run.at(HORIZON)[:, :20].sum()),
    "need": lambda run: run.care_need(HORIZON) / run.care_need(run.base_year) - 1,
}


def beside(view: View, claim: Spread | Alternatives) -> list[float] | None:
    """Return what is between as it is worked out anew, where the view's table does not have it."""
    if isinstance(claim, Spread) and view.id in BESIDE:
        return list(bands(view.place).interval(BANDED[claim.measure], HORIZON))
    if isinstance(claim, Alternatives) and view.id == "roads":
        at = [each.measure for each in view.claims if isinstance(each, Single)]
        name = at[[each for each in view.claims if isinstance(each, Alternatives)].index(claim) * 2]
        chosen = path({"gap_dark": "mork-vei", "gap_light": "lys-vei"}[name])
        runs = [outlook_of(view.place, each, chosen) for each in ALTERNATIVES]
        gaps = [run.consequences.at("gap", HORIZON) for run in runs]
        return [min(gaps), max(gaps)]
    if isinstance(claim, Alternatives) and claim.measure in UNDER:
        found = [UNDER[claim.measure](outlook_of(view.place, name)) for name in ALTERNATIVES]
        return [min(found), max(found)]
    return None


UNREAD = {("moves", "moves_young")}
"""Ages that the table groups otherwise; ``tests/test_projection_flows.py`` has the flows."""


def check_claim(view: View, claim: Claim) -> bool:
    """Check one claim; return whether its figures could be read."""
    key = (view.id, claim.measure)
    if key in UNREAD:
        return False
    slack = TOLD.get(view.id, 1e-6)
    if isinstance(claim, Spread | Alternatives) and (ends := beside(view, claim)):
        assert stated(claim) == pytest.approx(ends, rel=1e-6), key
        return True
    if key in READERS and not isinstance(claim, Spread | Alternatives):
        wanted = READERS[key](view, claim)
        assert len(wanted) == len(stated(claim)), key
        for said, true in zip(stated(claim), wanted, strict=True):
            assert abs(said - true) <= max(slack * abs(true), 0.6 if slack > 1e-3 else 1e-6), (
                view.place,
                claim,
                wanted,
            )
        return True
    cells = [float(c) for r in view.table.rows for c in r if isinstance(c, int | float)]
    for said in stated(claim):
        assert any(abs(said - cell) <= 1e-6 * max(1, abs(said)) for cell in cells), (
            view.id,
            claim,
        )
    return True
