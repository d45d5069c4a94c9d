"""Numbers, names and trends as a Norwegian newspaper writes them."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import UndefinedError

from framtid import errors
from framtid.language import MissingTextError, language_of, trend
from framtid.language.numbers import Numbers, Told, rounded, spoken, start
from framtid.language.texts import LANGUAGES, Language
from framtid.places import places

NB = "\u00a0"
NORWEGIAN = language_of().numbers
ENGLISH = Numbers(
    {
        "decimal": ".",
        "thousands": ",",
        "plus": "+",
        "minus": "-",
        "words": ["none", "one", "two", "three"],
        "million": "{number} million",
        "millions": "{number} million",
        "billion": "{number} billion",
        "billions": "{number} billion",
        "percent": "{number} per cent",
        "percent_sign": "%",
        "none": "none",
        "one_in": "1 in {number}",
        "under": "almost 1 in {number}",
        "over": "more than 1 in {number}",
        "parts": "{part} in {number}",
        "after_one": {"kroner": "krone"},
        "nearly": {"same": "about as many", "more": "slightly more", "fewer": "slightly fewer"},
        "beside_today": {"same": "{after}, as today", "other": "{after}, against {before} today"},
        "between": {"same": "{high}", "none": "{high}", "one": "{high}", "two": "{low} to {high}"},
    }
)
about, count, decimal, exact = (
    NORWEGIAN.about,
    NORWEGIAN.count,
    NORWEGIAN.decimal,
    NORWEGIAN.exact,
)
one_in, percent, signed = NORWEGIAN.one_in, NORWEGIAN.percent, NORWEGIAN.signed


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        (exact(5627400), f"5{NB}627{NB}400"),
        (decimal(2.735), "2,7"),
        (decimal(-0.04), "0,0"),
        (about(1234), f"1{NB}200"),
        (about(284939), f"285{NB}000"),
        (about(3), "tre"),
        (about(236), "240"),
        (count(236.4), "236"),
        (count(1234), f"1{NB}200"),
        (count(9), "ni"),
        (NORWEGIAN.among(12, 13), "12"),
        (NORWEGIAN.among(3, 12), "tre"),
        (NORWEGIAN.digits(Told(12)), "12"),
        (NORWEGIAN.digits(Told(3.4)), "3,4"),
        (NORWEGIAN.digits(1234.4), f"1{NB}200"),
        (start("på Utsira"), "På Utsira"),
        (NORWEGIAN.nearly(219, 205), "litt færre"),
        (NORWEGIAN.nearly(205, 219), "litt flere"),
        (NORWEGIAN.nearly(1000, 985), "om lag like mange"),
        (NORWEGIAN.beside_today(219, 205), "205, mot 219 i dag"),
        (NORWEGIAN.beside_today(24.2, 24.4), "24, som i dag"),
        (about(3429133), "3,43 millioner"),
        (about(1000000), "1 million"),
        (about(998_000_000), "998 millioner"),
        (about(1_000_000_000), "1 milliard"),
        (about(-12_345_000_000), "−12,3 milliarder"),
        (percent(0.336), "34 prosent"),
        (signed(-12), "\u221212"),
        (one_in(0.25), "1 av 4"),
        (one_in(0.23), "nær 1 av 4"),
        (one_in(0.27), "mer enn 1 av 4"),
        (one_in(0.72), "7 av 10"),
        (one_in(0.66), "2 av 3"),
        (one_in(0.82), "4 av 5"),
        (one_in(0.095), "nær 1 av 10"),
        (one_in(0), "ingen"),
        (ENGLISH.exact(5627400), "5,627,400"),
        (ENGLISH.decimal(2.735), "2.7"),
        (ENGLISH.about(3429133), "3.43 million"),
        (ENGLISH.about(12_345_000_000), "12.3 billion"),
        (ENGLISH.count(3), "three"),
        (ENGLISH.percent(0.336), "34 per cent"),
        (ENGLISH.one_in(0.23), "almost 1 in 4"),
        (ENGLISH.separators, ".,"),
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


@given(st.integers(0, 999))
def test_people_of_a_small_place_are_counted_to_the_last(number: int) -> None:
    assert spoken(number) == number


@given(st.floats(0.001, 0.999))
def test_one_in_is_on_the_side_it_says(share: float) -> None:
    said = one_in(share).split()
    of, part = int(said[-1]), int(said[-3])
    if said[0] == "nær":
        assert share < part / of
    elif said[0] == "mer":
        assert share > part / of
    else:
        assert share == pytest.approx(part / of, rel=0.1)


@given(st.floats(-1e3, 1e3), st.integers(0, 2))
def test_what_is_told_as_nought_has_no_sign(number: float, decimals: int) -> None:
    told = signed(number, decimals)
    nought = told.strip("+\u2212") == decimal(0, decimals)
    assert told.startswith(("+", "\u2212")) != nought


@given(st.floats(0, 1e8))
def test_no_form_has_two_spaces_or_ends_in_one(number: float) -> None:
    for form in (exact, about, count, decimal, percent, signed):
        written = form(number).replace(NB, " ")
        assert "  " not in written
        assert written == written.strip()


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
        ("1114", "i Bjerkreim"),
        ("3305", "på Ringerike"),
        ("ba-54", "på Utsira"),
        ("ba-48", "i Eigersund-regionen"),
    ],
)
def test_places_are_inflected(code: str, inside: str) -> None:
    assert language_of().inside(places().get(code)) == inside


@pytest.mark.parametrize(
    ("code", "of"), [("0301", "Oslos"), ("3103", "Moss'"), ("5628", "Tanas"), ("3218", "Ås'")]
)
def test_places_own(code: str, of: str) -> None:
    assert language_of().of(places().get(code)) == of


@pytest.mark.parametrize(
    ("code", "label"),
    [("0", "Norge"), ("56", "Finnmark (fylke)"), ("1818", "Herøy (Nordland)")],
)
def test_a_label_tells_a_place_from_every_other(code: str, label: str) -> None:
    assert language_of().label(places().get(code)) == label


def test_no_two_places_share_a_label() -> None:
    labels = [language_of().label(place) for place in places().by_code.values()]
    assert len(set(labels)) == len(labels)


def test_every_language_says_every_form_of_a_number() -> None:
    for code in LANGUAGES:
        assert set(language_of(code).numbers.forms) == set(ENGLISH.forms)


def test_every_island_in_the_list_is_a_municipality() -> None:
    names = {place.short for place in places().municipalities}
    assert set(language_of().entry("places.on")) <= names


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
        assert language_of().say(f"errors.{error.key}", **error.values)


def test_a_missing_text_is_an_error() -> None:
    assert not language_of().has("finnes.ikke")
    with pytest.raises(MissingTextError):
        language_of().say("finnes.ikke")


def test_a_placeholder_without_a_value_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        language_of().fill("{{ ukjent }}")


def test_what_is_not_translated_is_said_in_bokmal_and_logged(
    monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    language = Language("nn")
    monkeypatch.delitem(language._texts, "onward")
    assert language.say("onward.take") == language_of("nb").say("onward.take")
    assert "nn lacks onward.take" in caplog.text


def test_what_is_meant_to_be_as_in_bokmal_is_not_logged(caplog: pytest.LogCaptureFixture) -> None:
    assert Language("nn").inside(places().get("1151")) == "på Utsira"
    assert not caplog.records


def test_every_folder_of_texts_is_a_language() -> None:
    assert "nb" in LANGUAGES
    assert {language_of(code).code for code in LANGUAGES} == set(LANGUAGES)
    assert language_of("xx").code == "nb"


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("nb", "én krone, 1 krone, 21 kroner, 2 001 kroner, 1,1 kroner"),
        ("nn", "ein krone, 1 krone, 21 kroner, 2 001 kroner, 1,1 kroner"),
        ("en", "one krone, 1 krone, 21 kroner, 2,001 kroner, 1.1 kroner"),
    ],
)
def test_a_word_after_one_has_the_form_for_one(code: str, said: str) -> None:
    text = "{{ 1|about }} kroner, {{ 1|exact }} kroner, {{ 21|exact }} kroner, "
    text += "{{ 2001|exact }} kroner, {{ 1.1|decimal }} kroner"
    assert language_of(code).fill(text).replace("\u00a0", " ") == said
