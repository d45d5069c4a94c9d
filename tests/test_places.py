"""Places: how many, who belongs where, and a search that forgives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid.errors import UnknownPlaceError
from framtid.language import language
from framtid.places import Level, places, search
from framtid.places.search import fold


def test_there_are_as_many_as_there_are() -> None:
    counts = {level: len(places().at(level)) for level in Level}
    assert counts == {Level.NATION: 1, Level.REGION: 159, Level.COUNTY: 15, Level.MUNICIPALITY: 357}


@pytest.mark.parametrize("level", [Level.REGION, Level.COUNTY])
def test_every_municipality_is_in_one_region_and_one_county(level: Level) -> None:
    members = [code for place in places().at(level) for code in place.members]
    assert sorted(members) == [place.code for place in places().municipalities]


def test_membership_goes_both_ways() -> None:
    for place in places().municipalities:
        for parent in places().parents(place):
            assert place.code in parent.members


@pytest.mark.parametrize(
    ("query", "label"),
    [
        ("kara", "Kárášjohka – Karasjok"),
        ("baerum", "Bærum"),
        ("3201", "Bærum"),
        ("BÆRUM", "Bærum"),
        ("Oslo kommune", "Oslo – Oslove"),
        ("guovdageaidnu", "Guovdageaidnu – Kautokeino"),
        ("tronheim", "Trondheim – Tråante"),
        ("porsanki", "Porsanger – Porsáŋgu – Porsanki"),
        ("5437", "Kárášjohka – Karasjok"),
        ("aal", "Ål"),
    ],
)
def test_search_forgives(query: str, label: str) -> None:
    assert language().label(search(query)[0]) == label


@pytest.mark.parametrize("name", ["Herøy", "Våler"])
def test_namesakes_are_told_apart(name: str) -> None:
    labels = [place.label for place in search(name, levels={Level.MUNICIPALITY})][:2]
    assert len(set(labels)) == 2
    assert all(label.startswith(f"{name} (") for label in labels)


@given(st.text(max_size=80))
def test_any_query_is_answered(query: str) -> None:
    assert len(search(query)) <= 8
    assert fold(fold(query)) == fold(query)


@given(st.sampled_from(places().municipalities))
def test_every_municipality_is_found_by_its_names_and_code(place) -> None:
    for query in (place.short, place.name, place.code):
        assert place in search(query, limit=4)


def test_an_unknown_code_is_told() -> None:
    with pytest.raises(UnknownPlaceError, match="9999"):
        places().get("9999")
