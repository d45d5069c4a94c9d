"""Between what a count may be is told as roundly as it is uncertain, and the same everywhere."""

from math import floor, log10

import pytest

from framtid.debate.situation import key_figures as five
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.numbers import WHOLE_BELOW, Told, banded, spoken, to_come
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.projection import ALTERNATIVES
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import SPANS
from framtid.site.pages.key_figures import key_figures
from framtid.stories.place_facts import Facts
from framtid.views.claims import Alternatives, Spread
from framtid.views.registry import build_view
from tests.shares import SHARES, share

NB = language_of("nb")
TOLD = ("all", "80+", "67+", "20-66", "6-15", "1-5")


def digits(value: float) -> int:
    """Return which power of ten the second digit of a number stands for."""
    return max(floor(log10(max(value, 1))) - 1, 0)


@pytest.mark.parametrize("what", TOLD)
def test_ends_have_two_digits_of_half_the_band_in_every_place(what: str) -> None:
    rounded = 0
    for place in places().by_code.values():
        low, high = bands(place.code).interval(what, HORIZON)
        ends, step = banded(low, high), 10 ** digits((high - low) / 2)
        for end, exact in zip(ends, (low, high), strict=True):
            rounded += step > 1
            if (low + high) / 2 < WHOLE_BELOW:
                assert abs(end - exact) <= step / 2, place.code
                assert end % step == 0, place.code
            else:
                assert abs(end - exact) <= max(step, 10 ** (digits(exact) - 1)), place.code
        assert banded(*ends) == ends
    assert rounded > 100


@pytest.mark.parametrize("what", TOLD)
def test_the_told_figure_lies_within_in_every_place(what: str) -> None:
    for place in places().by_code.values():
        outlook, found = outlook_of(place.code), bands(place.code).interval(what, HORIZON)
        now, goal = (outlook.people(year, *SPANS[what]) for year in (outlook.base_year, HORIZON))
        low, high = banded(*found)
        assert low <= to_come(now, goal) <= high, place.code
        assert low < high or round(high - low) == 0


def test_ends_of_the_young_under_the_alternatives_hold_theirs() -> None:
    for place in places().by_code.values():
        outlook = outlook_of(place.code)
        for measure, ages in (("young", (0, 19)), ("youths", (15, 29))):
            runs = [outlook.under(name).people(HORIZON, *ages) for name in ALTERNATIVES]
            said = Alternatives(measure, place.code, HORIZON, min(runs), max(runs))
            assert said.told == banded(min(runs), max(runs))
            assert said.told[0] <= spoken(outlook.people(HORIZON, *ages)) <= said.told[1]


@pytest.mark.parametrize("number", SHARES)
def test_pages_stories_debates_and_figures_tell_the_same_ends(number: int) -> None:
    for place in share(number):
        outlook, code = outlook_of(place.code), place.code
        facts = Facts(outlook)
        claims = {
            claim.measure: claim.told
            for name in ("uncertainty", "over80")
            for claim in build_view(name, code).claims
            if isinstance(claim, Spread)
        }
        shown = {each.name: each.reach for each in key_figures(code)}
        spoken_of = {each: five(outlook, NB)[at].reach for at, each in enumerate(("all", "80+"))}
        alts = {
            "all": build_view("futures", code).frames[-1].title,
            "80+": build_view("over80", code).frames[-1].alt,
        }
        for what, measure, figure in (("all", "all", "people"), ("80+", "aged", "oldest")):
            ends = banded(*bands(code).interval(what, HORIZON))
            assert facts.surely(what) == claims[measure] == shown[figure] == ends, code
            assert all(NB.numbers.decimal(end, 0) in spoken_of[what] for end in ends), code
            assert NB.numbers.between(*ends) in alts[what], code


@pytest.mark.parametrize("code", ["0301", "3209", "5610", "1824", "1151", "0"])
def test_tables_hold_the_ends_as_they_are_computed(code: str) -> None:
    table = build_view("over80", code).table
    row = next(row for row in table.rows if row[0] == HORIZON)
    at = {column.key: float(row[i] or 0) for i, column in enumerate(table.columns) if i}
    low, high = bands(code).interval("80+", HORIZON)
    assert (at["least"], at["most"]) == pytest.approx((low, high))


@pytest.mark.parametrize(
    ("low", "high", "told"),
    [
        (52_051.2, 61_040.4, (52_100, 61_000)),
        (1_209.6, 1_461.3, (1_210, 1_460)),
        (91.7, 127.2, (92, 127)),
        (0.2, 0.4, (0, 0)),
        (195_432, 212_600, (195_000, 213_000)),
        (5_611_123, 6_120_456, (5_610_000, 6_120_000)),
        (Told(1_207), Told(1_463), (1_207, 1_463)),
    ],
)
def test_an_end_is_told(low: float, high: float, told: tuple[float, float]) -> None:
    assert [float(end) for end in banded(low, high)] == list(told)
    assert all(float(end).is_integer() for end in banded(low, high))
