"""What would it take: the answer reaches the goal when it is put back into the model."""

from dataclasses import replace

import pytest

from framtid.errors import UnknownGoalError
from framtid.language import language_of
from framtid.pathways.codec import decode, encode
from framtid.pathways.conflicts import clashes
from framtid.pathways.goals import goal, goals
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.solve import solve

PLACES = ["0301", "3201", "5610", "1151", "4203"]


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("name", goals())
def test_an_answer_put_back_into_the_model_reaches_the_goal(code: str, name: str) -> None:
    wanted, outlook = goal(name), outlook_of(code)
    for answer in solve(outlook, wanted):
        again = outlook_of(code, "MMMM", decode(encode(answer.pathway)).pathway)
        assert wanted.reached(again) == answer.reached
        assert wanted.value(again) == answer.value
        assert not clashes(answer.pathway)


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("name", goals())
def test_no_step_of_an_answer_can_be_left_out(code: str, name: str) -> None:
    wanted, outlook = goal(name), outlook_of(code)
    for answer in solve(outlook, wanted):
        for lever, level in answer.pathway.levels:
            fewer = outlook.along(answer.pathway.moved({lever: level - 1}))
            if not clashes(fewer.pathway):
                still = wanted.reached(fewer)
                assert not still or not answer.reached


def test_answers_differ_and_the_first_takes_the_fewest_steps() -> None:
    answers = solve(outlook_of("5628"), goal("baereevne"))
    assert len(answers) >= 2
    assert len({answer.pathway for answer in answers}) == len(answers)
    steps = [sum(level for _, level in answer.pathway.levels) for answer in answers]
    assert steps[0] == min(steps)


def test_no_smaller_set_reaches_the_goal() -> None:
    """Compare with trying every pathway of one step less, for a goal few levers move."""
    wanted = replace(goal("skole"), today=1.02)
    outlook = outlook_of("4203")
    answer = solve(outlook, wanted)[0]
    steps = sum(level for _, level in answer.pathway.levels)
    for flytt in range(4):
        for bosetting in range(4):
            if flytt + bosetting < steps:
                tried = outlook.along(Pathway.of({"flytt": flytt, "bosetting": bosetting}))
                assert not wanted.reached(tried)


def test_a_goal_that_is_reached_takes_nothing() -> None:
    (answer,) = solve(outlook_of("0301"), goal("baereevne"))
    assert answer.reached
    assert answer.pathway.is_default


def test_a_goal_out_of_reach_gets_as_far_as_the_levers_do() -> None:
    wanted = replace(goal("baereevne"), fixed=9.0)
    (answer,) = solve(outlook_of("5610"), wanted)
    assert not answer.reached
    assert answer.value > outlook_of("5610").carers(2040)


def test_one_may_start_from_a_path_of_ones_own() -> None:
    outlook = outlook_of("5610", "MMMM", Pathway.of({"flytt": -1}))
    answer = solve(outlook, goal("baereevne"))[0]
    assert answer.reached
    assert outlook.pathway.changes(answer.pathway)


def test_every_goal_has_words_and_an_unknown_one_is_told() -> None:
    for name in goals():
        assert language_of("nb").say(f"pathways.goals.{name}.title")
        assert language_of("nb").say(f"pathways.goals.{name}.text")
    with pytest.raises(UnknownGoalError):
        goal("romskip")
