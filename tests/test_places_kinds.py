"""A place asked for by its kind: every region, every county, and no municipality instead."""

from collections.abc import Callable

import pytest

from framtid.language import language_of
from framtid.language.texts import OF_PAGES
from framtid.places import Level, Place, called, places, search
from framtid.places.spelling import LONGEST_QUERY

REGION: dict[str, Callable[[str], str]] = {
    "before": lambda name: f"Region {name}",
    "definite, before": lambda name: f"Regionen {name}",
    "after": lambda name: f"{name} region",
    "definite": lambda name: f"{name} regionen",
    "with a hyphen": lambda name: f"{name}-regionen",
    "in one word": lambda name: f"{name}regionen",
    "tied with an s": lambda name: f"{name}sregionen",
    "around it": lambda name: f"{name}-området",
    "around it, in one word": lambda name: f"{name}området",
    "the region around": lambda name: f"regionen rundt {name}",
    "and what lies about": lambda name: f"{name} og omegn",
    "of work": lambda name: f"arbeidsmarkedsregionen {name}",
    "of work, in nynorsk": lambda name: f"Arbeidsmarknadsregion {name}",
    "of homes and work": lambda name: f"{name} bo- og arbeidsmarkedsregion",
    "shortened": lambda name: f"BA-regionen {name}",
    "in English": lambda name: f"the {name} region",
    "its land in English": lambda name: f"{name} area",
    "of work in English": lambda name: f"{name} labour market region",
    "in capitals": lambda name: f"{name}-REGIONEN".upper(),
}
COUNTY: dict[str, Callable[[Place], str]] = {
    "kind after": lambda place: f"{place.short} fylke",
    "kind before": lambda place: f"Fylke {place.short}",
    "in brackets": lambda place: f"{place.short} (fylke)",
    "its authority": lambda place: f"{place.short} fylkeskommune",
    "in English": lambda place: f"{place.short} county",
    "the County of": lambda place: f"The County of {place.short}",
    "number": lambda place: f"Fylke {place.code}",
    "number without its zero": lambda place: f"fylke {int(place.code)}",
    "number by name": lambda place: f"Fylke nr. {place.code}",
    "fylkesnummer": lambda place: f"fylkesnummer {place.code}",
    "number first": lambda place: f"{place.code} fylke",
    "number in English": lambda place: f"county {place.code}",
    "as tables write it": lambda place: f"{place.code} {place.short}",
    "as tables write it, without its zero": lambda place: f"{int(place.code)} {place.name}",
    "number behind": lambda place: f"{place.short} ({place.code})",
    "by the app": lambda place: language_of().label(place),
}


def names(region: Place) -> set[str]:
    """Return what a region is called: as it is written and said, and in other languages."""
    return {region.name, region.short, *region.name.split(" – ")}


@pytest.mark.parametrize("form", REGION)
def test_every_region_is_found_as_one_and_first(form: str) -> None:
    missed = [
        spelled
        for place in places().at(Level.REGION)
        for spelled in (REGION[form](name) for name in names(place))
        if len(spelled) <= LONGEST_QUERY
        and (
            search(spelled)[:1] != (place,)
            or place not in called(spelled)
            or any(one.level is not Level.REGION for one in called(spelled))
        )
    ]
    assert not missed


def test_any_municipality_may_name_its_region_and_is_not_taken_for_it() -> None:
    missed = []
    for place in places().municipalities:
        for form in REGION.values():
            found = search(form(place.short), limit=30)
            wide = {one.level for one in found} == {Level.REGION}
            if not wide or places().region_of(place) not in found:
                missed.append(form(place.short))
    assert not missed


@pytest.mark.parametrize("form", COUNTY)
def test_every_county_is_found_as_one(form: str) -> None:
    missed = [
        spelled
        for place in places().at(Level.COUNTY)
        if called(spelled := COUNTY[form](place)) != (place,) or search(spelled) != (place,)
    ]
    assert not missed


@pytest.mark.parametrize("number", [n for n in range(100) if not places().today(f"{n:02}")])
def test_a_county_that_is_none_is_nothing_else(number: int) -> None:
    assert not search(f"fylke {number}")
    assert not called(f"fylke {number}")


@pytest.mark.parametrize("level", [Level.NATION, Level.REGION, Level.COUNTY])
@pytest.mark.parametrize("spoken", OF_PAGES)
def test_every_place_is_found_by_the_label_that_the_app_shows(spoken: str, level: Level) -> None:
    language = language_of(spoken)
    missed = [
        language.label(place)
        for place in places().at(level)
        if search(language.label(place))[:1] != (place,)
    ]
    assert not missed


@pytest.mark.parametrize("query", ["Stor-Elvdal", "Nord-Fron", "Storfjord", "Kvinnherad"])
def test_a_name_that_begins_or_ends_so_is_itself(query: str) -> None:
    assert search(query)[0].level is Level.MUNICIPALITY


@pytest.mark.parametrize("query", ["Stor-Oslo", "Storoslo", "Greater Oslo", "Bærumsregionen"])
def test_the_land_around_the_capital(query: str) -> None:
    assert [place.code for place in search(query)] == ["ba-5"]


@pytest.mark.parametrize("query", ["region", "Regionen", "fylke", "området", "stor", "the region"])
def test_a_kind_alone_is_no_place(query: str) -> None:
    assert not called(query)
