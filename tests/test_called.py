"""What a path of one's own is called: one rule for pages, titles, answers and frames."""

from html import unescape

import pytest
from starlette.testclient import TestClient

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
                name = called(pathway, language)
                assert len(name) <= ROOM
                assert any(
                    language.say(f"levers.{each.lever}.title") in name for each in pathway.choices
                )


def test_what_is_pulled_farthest_is_named_and_the_rest_are_counted() -> None:
    nb = language_of("nb")
    said = {way: called(decode(way).pathway, nb) for way in WAYS}
    assert said["2-he2"] == "Hele stillinger"
    assert said["2-he2te1hj1na1fr1"].startswith("Hele stillinger, ")
    assert said["2-he2te1hj1na1fr1"].endswith(" og tre til")
    for name, pathway in named().items():
        assert called(pathway, nb) == nb.say(f"pathways.paths.{name}.title")


@pytest.mark.parametrize("spoken", SPOKEN)
def test_one_name_on_every_page_and_in_every_answer(client: TestClient, spoken: str) -> None:
    way = "2-he2na1"
    name = called(decode(way).pathway, language_of(spoken))
    for address in (
        f"/vei?sted=5610&vei={way}",
        f"/debatt?sted=5610&vei={way}",
        f"/bygg-inn?sted=5610&vei={way}&figur=path_hands",
        f"/historie?sted=5610&vei={way}",
        f"/vei.txt?sted=5610&vei={way}",
        f"/api/v1/outlook/5610.json?path={way}",
    ):
        answer = client.get(f"{address}&lang={spoken}", follow_redirects=True)
        assert name in unescape(answer.text), address
