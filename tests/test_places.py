"""Places: how many, who belongs where, and a search that forgives."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.errors import UnknownPlaceError
from framtid.language import language_of
from framtid.places import Level, called, lead, places, search
from framtid.places.spelling import fold


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
    assert language_of().label(search(query)[0]) == label


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


@pytest.mark.parametrize(
    ("code", "today"),
    [
        ("1534", ["1580"]),
        ("1504", ["1508"]),
        ("1507", ["1508", "1580"]),
        ("0219", ["3201"]),
        ("3024", ["3201"]),
        ("2021", ["5610"]),
        ("0602", ["3301"]),
        ("1850", ["1806", "1875"]),
        ("5012", ["5055", "5056", "5059"]),
        ("5610", ["5610"]),
        ("9999", []),
    ],
)
def test_a_code_of_old_leads_to_what_is_there_today(code: str, today: list[str]) -> None:
    assert [place.code for place in places().today(code)] == today


def test_no_code_of_old_is_a_code_of_today_and_all_lead_somewhere() -> None:
    for code, old in places().former.items():
        assert code not in places().by_code
        assert old.today
        assert all(new in places().by_code for new in old.today)


def test_a_name_of_old_is_listed_only_where_the_name_is_gone() -> None:
    for old in places().former.values():
        assert old.name not in {places().get(code).short for code in old.today}


@pytest.mark.parametrize(
    ("query", "place", "name"),
    [
        ("Skedsmo", "Lillestrøm", "Skedsmo"),
        ("sørum kommune", "Lillestrøm", "Sørum"),
        ("skedsmmo", "Lillestrøm", "Skedsmo"),
        ("Lillestrøm", "Lillestrøm", None),
        ("0231", "Lillestrøm", "Skedsmo"),
        ("0219", "Bærum", None),
        ("1534", "Haram", None),
        ("Sande", "Sande", None),
    ],
)
def test_search_knows_names_and_codes_of_old(query: str, place: str, name: str | None) -> None:
    found = search(query)[0]
    why = lead(found, query)
    assert (found.short, why and why.name) == (place, name)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Oslo", ["0301"]),
        ("KARASJOK", ["5610"]),
        ("skedsmo kommune", ["3205"]),
        ("Tysfjord", ["1806", "1875"]),
        ("Herøy", ["1515", "1818"]),
        ("Skeds", []),
    ],
)
def test_a_whole_name_calls_those_that_bear_it(name: str, codes: list[str]) -> None:
    assert [place.code for place in called(name)] == codes


def test_a_divided_municipality_of_old_is_found_in_all_its_parts() -> None:
    assert {place.short for place in search("Tysfjord", limit=2)} == {"Narvik", "Hamarøy"}


def test_every_town_leads_to_its_municipality_and_says_so(client: TestClient) -> None:
    for code, towns in places().settlements.items():
        for town in towns:
            found = search(town)
            assert code in {place.code for place in found}, town
            if len(found) == 1 or found[0].code == code:
                why = lead(places().get(code), town)
                assert (why and (why.kind, why.name)) == ("within", town)
    named = {place.short for place in places().municipalities}
    assert not named & {town for towns in places().settlements.values() for town in towns}
    listed = client.get("/api/v1/places.json?q=Sandvika").json()["places"]
    assert (listed[0]["code"], listed[0]["found_by"]) == ("3201", "Sandvika ligger her")
    assert "sted=3209" in client.get("/kommune/Jessheim").headers["location"]
