"""How much a lever is in a place: what is offered there is what it gives there."""

import re

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
NUMBERS = {
    "nb": {"ett", "halv", "halvt", "halvannen"},
    "nn": {"eitt", "éin", "halv", "halvt", "halvannan"},
    "en": {"half"},
}
NOTHING = {"nb": "ingenting", "nn": "ingenting", "en": "nothing"}


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_no_place_is_offered_what_sharing_gives_the_smallest(spoken: str) -> None:
    language, saved = language_of(spoken), levers()["samarbeid"].value(2)
    for place in places().municipalities:
        told = amount(SHARED, outlook_of(place.code), language)
        least = saved * local(place).small < 0.001
        assert (NOTHING[spoken] in told) == least, place
        assert "minst" not in told
        assert "smallest" not in told
    smallest = min(places().municipalities, key=lambda place: local(place).people)
    assert amount(SHARED, outlook_of(smallest.code), language).startswith(
        {"en": "about 1.0"}.get(spoken, "om lag 1,0")
    )


def test_the_other_levers_are_told_as_ever_and_a_path_tells_of_its_own_place() -> None:
    language, place = language_of("nb"), places().get("3209")
    pulled = PathFacts(outlook_of("3209").along(named()["lys-vei"]), language).pulled
    told = {each["id"]: each["chosen"]["value_label"] for each in pulled}
    assert told["samarbeid"] == "sparer så godt som ingenting her"
    for name, choice in ((each["id"], Choice(each["id"], 2)) for each in pulled):
        assert told[name] == amount(choice, outlook_of(place.code), language)
    assert amount(Choice("samarbeid", -1), outlook_of(place.code), language) == ""


def test_what_follows_the_size_of_a_place_is_told_in_its_own_numbers() -> None:
    language = language_of("nb")
    for code, name, said in (
        ("1151", "bosetting", "under én i året her"),
        ("5610", "bosetting", "om lag tre i året her"),
        ("0301", "unge", "her"),
        ("5610", "hjemme", "plass"),
    ):
        outlook = outlook_of(code)
        assert said in amount(Choice(name, 2), outlook, language), (code, name)
    young = outlook_of("0301")
    let_in = levers()["unge"].value(2) * young.consequences.at("outside", young.base_year)
    assert language.numbers.about(let_in) in amount(Choice("unge", 2), young, language)


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_words_that_say_how_much_do_so_at_every_level_and_are_not_followed_by_it(
    spoken: str,
) -> None:
    language, here = language_of(spoken), outlook_of("5610")
    numbers = {*language.numbers.forms["words"][1:], *NUMBERS[spoken]}
    for name, lever in levers().items():
        words = language.entry(f"levers.{name}.levels")
        for level in (1, 2, 3):
            said = {each.casefold() for each in re.findall(r"\w+", words[level + 1])}
            if lever.words_tell:
                assert said & numbers or re.search(r"\d", words[level + 1]), (name, level)
                general = language.say(f"levers.{name}.value", value=lever.value(level))
                assert general not in amount(Choice(name, level), here, language)


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_an_interpellation_tells_the_sum_of_the_plan_once(spoken: str) -> None:
    language = language_of(spoken)
    for code, way, said in (("3209", "lys-vei", 1), ("5610", "lys-vei", 1)):
        outlook = outlook_of(code).along(named()[way])
        plan = economic_plan(outlook)
        after = language.numbers.exact(abs(rounded(plan.at("accumulated", HORIZON))))
        parts = draft(outlook, language, AS_USUAL).parts
        first = " ".join(block.plain for block in parts[0].blocks)
        # The ends of the range have their sign with them.
        assert first.replace(f"−{after}", "").count(after) == said, first
