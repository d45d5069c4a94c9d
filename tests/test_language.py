"""Numbers, names and trends as a Norwegian newspaper writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid import errors
from framtid.language import MissingTextError, language, trend
from framtid.language.numbers import about, decimal, exact, one_in, percent, rounded, signed
from framtid.places import places

NB = "\u00a0"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (exact(5627400), f"5{NB}627{NB}400"),
        (decimal(2.735), "2,7"),
        (decimal(-0.04), "0,0"),
        (about(1234), f"1{NB}200"),
        (about(284939), f"285{NB}000"),
        (about(3), "tre"),
        (about(3429133), "3,43 millioner"),
        (percent(0.336), "34 prosent"),
        (signed(-12), "\u221212"),
        (one_in(0.25), "1 av 4"),
        (one_in(0.23), "nær 1 av 4"),
        (one_in(0.27), "mer enn 1 av 4"),
        (one_in(0.72), "7 av 10"),
    ],
)
def test_numbers(written: str, expected: str) -> None:
    assert written == expected


@given(st.integers(-(10**9), 10**9))
def test_exact_numbers_can_be_read_back(number: int) -> None:
    assert int(exact(number).replace(NB, "").replace("\u2212", "-")) == number


@given(st.floats(0.5, 1e8))
def test_rounding_stays_near(number: float) -> None:
    assert abs(rounded(number) - number) <= max(0.5, 0.05 * number)


@pytest.mark.parametrize(
    ("code", "inside"),
    [
        ("3201", "i Bærum"),
        ("1151", "på Utsira"),
        ("0", "i Norge"),
        ("5610", "i Karasjok"),
        ("55", "i Troms"),
        ("ba-5", "i Oslo–Bærum-regionen"),
        ("1580", "i Haram"),
    ],
)
def test_places_are_inflected(code: str, inside: str) -> None:
    assert language().inside(places().get(code)) == inside


def test_every_island_in_the_list_is_a_municipality() -> None:
    names = {place.short for place in places().municipalities}
    assert set(language().entry("places.on")) <= names


def test_small_differences_are_not_claimed() -> None:
    assert trend(100, 101) == "same"
    assert trend(100, 110) == "grows"
    assert trend(25, 29, count=True) == "same"
    assert trend(25, 14, count=True) == "shrinks"


def test_every_error_has_a_sentence() -> None:
    made = (
        errors.UnknownPlaceError("1"),
        errors.UnknownViewError("x"),
        errors.UnknownStoryError("x"),
        errors.UnknownAlternativeError("x"),
        errors.SnapshotError("t", "p", "r"),
    )
    for error in made:
        assert language().say(f"errors.{error.key}", **error.values)


def test_a_missing_text_is_an_error() -> None:
    with pytest.raises(MissingTextError):
        language().say("finnes.ikke")
