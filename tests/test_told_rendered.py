"""An effect as it is read on pages and in answers: near the true one, and of its sign."""

import re
from collections.abc import Iterator

import pytest

from framtid.documents.levers import sheet
from framtid.language import language_of
from framtid.pathways import rounding
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.path_report import tell_path

NB = language_of("nb")
NEAR = 0.1
SOME = ["0", "46", "ba-5", *[place.code for place in places().municipalities[::51]]]
LITTLE = {"gap": 1.0, "balance_per_inhabitant": 10.0, "people": 1.0}
"""What is told as about none."""
WORDS = NB.numbers.forms["words"]
FIGURE = rf"(?:ett|{'|'.join(WORDS)}|\d[\d\s\u00a0]*(?:,\d+)?)"
SAME = ("om lag like", "om lag likt", "om lag som")
CELLS = {
    "gap": ("gap", {"færre": -1, "flere": 1}),
    "kroner": ("balance_per_inhabitant", {"bedre": 1, "dårligere": -1}),
    "people": ("people", {"færre": -1, "flere": 1}),
}
"""Cells of a lever's sheet: what each is about, and which way its words go."""
SENTENCES = {
    "gap": rf"(?i)({FIGURE}) årsverk (færre|flere) mangler",
    "balance_per_inhabitant": rf"({FIGURE}) kroner (bedre|dårligere) per innbygger",
}
"""Sentences of the API's answer, and of Veivalg."""
WAYS = {"færre": -1, "flere": 1, "bedre": 1, "dårligere": -1}
LINES = {
    "gap": rf"mangler .+ årsverk, ({FIGURE}) (færre|flere) enn i dagens kurs",
    "balance_per_inhabitant": rf"Regnskapet er ({FIGURE}) kroner? (bedre|dårligere) per innbygger",
    "people": rf"Det er ({FIGURE}) (færre|flere) enn i dagens kurs",
}
"""Sentences of a told path, under the heading of 2040."""


def number(written: str) -> float:
    """Read a figure that is written in words or in digits."""
    plain = re.sub(r"\s", "", written).lower()
    if plain == "ett":
        return 1.0
    return float(WORDS.index(plain)) if plain in WORDS else float(plain.replace(",", "."))


def fault(indicator: str, outlook: Outlook, told: float) -> str:
    """Return what is wrong with a told effect, if anything is."""
    at = (each.consequences.at(indicator, 2040) for each in (outlook, outlook.official))
    true = next(at) - next(at)
    if told == 0:
        return "told as none" if abs(true) >= LITTLE[indicator] else ""
    if told * true < 0:
        return "wrong sign"
    return "" if abs(told - true) <= NEAR * abs(true) + 1e-9 else "far off"


def cells(outlook: Outlook, level: dict[str, str]) -> Iterator[tuple[str, float]]:
    """Yield what the cells of a level tell."""
    for name, (indicator, ways) in CELLS.items():
        if level[name] == "om lag likt":
            yield indicator, 0.0
            continue
        figure, way = level[name].rsplit(" ", 1)
        yield indicator, ways[way] * number(figure)
    for indicator, pattern in SENTENCES.items():
        figures = rounding.told(outlook, indicator, 2040)
        said = NB.say(f"pathways.told.{indicator}", year=2040, **figures)
        yield indicator, read(pattern, said)


def read(pattern: str, said: str) -> float:
    """Read the effect that a sentence tells, 0 where it says that there is about none."""
    match = re.search(pattern, said)
    if match is None:
        assert any(same in said for same in SAME), said
        return 0.0
    return WAYS[match[2]] * number(match[1])


def page(outlook: Outlook) -> Iterator[tuple[str, float]]:
    """Yield what a told path says of 2040."""
    section = next(each for each in tell_path(outlook, NB).sections if each.id == "i-2040")
    for indicator, pattern in LINES.items():
        match = re.search(pattern, f"{section.heading}. {section.text}")
        yield indicator, WAYS[match[2]] * number(match[1]) if match else 0.0


@pytest.mark.parametrize("code", SOME)
def test_what_a_lever_gives_is_read_as_it_is_on_its_sheet_and_in_answers(code: str) -> None:
    place, wrong = places().get(code), []
    for lever in levers().values():
        for told in sheet(lever, place, NB)["levels"]:
            if not told["level"]:
                continue
            outlook = outlook_of(code, pathway=Pathway.of({lever.id: told["level"]}))
            for indicator, value in cells(outlook, told):
                if bad := fault(indicator, outlook, value):
                    wrong.append((lever.id, told["level"], indicator, value, bad))
    assert not wrong


@pytest.mark.parametrize("code", SOME[::3])
def test_what_a_lever_gives_is_read_as_it_is_on_a_told_path(code: str) -> None:
    wrong = []
    for name in levers():
        for level in (LEVELS[0], 1, LEVELS[-1]):
            outlook = outlook_of(code, pathway=Pathway.of({name: level}))
            for indicator, value in page(outlook):
                if bad := fault(indicator, outlook, value):
                    wrong.append((name, level, indicator, value, bad))
    assert not wrong
