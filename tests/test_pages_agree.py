"""A place is told of with the same figures on every page, in the briefing and by the API."""

from collections import defaultdict

import pytest
from starlette.testclient import TestClient

from framtid.places import places
from tests.pages_agree import Told, apart, number, part, patterns, read, text_of, told_in

PATHS = ("som-i-dag", "lys-vei")
READ = {
    "people now", "people @som-i-dag", "people @lys-vei", "people low", "old", "old more",
    "carers @som-i-dag", "gap @som-i-dag", "gap @lys-vei", "gap low @lys-vei", "shifts @lys-vei",
    "kroner @som-i-dag", "kroner @lys-vei", "kroner low @lys-vei", "needed @som-i-dag", "pupils",
}  # fmt: skip
"""What has to be found in more than one place, or the sentences are no longer known."""
SOME = "1577"
"""A thousand old people and hundreds of hands, so that rounding shows."""


def test_no_page_contradicts_another(client: TestClient) -> None:
    told = read(client, places().get(SOME), PATHS)
    known = {name for name, values in told.items() if sum(map(len, values.values())) > 1}
    assert not READ - known
    assert not apart(told)


def test_two_figures_of_one_thing_are_found() -> None:
    place = places().get("5610")
    told: Told = defaultdict(lambda: defaultdict(set))
    pages = {
        "one": "<p>Dere er 2\u00a0428 innbyggere,\n mot 2\u00a0524 i&nbsp;dag.</p>",
        "other": "<style>p {}</style><p>Dere er <b>2\u00a0400</b> innbyggere, mot 2\u00a0524 i dag",
    }
    for where, page in pages.items():
        for name, value in told_in(text_of(page).replace("i\u00a0dag", "i dag"), place, "lys-vei"):
            told[name][f"{value:g}"].add(where)
    assert apart(told) == {"people @lys-vei": {"2428": {"one"}, "2400": {"other"}}}


@pytest.mark.parametrize(
    ("written", "value"),
    [("2\u00a0428", 2428), ("−1\u00a0740", -1740), ("2,0", 2), ("Tolv", 12), ("ett", 1)],
)
def test_figures_are_read_as_they_are_written(written: str, value: float) -> None:
    assert number(written) == value


def test_shares_are_all_places_and_each_once() -> None:
    every = list(places().by_code.values())
    shares = [part(every, f"{which}/8") for which in range(1, 9)]
    assert sorted(place.code for share in shares for place in share) == sorted(places().by_code)
    assert max(map(len, shares)) - min(map(len, shares)) <= 1
    for wrong in ("0/8", "9/8"):
        with pytest.raises(ValueError, match="no share"):
            part(every, wrong)


def test_what_no_reader_hears_is_left_out() -> None:
    page = (
        "<head><title>A</title></head><p>One</p><svg><g/><svg><text>2</text></svg><text>3</text></svg>"
        "<!-- 4 --><script>if (1 < 2) '<p>5'</script><p>six<template><b>7</b></template> &amp; on"
    )
    assert text_of(page) == "One | six & on"


def test_a_sentence_is_looked_for_by_words_that_it_always_has() -> None:
    for words, pattern, _ in patterns(places().get(SOME)):
        assert len(words) > 5, pattern.pattern
        assert words in pattern.pattern.replace("\\", "")
