"""What is left where a goal is not reached: said where it is so, in figures that hold."""

import re

import pytest

from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.pathways.answers import Ways
from framtid.pathways.codec import decode
from framtid.pathways.goals import MEASURES, Goal, goal, goals, own_goal
from framtid.pathways.limits import FREE, Limits
from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import alone
from framtid.pathways.ways import ways
from framtid.projection import ALTERNATIVES

KARASJOK = "5610"
WHO = "Staten bestemmer over oppgaver"


def asked(aim: Goal, limits: Limits = FREE) -> Ways:
    """Return what it takes in Karasjok."""
    return ways(outlook_of(KARASJOK), aim, limits)


def figure(pattern: str, rest: list[str]) -> float:
    """Return the one figure that the sentences tell by a pattern."""
    (written,) = re.findall(pattern, " ".join(rest))
    return float(re.sub(r"\s", "", written).replace(",", "."))


@pytest.mark.parametrize("name", goals())
def test_something_is_left_exactly_where_the_goal_is_not_reached(name: str) -> None:
    answer = asked(goal(name))
    assert bool(answer.rest) == (answer.outcome == "far")
    if answer.rest:
        assert "Staten" in " ".join(answer.rest) or "staten" in " ".join(answer.rest)


def test_hands_that_are_left_are_those_that_the_goal_lacks() -> None:
    for aim, target in ((goal("hender"), 0.0), (own_goal("gap", "at_most", 20), 20.0)):
        answer = asked(aim)
        assert answer.outcome == "far"
        left = figure(r"Resten er ([\d\s]+) årsverk", answer.rest)
        assert left == pytest.approx(answer.answers[0].value - target, abs=0.5)
        assert any(WHO in sentence for sentence in answer.rest)


def test_kroner_that_are_left_are_what_the_state_would_have_to_give() -> None:
    for aim, target, why in (
        (goal("balanse"), 0.0, "pengene skulle strekke til"),
        (own_goal("balance_per_inhabitant", "at_least", 1000), 1000.0, "målet skulle nås"),
    ):
        answer = asked(aim)
        assert answer.outcome == "far"
        left = figure(r"Staten måtte gi ([\d\s]+) kroner", answer.rest)
        # Told to two digits where it is large.
        assert left == pytest.approx(target - answer.answers[0].value, rel=0.05)
        assert why in " ".join(answer.rest)


def test_nobody_else_is_called_upon_where_only_the_limits_are_in_the_way() -> None:
    need = own_goal("gap", "at_most", 38)
    assert asked(need).outcome == "reached"
    answer = asked(need, Limits(ceiling=0.0))
    assert answer.outcome == "far"
    assert "taket" in answer.text
    assert "Uten låser og tak når spakene målet." in answer.rest
    assert not any(WHO in sentence for sentence in answer.rest)


def test_limits_are_not_blamed_where_the_levers_fall_short_without_them() -> None:
    answer = asked(goal("hender"), Limits(locked=frozenset({"heltid"})))
    assert "heller ikke" in " ".join(answer.rest)
    assert any(WHO in sentence for sentence in answer.rest)


def test_less_than_one_is_not_told_as_none() -> None:
    far = asked(goal("hender")).answers[0].value
    answer = asked(own_goal("gap", "at_most", far - 0.3))
    assert "mindre enn ett årsverk" in answer.rest[0]


def test_a_goal_of_ones_own_is_told_in_its_unit() -> None:
    assert "5,0 prosent" in asked(own_goal("care_share", "at_most", 0.05)).answers[0].text
    assert "3,00 per person" in asked(own_goal("carers", "at_least", 3)).answers[0].text
    assert "20 000 kroner per innbygger" in " ".join(
        asked(own_goal("balance_per_inhabitant", "at_least", 20_000)).answers[0].text.split()
    )


def test_every_measure_that_is_offered_can_be_asked_for() -> None:
    for name, direction in MEASURES.items():
        now = outlook_of(KARASJOK).consequences.at(name, 2040)
        assert asked(own_goal(name, direction, now)).outcome == "already"


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", ["0301", "5610", "1151", "0"])
def test_what_is_left_is_told_with_its_range_and_the_state(code: str, spoken: str) -> None:
    language, outlook = language_of(spoken), outlook_of(code)
    found = ways(outlook, goals()["begge"], spoken=spoken)
    assert found.outcome == "far"
    answer = outlook.along(decode(found.answers[0].code).pathway)
    runs = [answer.under(name).consequences for name in ALTERNATIVES]
    gaps = [alone("gap", max(run.at("gap", HORIZON), 0.0)) for run in runs]
    short = [-run.at("balance_per_inhabitant", HORIZON) for run in runs]
    kroner = [alone("balance_per_inhabitant", max(each, 0.0)) for each in short]
    hands, money = found.rest[:2]
    assert language.numbers.among(max(gaps), max(gaps)) in hands
    assert min(gaps) < 1 or language.numbers.among(min(gaps), max(gaps)) in hands
    assert language.numbers.exact(max(kroner)) in money
    assert language.say(f"state.{outlook.setting.state}") in money
    assert max(gaps) > min(gaps)
