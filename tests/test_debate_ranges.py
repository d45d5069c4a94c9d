"""No hands and no kroner of 2040 are spoken of at the rostrum without between what they may be."""

import re
from collections.abc import Iterator
from itertools import product

import pytest

from framtid.debate.draft import draft
from framtid.debate.questions import questions
from framtid.debate.sides import both_sides
from framtid.debate.situation import key_figures
from framtid.language import Language, language_of
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.pathways.switches import AS_USUAL

CODES = ("0", "0301", "5610", "1151", "3209", "46")
WAYS = (*(named()[each] for each in ("lys-vei", "mork-vei")), Pathway.of({"heltid": 2}))
LEVELS = {
    "nb": r"mangler (?:det )?(?:fortsatt )?(?:[\d\xa0]+|ett|\w+) (?:årsverk i|kroner per)",
    "nn": r"manglar (?:det )?(?:framleis )?(?:[\d\xa0]+|eitt|\w+) (?:årsverk i|kroner per)",
    "en": r"shortage of [\w,]+ man-years? in care|(?<!more )(?:man-years|kroner per inhabitant)"
    r" are missing in 2040",
}
"""How each language tells of hands or kroner that are missing in 2040."""
SUMS = {
    "nb": r"har valgene kostet|koster valgene [\d\xa0]+ kroner|Det koster [\d\xa0]+ kroner mer",
    "nn": r"har vala kosta|kostar vala [\d\xa0]+ kroner|Det kostar [\d\xa0]+ kroner meir",
    "en": r"choices have cost [\d,]+ kroner|choices cost [\d,]+ kroner|It costs [\d,]+ kroner more",
}
"""How each language tells of what the choices cost in sum."""
SURE = {
    "nb": r"SSBs (?:tre|lave)|tallene spenner, står i",
    "nn": r"alternativ\w* til SSB|tala spenner, står i",
    "en": r"Statistics Norway’s (?:three|low)|anges are in the",
}
"""How each language says whose range it is, or where it stands."""


SPEECH = "innlegg"
"""Is said in one go, and may point to where a range stands."""


def told(outlook: Outlook, language: Language) -> Iterator[str]:
    """Yield what is said in one breath: a paragraph, a question, a point with its heading."""
    yield from questions(outlook, language)
    both = both_sides(outlook, language)
    for side in both.sides:
        yield from (f"{point.heading}. {point.text} {both.reach}" for point in side.points)
    written = draft(outlook, language, AS_USUAL)
    for part in written.parts:
        said = [block.plain for block in part.blocks]
        yield from [" ".join(said)] if part.id == SPEECH else said


@pytest.mark.parametrize("spoken", SURE)
def test_what_is_missing_in_2040_has_its_range(spoken: str) -> None:
    language, found, bare = language_of(spoken), 0, []
    for code, way in product(CODES, WAYS):
        for said in told(outlook_of(code).along(way), language):
            if re.search(f"{LEVELS[spoken]}|{SUMS[spoken]}", said):
                found += 1
                if not re.search(SURE[spoken], said):
                    bare.append((code, way.levels, said))
    assert found > 50
    assert not bare


@pytest.mark.parametrize("spoken", SURE)
def test_a_range_is_written_as_the_figure_that_it_is_of(spoken: str) -> None:
    language = language_of(spoken)
    for code in ("0", "46", "0301", "1151"):
        for figure in key_figures(outlook_of(code), language):
            millions = [bool(re.search("million", told)) for told in (figure.value, figure.reach)]
            assert millions[0] == millions[1], (code, figure)
