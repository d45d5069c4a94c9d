"""What it would take to reach a goal, in words, and what is left where nothing suffices."""

from typing import Literal

from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways import descriptions
from framtid.pathways.answers import Outcome, Way, Ways
from framtid.pathways.codec import encode
from framtid.pathways.goals import OWN, Goal, goals
from framtid.pathways.limits import FREE, Limits, dearest
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.pathways.solve import Answer, solve

VERSION: Literal[2] = 2


def _reach(answer: Answer, language: Language) -> str:
    """Return in a sentence how far an answer gets: its goal's figures beside today's course."""
    first, outlook = answer.goal.first, answer.outlook
    at = outlook.consequences.at
    return language.say(
        f"pathways.reach.{answer.goal.id}",
        gap=alone("gap", at("gap", HORIZON)),
        kroner=alone("balance_per_inhabitant", at("balance_per_inhabitant", HORIZON)),
        value=answer.value,
        now=first.now(outlook),
        course=first.value(outlook.official),
        target=first.target(outlook),
    ).strip()


def _rest(answer: Answer, language: Language) -> list[str]:
    """Return what is left that no lever reaches, and who could do something about it."""
    at, left = answer.outlook.consequences.at, []
    gap, kroner = at("gap", HORIZON), at("balance_per_inhabitant", HORIZON)
    aims = {each.indicator for each in answer.goal.conditions}
    if "gap" in aims and gap > 0:
        workers = gap * at("working", HORIZON) / at("hands_at_hand", HORIZON)
        share = gap / at("hands_needed", HORIZON)
        figures = {"gap": alone("gap", gap), "workers": workers, "share": share}
        left.append(language.say("pathways.rest.hands", **figures))
    if "balance_per_inhabitant" in aims and kroner < 0:
        told = alone("balance_per_inhabitant", -kroner)
        left.append(language.say("pathways.rest.kroner", kroner=told))
    return [sentence.strip() for sentence in left]


def _way(answer: Answer, start: Outlook, language: Language) -> Way:
    outlook = answer.outlook
    return Way(
        code=encode(answer.pathway),
        reached=answer.reached,
        value=answer.value,
        text=_reach(answer, language),
        reaches=[each.id for each in goals().values() if each.reached(outlook)],
        cost=round(dearest(outlook), 1),
        moves=[
            descriptions.change(outlook, name, language)
            for name in start.pathway.changes(answer.pathway)
        ],
    )


def ways(outlook: Outlook, goal: Goal, limits: Limits = FREE, spoken: str = "nb") -> Ways:
    """Return what it would take to reach a goal from where an outlook is.

    Args:
        outlook: where one is.
        goal: what is to be reached.
        limits: levers that stay, and what the choices may cost.
        spoken: language code.

    """
    language, first = language_of(spoken), goal.first
    answers = solve(outlook, goal, limits)
    already = answers[0].pathway == outlook.pathway and answers[0].reached
    outcome: Outcome = "already" if already else "reached" if answers[0].reached else "far"
    name = language.say(f"consequences.{first.indicator}.title")
    return Ways(
        version=VERSION,
        goal=goal.id,
        title=name if goal.id == OWN else language.say(f"pathways.goals.{goal.id}.title"),
        indicator=first.indicator,
        year=HORIZON,
        direction=first.direction,
        target=first.target(outlook),
        today=first.now(outlook),
        value=first.value(outlook),
        outcome=outcome,
        text=language.say(f"pathways.answers.{outcome}", count=len(answers)),
        rest=[] if answers[0].reached else _rest(answers[0], language),
        answers=[_way(each, outlook, language) for each in answers],
    )
