"""How much a lever is in a place: what is offered there is what it gives there."""

import pytest

from framtid.consequences.local import local
from framtid.debate.draft import draft
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.numbers import rounded
from framtid.language.texts import OF_PAGES
from framtid.pathways.descriptions import amount
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Choice, named
from framtid.pathways.switches import AS_USUAL
from framtid.places import places
from framtid.stories.path_facts import PathFacts

SHARED = Choice("samarbeid", 2)
NOTHING = {"nb": "ingenting", "nn": "ingenting", "en": "nothing"}


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_no_place_is_offered_what_sharing_gives_the_smallest(spoken: str) -> None:
    language, saved = language_of(spoken), levers()["samarbeid"].value(2)
    for place in places().municipalities:
        told = amount(SHARED, local(place), language)
        least = saved * local(place).small < 0.001
        assert (NOTHING[spoken] in told) == least, place
        assert "minst" not in told
        assert "smallest" not in told
    smallest = min(places().municipalities, key=lambda place: local(place).people)
    assert amount(SHARED, local(smallest), language).startswith(
        {"en": "about 3.0"}.get(spoken, "om lag 3,0")
    )


def test_the_other_levers_are_told_as_ever_and_a_path_tells_of_its_own_place() -> None:
    language, place = language_of("nb"), places().get("3209")
    pulled = PathFacts(outlook_of("3209").along(named()["lys-vei"]), language).pulled
    told = {each["id"]: each["chosen"]["value_label"] for each in pulled}
    assert told["samarbeid"] == "om lag 0,1 prosent av administrasjonen spart her"
    for name, choice in ((each["id"], Choice(each["id"], 2)) for each in pulled):
        assert told[name] == amount(choice, local(place), language)
    assert amount(Choice("samarbeid", -1), local(place), language) == ""


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_an_interpellation_tells_the_sum_of_the_plan_once(spoken: str) -> None:
    language = language_of(spoken)
    for code, way, said in (("3209", "lys-vei", 1), ("5610", "lys-vei", 1)):
        outlook = outlook_of(code).along(named()[way])
        plan = economic_plan(outlook)
        after = language.numbers.exact(abs(rounded(plan.at("accumulated", HORIZON))))
        parts = draft(outlook, language, AS_USUAL).parts
        first = " ".join(block.plain for block in parts[0].blocks)
        assert first.count(after) == said, first
