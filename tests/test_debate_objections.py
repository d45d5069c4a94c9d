"""The strongest objection and the draft are of the path: its levers, its price, its owner."""

import pytest

from framtid.debate.draft import draft
from framtid.debate.objection_figures import spent, weighed
from framtid.debate.objections import objections
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.called import called
from framtid.pathways.codec import decode
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.economic_plan import SMALLEST, economic_plan
from framtid.pathways.levers import levers
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import named
from framtid.pathways.switches import AS_USUAL

OWN = "2-he2te2me3hj3fr2"
WAYS = (OWN, "2-he2", "2-hj3", "2-fr2te1", "2-me3")
CODES = ("5056", "0301", "1151")


def outlook(code: str, way: str) -> Outlook:
    return outlook_of(code).along(decode(way).pathway)


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_the_objection_argues_the_dearest_lever_with_its_price_and_the_worse_years(
    way: str, spoken: str
) -> None:
    language = language_of(spoken)
    for code in CODES:
        here = outlook(code, way)
        said, plan = objections(here, language), economic_plan(here)
        dearest, cost = next(iter(spent(here).items()))
        without = economic_plan(here.along(here.pathway.moved({dearest: 0})))
        by_hand = sum(
            float((without.columns[name] - plan.columns[name]).sum())
            for name in ("starting", "running")
        )
        assert cost == pytest.approx(by_hand)
        found = weighed(here)
        assert found
        assert found.lever == dearest
        if any(dearest in each.if_yes for each in dilemmas().values()):
            assert dearest in dilemmas()[said.dilemma].if_yes
        if found.hands > 0:
            assert language.numbers.about(cost) in said.against
            assert language.say(f"levers.{dearest}.title") in said.against
        worse = [
            year
            for year, each in zip(plan.years, plan.columns["choices"], strict=True)
            if each < -SMALLEST
        ]
        assert list(found.worse) == worse
        if worse == list(range(worse[0], worse[-1] + 1)) and worse[-1] < HORIZON:
            assert f"{worse[0]}" in said.against
            assert f"{worse[-1]}" in said.against
        count = [len(text.split()) for text in (said.favour, said.against)]
        assert min(count) / max(count) > 0.75


def test_two_paths_of_different_dearest_levers_are_not_met_with_the_same_objection() -> None:
    nb = language_of("nb")
    said = {objections(outlook("5056", way), nb).against for way in ("lys-vei", OWN, "2-hj3")}
    assert len(said) == 3


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("way", [OWN, "2-sa1", "2-hem"])
def test_a_path_of_ones_own_is_called_by_its_levers_called(way: str, spoken: str) -> None:
    language, here = language_of(spoken), outlook("5056", way)
    name = called(here.pathway, here.place.code, language)
    text = draft(here, language, AS_USUAL).plain
    assert name in text
    assert any(language.say(f"levers.{each.lever}.title") in name for each in here.pathway.choices)
    for name, known in named().items():
        assert called(known, here.place.code, language) == language.say(
            f"pathways.paths.{name}.title"
        )


@pytest.mark.parametrize("spoken", LANGUAGES)
@pytest.mark.parametrize("way", WAYS)
def test_who_proposes_does_not_ask_what_has_to_wait_for_the_own_proposal(
    way: str, spoken: str
) -> None:
    language, here = language_of(spoken), outlook("5056", way)
    parts = {
        part.id: " ".join(block.plain for block in part.blocks)
        for part in draft(here, language, AS_USUAL).parts
    }
    against = language.entry("debate.questions.laid_out").rsplit(". ", 1)[1]
    assert against not in parts["interpellasjon"]
    assert 120 <= len(parts["innlegg"].split()) <= 330


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_what_a_lever_gives_is_told_without_shares_of_a_year(spoken: str) -> None:
    language = language_of(spoken)
    for name, each in levers().items():
        for level in (1, 2, 3):
            said = language.say(f"levers.{name}.value", value=each.value(level))
            assert f"0{language.numbers.forms['decimal']}0" not in said, said
