"""What would it take: the answer reaches the goal when it is put back into the model."""

import pytest

from framtid.answers import as_data
from framtid.errors import UnknownGoalError, UnknownOptionError
from framtid.language import language_of
from framtid.pathways.codec import decode, encode
from framtid.pathways.conflicts import warnings
from framtid.pathways.goals import goal, goals, own_goal
from framtid.pathways.limits import Limits, dearest
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.solve import Search, solve
from framtid.pathways.ways import ways
from framtid.places import places

PLACES = ["0301", "3201", "5610", "1151", "4203"]
EVERY_FOURTH = [place.code for place in places().municipalities[::4]]


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("name", goals())
def test_an_answer_put_back_into_the_model_reaches_the_goal(code: str, name: str) -> None:
    wanted, outlook = goal(name), outlook_of(code)
    for answer in solve(outlook, wanted):
        again = outlook_of(code, "MMMM", decode(encode(answer.pathway)).pathway)
        assert wanted.reached(again) == answer.reached
        assert wanted.first.value(again) == answer.value


TURNS = [
    (code, name)
    for at, code in enumerate(EVERY_FOURTH)
    for name in {[*goals()][at % len(goals())], ("steg", "balanse", "skole")[at % 3]}
]
"""Every fourth municipality with one goal or two, all goals in turn; ``benchmarks/solving.py`` asks
for all of them everywhere."""


@pytest.mark.parametrize(("code", "name"), sorted(TURNS))
def test_no_answer_is_warned_against(code: str, name: str) -> None:
    """Advice that loses the goal is no advice: an answer asks for nothing beyond belief."""
    for answer in solve(outlook_of(code), goal(name)):
        for each in warnings(answer.outlook):
            assert each.kind == "weak"
            followed = answer.outlook.along(answer.pathway.moved(each.suggestion))
            assert answer.goal.reached(followed) == answer.reached


def test_as_many_different_goals_are_asked_for_as_there_are() -> None:
    assert {name for _, name in TURNS} == set(goals())
    assert {code for code, _ in TURNS} == set(EVERY_FOURTH)


def test_the_model_is_asked_of_few_sets() -> None:
    """The hardest goal of the hardest place once took 400 runs of the model."""
    search = Search(outlook_of("5052"), goal("steg"), Limits())
    answers = solve(outlook_of("5052"), goal("steg"), search=search)
    assert all(answer.reached for answer in answers)
    assert len(search.tried) < 150


@pytest.mark.parametrize("code", PLACES)
@pytest.mark.parametrize("name", goals())
def test_no_step_of_an_answer_can_be_left_out(code: str, name: str) -> None:
    wanted, outlook = goal(name), outlook_of(code)
    for answer in solve(outlook, wanted):
        for lever, level in answer.pathway.levels if answer.reached else ():
            fewer = outlook.along(answer.pathway.moved({lever: level - 1}))
            assert not wanted.reached(fewer) or warnings(fewer)


@pytest.mark.parametrize("code", EVERY_FOURTH[::4])
def test_a_locked_lever_stays_and_a_ceiling_holds(code: str) -> None:
    limits = Limits(frozenset({"heltid", "naervaer"}), ceiling=200)
    for answer in solve(outlook_of(code), goal("steg"), limits):
        assert not answer.pathway.level("heltid")
        assert not answer.pathway.level("naervaer")
        assert dearest(answer.outlook) <= 200


def test_a_goal_of_ones_own_is_reached_or_told_how_far() -> None:
    gap = outlook_of("3209").consequences.at("gap", 2040)
    wanted = own_goal("gap", "at_most", 0.9 * gap)
    assert solve(outlook_of("3209"), wanted)[0].reached
    with pytest.raises(UnknownOptionError):
        own_goal("romskip", "at_most", 1)
    with pytest.raises(UnknownOptionError):
        own_goal("gap", "sideways", 1)


@pytest.mark.parametrize("code", ["0", "0301", "5610"])
def test_where_nothing_suffices_the_rest_is_told(code: str) -> None:
    found = as_data(ways(outlook_of(code), goal("hender")))
    assert found["outcome"] == "far"
    assert "Staten" in found["rest"][-1]
    assert found["answers"][0]["value"] < outlook_of(code).consequences.at("gap", 2040)


def test_answers_differ_and_the_first_takes_the_fewest_steps() -> None:
    answers = solve(outlook_of("5628"), goal("baereevne"))
    assert len(answers) >= 2
    assert len({answer.pathway for answer in answers}) == len(answers)
    steps = [sum(level for _, level in answer.pathway.levels) for answer in answers]
    assert steps[0] == min(steps)


def test_no_smaller_set_reaches_the_goal() -> None:
    """Compare with trying every pathway of one step less, for a goal few levers move."""
    wanted = goal("skole").aiming(1.02 * goal("skole").first.now(outlook_of("4203")))
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
    wanted = goal("baereevne").aiming(9.0)
    (answer,) = solve(outlook_of("5610"), wanted)
    assert not answer.reached
    assert answer.value > outlook_of("5610").carers(2040)


def test_one_may_start_from_a_path_of_ones_own() -> None:
    outlook = outlook_of("5610", "MMMM", Pathway.of({"flytt": -1}))
    more = goal("baereevne").aiming(outlook.carers(2040) + 0.02)
    answer = solve(outlook, more)[0]
    assert answer.reached
    assert outlook.pathway.changes(answer.pathway)


def test_every_goal_has_words_and_an_unknown_one_is_told() -> None:
    for name in goals():
        assert language_of("nb").say(f"pathways.goals.{name}.title")
        assert language_of("nb").say(f"pathways.goals.{name}.text")
    with pytest.raises(UnknownGoalError):
        goal("romskip")


HITRA, TAKEN = "5056", {"nb": "Tar tilbake", "nn": "Tek tilbake", "en": "Takes back"}


@pytest.mark.parametrize("spoken", TAKEN)
@pytest.mark.parametrize("code", ["2", "2-he2te2me3hj3fr2", "2-he2unm"])
def test_an_answer_says_what_it_newly_reaches_and_what_it_takes_back(
    code: str, spoken: str
) -> None:
    """Nothing that one has already is offered as gained, and no choice goes back unsaid."""
    start = outlook_of(HITRA, pathway=decode(code).pathway)
    for wanted in goals().values():
        found = ways(start, wanted, spoken=spoken)
        for way in found.answers:
            path = decode(way.code).pathway
            after = start.along(path)
            newly = {
                each.id for each in goals().values() if each.reached(after) > each.reached(start)
            }
            assert set(way.newly) == newly - {wanted.id}
            back = [
                name
                for name, (old, new) in start.pathway.changes(path).items()
                if (old.level > 0 and new.level < old.level)
                or (old.level < 0 < new.level - old.level)
            ]
            assert len(way.taken_back) == len(back)
            assert all(each.startswith(TAKEN[spoken]) for each in way.taken_back)


def test_hitra_is_told_that_whole_positions_go_back() -> None:
    start = outlook_of(HITRA, pathway=decode("2-he2te2me3hj3fr2").pathway)
    way = ways(start, goal("balanse")).answers[0]
    assert "baereevne" in way.reaches
    assert "baereevne" not in way.newly
    assert [each.split(" går ")[0] for each in way.taken_back] == [
        "Tar tilbake et valg: Hele stillinger"
    ]
