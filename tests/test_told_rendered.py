"""An effect as it is read on pages and in answers: near the true one, and of its sign."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import product

import pytest

from framtid.documents.levers import sheet
from framtid.language import Language, language_of
from framtid.language.current import speaking
from framtid.pathways import rounding
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.path_report import tell_path

NEAR = 0.1
SOME = ["0", "46", "ba-5", *[place.code for place in places().municipalities[::51]]]
LITTLE = {"gap": 1.0, "balance_per_inhabitant": 10.0, "people": 1.0}
"""What is told as about none."""
CELLS = {"gap": "gap", "kroner": "balance_per_inhabitant", "people": "people"}
"""Cells of a lever's sheet, and what each is about."""


@dataclass(frozen=True)
class Reader:
    """How one language tells an effect: words for which way, and where the figure stands."""

    spoken: str
    ways: dict[str, int]
    same: str
    """What stands where there is about no effect."""
    sentences: dict[str, str]
    """Patterns of the sentences of the API's answer, and of Veivalg; ``#`` is a figure."""
    lines: dict[str, str]
    """Patterns of the sentences of a told path, under the heading of 2040."""

    @property
    def language(self) -> Language:
        """The language itself."""
        return language_of(self.spoken)

    @cached_property
    def words(self) -> dict[str, float]:
        """Return numbers by how they are written in words."""
        spelled = {word: float(at) for at, word in enumerate(self.language.numbers.forms["words"])}
        return spelled | {"ett": 1.0, "eitt": 1.0}

    @cached_property
    def figure(self) -> str:
        """Return the pattern of a figure."""
        signs = re.escape("".join(self.language.numbers.separators))
        return rf"(?:{'|'.join(self.words)}|\d[\d\s\u00a0{signs}]*)(?<=[\da-zæøåé])"

    def number(self, written: str) -> float:
        """Read a figure that is written in words or in digits."""
        signs = self.language.numbers.forms
        decimal, thousands = signs["decimal"], signs["thousands"]
        plain = re.sub(rf"[\s{thousands}]", "", written).lower()
        return self.words[plain] if plain in self.words else float(plain.replace(decimal, "."))

    def find(self, pattern: str, said: str) -> float | None:
        """Read the effect that a text tells: a figure and which way; None where none is told."""
        ways = "|".join(self.ways)
        whole = pattern.replace("#", f"({self.figure})").replace("@", f"({ways})")
        match = re.search(whole, said)
        if match is None:
            return None
        one, other = match.groups()
        figure, way = (other, one) if one in self.ways else (one, other)
        return self.ways[way] * self.number(figure)


def reader(spoken: str, ways: str, same: str, *patterns: str) -> Reader:
    """Return a reader; ``ways`` are the words for more, fewer, better, worse, larger, smaller."""
    hands, kroner, *lines = patterns
    return Reader(
        spoken,
        dict(zip(ways.split(), (1, -1) * 3, strict=True)),
        same,
        {"gap": hands, "balance_per_inhabitant": kroner},
        dict(zip(CELLS.values(), lines, strict=True)),
    )


READERS = {
    each.spoken: each
    for each in (
        reader(
            "nb",
            "flere færre bedre dårligere større mindre",
            "om lag (?:like|likt|som)",
            "Mangelen på folk blir # årsverk @",
            "# kroner @ per innbygger",
            "mangler .+ årsverk, # @ enn i dagens kurs",
            "Regnskapet er # kroner? @ per innbygger",
            "Det er # @ enn i dagens kurs",
        ),
        reader(
            "nn",
            "fleire færre betre dårlegare større mindre",
            "om lag (?:like|likt|som)",
            "Mangelen på folk blir # årsverk @",
            "# kroner @ per innbyggjar",
            "manglar .+ årsverk, # @ enn med dagens kurs",
            "Rekneskapen er # kroner? @ per innbyggjar",
            "Det er # @ enn med dagens kurs",
        ),
        reader(
            "en",
            "more fewer better worse larger smaller",
            "[Aa]bout (?:as|the same)|about as on",
            "The shortage of people is # man-years? @",
            "# kroner @ per inhabitant",
            "shortage of .+ man-years?, # @ than on today’s course",
            "The accounts are # kroner? @ per inhabitant",
            "That is # @ than on today’s course",
        ),
    )
}


def fault(indicator: str, outlook: Outlook, told: float) -> str:
    """Return what is wrong with a told effect, if anything is."""
    path, course = (each.consequences.at(indicator, 2040) for each in (outlook, outlook.official))
    true = path - course
    whole = 0.5 if indicator == "gap" else 0.0
    if told == 0:
        return "told as none" if abs(true) >= LITTLE[indicator] else ""
    if told * true < 0:
        return "wrong sign"
    return "" if abs(told - true) <= max(NEAR * abs(true), whole) + 1e-9 else "far off"


def cells(outlook: Outlook, level: dict[str, str], by: Reader) -> Iterator[tuple[str, float]]:
    """Yield what the cells of a level, and the sentences of answers, tell."""
    for name, indicator in CELLS.items():
        effect = by.find("^# @$", level[name])
        assert effect is not None or re.fullmatch(by.same, level[name]), level[name]
        yield indicator, effect or 0.0
    for indicator, pattern in by.sentences.items():
        figures = rounding.told(outlook, indicator, 2040)
        said = by.language.say(f"pathways.told.{indicator}", year=2040, **figures)
        effect = by.find(pattern, said)
        assert effect is not None or re.search(by.same, said), said
        yield indicator, effect or 0.0


def page(outlook: Outlook, by: Reader) -> Iterator[tuple[str, float]]:
    """Yield what a told path says of 2040."""
    section = next(each for each in tell_path(outlook, by.language).sections if each.id == "i-2040")
    for indicator, pattern in by.lines.items():
        yield indicator, by.find(pattern, f"{section.heading}. {section.text}") or 0.0


@pytest.mark.parametrize(
    ("spoken", "written", "effect"),
    [
        ("nb", "Mangelen på folk blir ett årsverk mindre i 2040", -1),
        ("nn", "Mangelen på folk blir tolv årsverk større i 2040", 12),
        ("en", "The shortage of people is 2,000 man-years smaller in 2040", -2000),
        ("en", "The shortage of people is 1.5 man-years larger in 2040", 1.5),
        ("nb", "Mangelen på folk blir 1\u00a0200 årsverk større i 2040", 1200),
        ("nn", "Mangelen på folk blir 1,5 årsverk mindre i 2040", -1.5),
    ],
)
def test_a_sentence_is_read_for_what_it_tells(spoken: str, written: str, effect: float) -> None:
    by = READERS[spoken]
    assert by.find(by.sentences["gap"], written) == effect


@pytest.mark.parametrize("by", READERS.values(), ids=list(READERS))
def test_what_a_lever_gives_is_read_as_it_is_on_its_sheet_and_in_answers(by: Reader) -> None:
    wrong = []
    for code, lever in product(SOME, levers().values()):
        with speaking(by.spoken):
            made = sheet(lever, places().get(code), by.language)["levels"]
        for told in made:
            if not told["level"]:
                continue
            outlook = outlook_of(code, pathway=Pathway.of({lever.id: told["level"]}))
            for indicator, value in cells(outlook, told, by):
                if bad := fault(indicator, outlook, value):
                    wrong.append((code, lever.id, told["level"], indicator, value, bad))
    assert not wrong


@pytest.mark.parametrize("by", READERS.values(), ids=list(READERS))
def test_what_a_lever_gives_is_read_as_it_is_on_a_told_path(by: Reader) -> None:
    wrong = []
    for code, name, level in product(SOME[1::5], levers(), (LEVELS[0], LEVELS[-1])):
        outlook = outlook_of(code, pathway=Pathway.of({name: level}))
        for indicator, value in page(outlook, by):
            if bad := fault(indicator, outlook, value):
                wrong.append((code, name, level, indicator, value, bad))
    assert not wrong
