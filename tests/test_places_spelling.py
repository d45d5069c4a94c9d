"""Every place, written as people, registers and spreadsheets write it."""

import csv
from collections.abc import Callable

import pytest

from framtid.places import Level, Place, called, lead, places, search
from framtid.tables.csv import csv_file

FORMS: dict[str, Callable[[Place], str]] = {
    "the code": lambda place: place.code,
    "without its zero": lambda place: place.code.lstrip("0"),
    "as a formula": lambda place: f'="{place.code}"',
    "code and name": lambda place: f"{place.code} {place.short}",
    "name and code": lambda place: f"{place.short} ({place.code})",
    "SSB's mark": lambda place: f"K-{place.code}",
    "the mark of history": lambda place: f"K_{place.code}",
    "its number and kind": lambda place: f"Kommune {place.code}",
    "kommunenummer, without its zero": lambda place: f"knr. {int(place.code)}",
    "number first": lambda place: f"{place.code} kommune",
    "the register's capitals": lambda place: place.name.replace(" – ", " - ").upper(),
    "the official name": lambda place: place.name,
    "told apart": lambda place: place.label,
    "in its county": lambda place: f"{place.short} i {places().get(place.county or '').short}",
    "its county beside it": lambda place: f"{place.short} {places().get(place.county or '').short}",
    "kommune and county": lambda place: (
        f"{place.short} kommune, {places().get(place.county or '').short}"
    ),
    "ISO's mark": lambda place: f"NO-{place.code}",
    "all names, in the other order": lambda place: (
        " ".join(reversed(place.name.split(" – "))) if " – " in place.name else place.code
    ),
    "all names, with a hyphen": lambda place: (
        "-".join(reversed(place.name.split(" – "))) if " – " in place.name else place.code
    ),
    "county in brackets": lambda place: f"{place.short} ({places().get(place.county or '').name})",
}
LOOSE: dict[str, Callable[[Place], str]] = {
    "kommune": lambda place: f"{place.short} kommune",
    "herad": lambda place: f"{place.short} herad",
    "in English": lambda place: f"{place.short} municipality",
    "with years": lambda place: f"{place.short} (2020-2023)",
    "until a year": lambda place: f"{place.short} (-2019)",
    "in capitals": lambda place: place.short.upper(),
}
"""Names alone: two places may bear one, and then both are meant."""


@pytest.mark.parametrize("form", FORMS)
def test_every_municipality_is_found_by_what_means_it_alone(form: str) -> None:
    missed = []
    for place in places().municipalities:
        shared = len(called(place.short)) > 1
        spelled = FORMS[form](place)
        if form in {"the register's capitals", "the official name", "told apart"} and shared:
            assert place in called(spelled)
        elif called(spelled) != (place,):
            missed.append(spelled)
    assert not missed


@pytest.mark.parametrize("form", LOOSE)
def test_every_municipality_is_among_those_that_bear_its_name(form: str) -> None:
    missed = [
        place.label for place in places().municipalities if place not in called(LOOSE[form](place))
    ]
    assert not missed


@pytest.mark.parametrize("code", places().former_counties)
def test_a_county_of_old_leads_to_those_on_its_land(code: str) -> None:
    old = places().former_counties[code]
    assert tuple(place.code for place in places().today(code)) == old.today
    by_name = (old.name, f"{old.name} fylke") if old.name else ()
    for query in (*by_name, f"Fylke {code}", f"fylkesnr {int(code)}"):
        assert tuple(place.code for place in called(query)) == old.today
        assert {place.code for place in search(query, limit=len(old.today))} == set(old.today)


def test_all_eighteen_are_known() -> None:
    assert len(places().former_counties) == 18


@pytest.mark.parametrize(
    ("query", "codes"),
    [
        ("Våler i Solør", {"3114", "3419"}),
        ("Os i Østerdalen", {"3430", "4624"}),
        ("Asker og Bærum", {"3203", "3201"}),
        ("Sandvika i Bergen", set()),
    ],
)
def test_what_means_nothing_as_a_whole_asks(query: str, codes: set[str]) -> None:
    assert {place.code for place in search(query)} == codes
    assert not called(query)


@pytest.mark.parametrize(
    "query", ["hele landet", "Norge", "NOREG", "Norway", "Hele Norge", "the whole country", "0"]
)
def test_the_nation_is_found(query: str) -> None:
    assert search(query)[0].level is Level.NATION
    assert called(query)[0].level is Level.NATION


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("Herøy", {"1515", "1818"}),
        ("Våler", {"3114", "3419"}),
        ("Os", {"3430", "4624"}),
        ("Sande", {"1514", "3903"}),
        ("Bø", {"1867", "4020"}),
    ],
)
def test_a_name_of_several_asks(name: str, codes: set[str]) -> None:
    assert {place.code for place in called(name)} == codes


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("301", "0301"),
        ("219", "3201"),
        ("Nes i Akershus", "3228"),
        ("Våler (Østfold) (2020-2023)", "3114"),
        ("Våler, Innlandet", "3419"),
        ("Våler (Hedmark)", "3419"),
        ("Bø i Telemark", "4020"),
        ("KARASJOK - KÁRÁŠJOHKA", "5610"),
        ("PORSANGER - PORSÁNGU - PORSANKI", "5622"),
        ("Ulvik herad", "4620"),
        ("Oslo 2024", "0301"),
        ("Kárášjoga gielda", "5610"),
        ("301 Oslo", "0301"),
        ("Oslo 301", "0301"),
        ("Nes (Ak.)", "3228"),
        ("Våler (Hedm.)", "3419"),
        ("Herøy (M. og R.)", "1515"),
        ("Løten komm.", "3412"),
        ("Troms og Finnmark - Romsa ja Finnmárku", "55"),
        ("Bydel Frogner", "0301"),
        ("Åsane, Bergen", "4601"),
        ("Madla Stavanger", "1103"),
        ("Straumen i Inderøy", "5053"),
        ("V. Toten", "3443"),
        ("S-Odal", "3415"),
        ("TROMSØ - ROMSA", "5501"),
        ("Romssa suohkan", "5501"),
        ("Romssa fylkkasuohkan", "55"),
        ("Trööndelagen fylhkentjïelte", "50"),
        ("NO-03", "03"),
        ("Nes (Buskerud)", "3322"),
        ("Kristiania", "0301"),
        ("Kr.sand", "4204"),
    ],
)
def test_what_registers_write(query: str, code: str) -> None:
    assert search(query)[0].code == code


def test_names_that_no_register_has_lead_to_their_places() -> None:
    known = places()
    for code, names in (*known.in_use.items(), *known.of_old.items()):
        for name in names:
            assert known.get(code) in search(name), name
    assert {place.code for place in called("Divtasvuodna")} == {"1806", "1875"}
    why = lead(known.get("0301"), "Kristiania")
    assert (why and (why.kind, why.name)) == ("former", "Kristiania")
    assert lead(known.get("5607"), "Vesisaari") is None


def test_a_first_word_as_a_letter_means_whoever_begins_so() -> None:
    for place in places().municipalities:
        first, *others = place.short.split()
        if others:
            assert place in called(f"{first[0]}. {' '.join(others)}")


def test_excel_in_norwegian_keeps_the_zero_of_a_code_and_the_search_reads_it() -> None:
    file = csv_file(["kommune"], [["0301"], ["4601"]], norwegian=True)
    (_, (code,), (other,)) = csv.reader(file.decode("utf-8-sig").splitlines(), delimiter=";")
    assert (code, other) == ('="0301"', "4601")
    assert search(code)[0].code == "0301"
    assert csv_file(["kommune"], [["0301"]]) == b"kommune\n0301\n"
