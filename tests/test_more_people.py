"""Where more people come and a gap widens all the same, a sentence beside the figures says why."""

from itertools import product

import pytest

from framtid.documents.levers import sheet
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.balance import sentences
from framtid.pathways.codec import decode
from framtid.pathways.levers import lever
from framtid.pathways.more_people import why_wider
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway, path
from framtid.pathways.rounding import told
from framtid.places import places
from framtid.stories import read_aloud
from framtid.stories.path_report import tell_path

SOME = ["3209", "1824", "46", *[place.code for place in places().municipalities[::40]]]
WAYS = [
    *(Pathway.of({name: level}) for name in ("flytt", "bosetting") for level in (-1, 1, 3)),
    path("flytt-hit"),
    Pathway.of({"frivillig": 3}),
]


def widens(outlook: Outlook) -> bool:
    """Whether more people come, and hands or kroner are shorter for it, as it is told."""
    people, gap, balance = (
        told(outlook, name, HORIZON)["difference"]
        for name in ("people", "gap", "balance_per_inhabitant")
    )
    return people > 0 and (gap > 0 or balance < 0)


@pytest.mark.parametrize("language", [language_of(each) for each in LANGUAGES], ids=LANGUAGES)
def test_a_gap_that_widens_where_people_come_is_told_with_its_reason(language: Language) -> None:
    found = set()
    for code, pathway in product(SOME, WAYS):
        outlook = outlook_of(code, pathway=pathway)
        why = why_wider(outlook, language)
        assert bool(why) is widens(outlook), (code, pathway)
        assert not why or why in sentences(outlook, language), (code, pathway)
        found.add(bool(why))
    assert found == {True, False}


def test_the_sheet_the_story_and_the_told_path_say_it_too() -> None:
    language, place = language_of("nb"), places().get("3209")
    outlook = outlook_of(place.code, pathway=Pathway.of({"flytt": 3}))
    why = why_wider(outlook, language)
    assert why in sheet(lever("flytt"), place, language)["most"]
    assert why in tell_path(outlook, language).plain
    assert why in read_aloud("2040", place.code, "nb", decode("2-fl3"))["spakene"][1]
