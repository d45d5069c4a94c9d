"""What a path of one's own is called: one rule for pages, titles, answers and frames."""

from html import unescape
from itertools import combinations

import pytest
from starlette.testclient import TestClient

from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.called import LONGEST_TITLE, ROOM, called
from framtid.pathways.codec import decode, encode
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway, named
from framtid.places import places
from framtid.stories.path_report import tell_path

SPOKEN = ("nb", "nn", "en")
WAYS = ("2-he2", "2-he2te1", "2-he1te1hj1", "2-he2te1hj1na1fr1")
EVERY = encode(Pathway.of(dict.fromkeys(levers(), 1)))
WEAKER = encode(Pathway.of(dict.fromkeys(levers(), -1)).moved({"heltid": 1}))


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_title_is_no_longer_than_is_shown_wherever_it_is(spoken: str) -> None:
    language = language_of(spoken)
    names = sorted(places().municipalities, key=lambda place: -len(language.name(place)))
    for place in names[:2]:
        for way in (*WAYS, EVERY, WEAKER):
            title = tell_path(outlook_of(place.code, pathway=decode(way).pathway), language).title
            assert len(title) <= LONGEST_TITLE, title
            assert language.name(place) in title


@pytest.mark.parametrize("spoken", SPOKEN)
def test_every_path_of_one_and_two_levers_has_room_for_its_name(spoken: str) -> None:
    language = language_of(spoken)
    for one in levers():
        for other in levers():
            for level in (1, -1):
                pathway = Pathway.of({one: level, other: level})
                name = called(pathway, "5610", language)
                assert len(name) <= ROOM
                assert any(
                    language.say(f"levers.{each.lever}.title") in name for each in pathway.choices
                )


@pytest.mark.parametrize("code", ["0", "ba-5", "0301", "1151", "5610"])
def test_a_path_is_called_by_what_matters_most_for_the_hands(code: str) -> None:
    """Tools pulled to the end move fewer than whole positions pulled a step; by reach they led."""
    nb = language_of("nb")

    def moves(lever: str, level: int) -> float:
        alone = outlook_of(code, pathway=Pathway.of({lever: level}))
        here, there = (each.consequences.at("gap", HORIZON) for each in (alone, alone.official))
        return round(abs(here - there), 3)

    assert called(Pathway.of({"heltid": 2, "frivillig": 3}), code, nb).startswith("Hele still")
    for one, other in combinations(levers(), 2):
        levels = {one: 1, other: 3}
        first, second = sorted(levels, key=lambda name: (-moves(name, levels[name]), -levels[name]))
        said = called(Pathway.of(levels), code, nb)
        titles = [nb.say(f"levers.{name}.title") for name in (first, second)]
        assert said.startswith(titles[0]), (code, levels)
        assert titles[1] in said or said.endswith("til")


def test_what_matters_most_is_named_and_the_rest_are_counted() -> None:
    nb = language_of("nb")
    said = {way: called(decode(way).pathway, "5610", nb) for way in WAYS}
    assert said["2-he2"] == "Hele stillinger"
    assert said["2-he2te1hj1na1fr1"].startswith("Hele stillinger, ")
    assert said["2-he2te1hj1na1fr1"].endswith(" og tre til")
    for name, pathway in named().items():
        assert called(pathway, "5610", nb) == nb.say(f"pathways.paths.{name}.title")


@pytest.mark.parametrize("spoken", SPOKEN)
def test_one_name_on_every_page_and_in_every_answer(client: TestClient, spoken: str) -> None:
    way = "2-fr3he2"
    name = called(decode(way).pathway, "5610", language_of(spoken))
    for address in (
        f"/vei?sted=5610&vei={way}",
        f"/debatt?sted=5610&vei={way}",
        f"/bygg-inn?sted=5610&vei={way}&figur=path_hands",
        f"/historie?sted=5610&vei={way}",
        f"/vei.txt?sted=5610&vei={way}",
        f"/api/v1/outlook/5610.json?path={way}",
        f"/embed/path_hands/5610?path={way}",
        f"/api/v1/views/path_hands/5610.svg?form=square&path={way}",
    ):
        answer = client.get(f"{address}&lang={spoken}", follow_redirects=True)
        assert name in unescape(answer.text), address
