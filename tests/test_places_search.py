"""The search: what people type, and what they meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid.language import language_of
from framtid.places import Level, lead, search
from framtid.places.spelling import fold


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("oslove", "Oslo – Oslove"),
        ("stientje", "Steinkjer – Stïentje"),
        ("yykea", "Lyngen – Ivgu – Yykeä"),
        ("PORSANGU", "Porsanger – Porsáŋgu – Porsanki"),
        ("tromsoe", "Tromsø"),
        ("kristansand", "Kristiansand"),
        ("  Ås ", "Ås"),
        ("46", "Vestland (fylke)"),
        ("troms", "Troms (fylke)"),
        ("0", "Norge"),
    ],
)
def test_what_people_type_finds_what_they_mean(query: str, label: str) -> None:
    assert language_of().label(search(query)[0]) == label


def test_municipalities_come_before_their_namesakes() -> None:
    assert [place.level for place in search("eigersund")] == [Level.MUNICIPALITY, Level.REGION]


@pytest.mark.parametrize(("query", "start"), [("å", "Å"), ("Bø", "Bø")])
def test_names_spelled_as_typed_come_first(query: str, start: str) -> None:
    found = search(query, limit=4, levels={Level.MUNICIPALITY})
    today = [place.short for place in found if not lead(place, query)]
    assert today[0].startswith(start)
    assert today[1].startswith(start)


def test_digits_are_the_beginning_of_a_code() -> None:
    assert all(place.code.startswith("46") for place in search("46"))


@given(st.text(alphabet="aåeoøæéAÅ 1-", max_size=8))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)
