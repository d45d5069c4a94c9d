"""Sheets of levers: every figure in their words is the model's, or one that was read and listed."""

import re
from collections.abc import Callable
from urllib.parse import urlsplit

import pytest

from framtid.consequences.evidence import evidence
from framtid.consequences.parameters import Parameter, parameters
from framtid.language import language_of
from framtid.pathways.applying import wins
from framtid.pathways.balance import LEAST_EFFORT, meter, sentences
from framtid.pathways.descriptions import SHEET
from framtid.pathways.descriptions import path as described
from framtid.pathways.levers import HIGHEST, LEVELS, lever, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.settling import NEW
from framtid.places import places
from framtid.stories.path_report import tell_path

NB = language_of("nb")
NUMBER = re.compile(r"\d[\d\u00a0 ]*\d(?:,\d+)?|\d+(?:,\d+)?")
DAYS = {"1 000", "100"}
"""«Per 1 000», «av 100»: what figures are told by."""


def _of(field: str, name: str) -> Parameter:
    return parameters(field)[name]


SAID: dict[str, list[tuple[str, Callable[[], float], float, float]]] = {
    "lenger": [
        (
            "et halvt år til i 2040, også om dere ikke",
            lambda: _of("workforce", "later_anyway").number,
            0.5,
            0,
        ),
        (
            "med et halvt år lenger av pensjonsreglene",
            lambda: _of("workforce", "later_anyway").number,
            0.5,
            0,
        ),
        ("13 måneder", lambda: 12 * lever("lenger").range[1], 13, 0.3),
        ("Drøyt to måneder", lambda: 12 * lever("lenger").value(1), 2.4, 0.2),
        ("Nesten fem måneder", lambda: 12 * lever("lenger").value(2), 4.8, 0.2),
        ("Drøyt sju måneder", lambda: 12 * lever("lenger").value(3), 7.2, 0.2),
    ],
    "heltid": [
        ("22 av 100 deler", lambda: 100 * lever("heltid").value(HIGHEST), 22, 0),
        ("22 av 100 deler", lambda: 100 * (71.5 - 63.3) / (100 - 63.3), 22, 0.5),
    ],
    "naervaer": [
        ("10–11 prosent", lambda: 100 * _of("workforce", "absence").number, 10.5, 0),
        ("Et halvt prosentpoeng lavere", lambda: 100 * lever("naervaer").value(1), 0.5, 0),
        ("Ett prosentpoeng lavere", lambda: 100 * lever("naervaer").value(2), 1, 0),
        ("Ett prosentpoeng høyere", lambda: -100 * lever("naervaer").value(-1), 1, 0),
        ("1,6 prosentpoeng lavere sykefravær", lambda: 100 * lever("naervaer").value(3), 1.6, 0),
    ],
    "teknologi": [
        ("mer enn 150 000", lambda: _of("care", "man_years_2023").number, 157_000, 1000),
        ("under 60 årsverk", lambda: 100_000 / 1750, 57, 1),
    ],
    "mestring": [
        ("43 kommuner", lambda: float(evidence()["reablement_municipalities"].value or 0), 43, 0),
    ],
    "hjemme": [
        ("et kvart årsverk", lambda: _of("care", "saved_per_moved").number, 0.25, 0),
        ("til 9,0 i 2025", lambda: 100 * _of("care", "institution_use_80").number, 9, 0),
        ("fra 11,4 prosent", lambda: 100 * lever("hjemme").range[1], 100 * (1 - 9.0 / 11.4), 0.5),
    ],
    "frivillig": [
        ("ett av hundre arbeidstimer", lambda: 100 * lever("frivillig").value(HIGHEST), 1, 0),
    ],
    "flytt": [
        ("alderen 25–39 år", lambda: float((lever("flytt").effects[0].ages or (0, 0))[0]), 25, 0),
        ("alderen 25–39 år", lambda: float((lever("flytt").effects[0].ages or (0, 0))[1]), 39, 0),
    ],
    "bosetting": [
        (
            "fire av fem bor fortsatt",
            lambda: _of("settling", "after_five_years").value["elsewhere"],
            0.8,
            0.025,
        ),
        ("to av tre etter sju", lambda: _of("settling", "after_seven_years").number, 2 / 3, 0.001),
        (
            "om lag to av tre i fem år",
            lambda: _of("settling", "after_five_years").value["18"],
            2 / 3,
            0.02,
        ),
        (
            "om lag to av tre i fem år",
            lambda: _of("settling", "after_five_years").value["55"],
            2 / 3,
            0.02,
        ),
        (
            "92 prosent",
            lambda: (
                100 * _of("economy", "settled_grant").number / _of("economy", "settled_cost").number
            ),
            92,
            0.1,
        ),
        (
            "halvparten så mye som andre de første fem",
            lambda: _of("workforce", "newcomers_less").number,
            0.5,
            0,
        ),
        ("halvparten så mye som andre de første fem", lambda: float(NEW), 5, 0),
        ("Én flyktning til per 2 000", lambda: 2 * lever("bosetting").value(1), 1, 0),
        ("Én flyktning til per 1 000", lambda: lever("bosetting").value(2), 1, 0),
        ("Tre flyktninger til per 2 000", lambda: 2 * lever("bosetting").value(3), 3, 0),
    ],
    "unge": [
        ("Nær 1 av 10", lambda: _of("outside", "share").number, 0.1, 0.01),
        ("4 av 100 som står utenfor", lambda: 100 * lever("unge").value(1), 4, 0),
        ("8 av 100", lambda: 100 * lever("unge").value(2), 8, 0),
        ("12 av 100", lambda: 100 * lever("unge").value(3), 12, 0),
        ("12 prosentpoeng flere", lambda: 100 * lever("unge").range[1], 12, 0),
    ],
}
"""What a sheet says of the model: its words, the model's figure, what the words mean, and slack."""

READ = {
    "lenger": "62 67 2009 2018 50 2024 1964 2040 60",
    "heltid": "71,5 2023 63,3 2014 20 83",
    "naervaer": "2024 9,1 29 12,3 7,3 14,5 15,8 2023",
    "teknologi": "521 2014 2016 100_000 2020",
    "mestring": "47",
    "hjemme": "80 2020",
    "frivillig": "16 2",
    "flytt": "170",
    "bosetting": "60 2023",
    "unge": "15 29 3_737 4 2010 400_000",
    "samarbeid": "2007 18",
}
"""Other figures of a sheet: read in the lever's sources (docs/method.md), and years and ages."""


def _words(name: str) -> str:
    found = language_of("nb").entry(f"levers.{name}")
    return " ".join([*found["levels"], *found["sheet"].values()])


@pytest.mark.parametrize("name", levers())
def test_what_a_sheet_says_of_the_model_is_what_the_model_has(name: str) -> None:
    text = re.sub(r"\s+", " ", _words(name))
    for words, figure, meant, slack in SAID.get(name, []):
        assert words in text, words
        assert figure() == pytest.approx(meant, abs=slack + 1e-9), words


@pytest.mark.parametrize("name", levers())
def test_every_figure_of_a_sheet_is_accounted_for(name: str) -> None:
    told, read = " | ".join(words for words, *_ in SAID.get(name, [])), READ.get(name, "")
    known = {*NUMBER.findall(told), *read.replace("_", " ").split(" ")}
    known |= {each.replace("_", " ") for each in read.split()} | DAYS
    written = {each.strip() for each in NUMBER.findall(_words(name).replace("\u00a0", " "))}
    assert written - known == set(), "a figure of the model goes in SAID, one that was read in READ"


@pytest.mark.parametrize("name", levers())
def test_what_was_tried_and_what_is_unknown_bear_the_levers_certainty(name: str) -> None:
    each, sheet = lever(name), NB.entry(f"levers.{name}.sheet")
    assert set(sheet) == set(SHEET)
    address = urlsplit(each.source.link)
    assert address.scheme == "https", each.source.id
    assert address.path.strip("/")
    said = {"nb": "vår vurdering", "nn": "vår vurdering", "en": "our own judgement"}
    for spoken, words in said.items():
        told = language_of(spoken).entry(f"levers.{name}.sheet")["unknown"]
        assert each.certainty != "judgement" or words in told, (spoken, told)
    assert each.range[0] <= each.value(HIGHEST) <= each.range[1]


@pytest.mark.parametrize("code", ["0", "46", "ba-5", "5610"])
def test_every_path_says_whose_choice_its_people_are_counted_by(code: str) -> None:
    ways = [Pathway.of({name: level}) for name in levers() for level in LEVELS if level]
    for pathway in [*named().values(), *ways]:
        said = described(pathway, code, NB).counted
        assert bool(said) == (wins(pathway) and code != "0")
        if said:
            together = pathway in named().values()
            assert ("alle kommuner" in said) == together
            assert ("hvis bare" in said) != together


@pytest.mark.parametrize("code", ["0", "46", "0301", "1151", "5610"])
def test_effort_stands_beside_every_path_that_asks_for_any(code: str) -> None:
    ways = [Pathway.of({name: level}) for name in ("heltid", "unge", "hjemme") for level in (-1, 3)]
    asked_for = 0
    for pathway in [*named().values(), *ways]:
        outlook = outlook_of(code, pathway=pathway)
        share = outlook.consequences.at("effort", 2040)
        yearly = (1 + share) ** (1 / 14) - 1
        asked = meter(outlook, NB).effort
        assert bool(asked) == (abs(yearly) >= LEAST_EFFORT), pathway
        if asked:
            asked_for += 1
            assert any(asked.text in said for said in sentences(outlook, NB))
            assert asked.text in tell_path(outlook, NB).plain
            assert bool(asked.anchor) == (yearly > 0)
    assert asked_for >= 5


def test_every_place_that_is_not_the_nation_has_paths_that_move_people() -> None:
    moving = [name for name, pathway in named().items() if wins(pathway)]
    assert {"lys-vei", "mork-vei", "flytt-hit"} <= set(moving)
    for place in places().municipalities[::60]:
        assert described(named()["flytt-hit"], place.code, NB).counted
