"""Hands and kroner of 2040 by single levers: the course has its range, a lever its label."""

import pytest
from starlette.testclient import TestClient

from framtid.debate.questions import own_questions
from framtid.language import language_of
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.path_facts import PathFacts
from framtid.stories.reach import lacking
from tests.pages_agree import text_of

SPOKEN = ("nb", "nn", "en")
CODES = ("5610", "0301", "1151")


@pytest.mark.parametrize("spoken", SPOKEN)
@pytest.mark.parametrize("code", CODES)
def test_pages_of_levers_and_of_stands_say_how_sure_they_are(
    client: TestClient, code: str, spoken: str
) -> None:
    language = language_of(spoken)
    reach = lacking(PathFacts(outlook_of(code), language))
    label = language.say("pathways.one_lever")
    asked = {"sted": code, "lang": spoken}
    sheet, every, stands = (
        text_of(client.get(page, params=asked).text)
        for page in ("/spak/heltid", "/spaker", "/standpunkt")
    )
    assert sheet.count(reach) == sheet.count(label) == 1
    assert every.count(label) == 1
    assert stands.count(reach) == 1


@pytest.mark.parametrize("spoken", SPOKEN)
def test_a_question_about_one_lever_says_what_its_effect_is_labelled(spoken: str) -> None:
    language, asked = language_of(spoken), 0
    titles = {name: language.say(f"levers.{name}.title") for name in levers()}
    for place in places().municipalities[::30]:
        outlook = outlook_of(place.code, pathway=Pathway.of({"heltid": 2, "hjemme": 2}))
        for question in own_questions(outlook, language):
            for name, title in titles.items():
                if question[1:].startswith(title):
                    label = language.say(f"pathways.certainty.{levers()[name].certainty}")
                    assert label.lower() in question
                    asked += 1
    assert asked > 10
