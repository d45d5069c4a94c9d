"""What it would take to reach a goal, in words, and what is left where nothing suffices."""

from typing import Literal

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways import descriptions
from framtid.pathways.answers import Outcome, Way, Ways
from framtid.pathways.codec import encode
from framtid.pathways.goals import OWN, Condition, Goal, goals
from framtid.pathways.limits import FREE, Limits, dearest
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway
from framtid.pathways.rounding import alone
from framtid.pathways.solve import Answer, solve
from framtid.projection import ALTERNATIVES

VERSION: Literal[2] = 2


def _amount(condition: Condition, value: float, language: Language) -> str:
    """Return a value of what a condition is about, with its unit in words."""
    unit = INDICATORS[condition.indicator].unit
    label = language.say(f"pathways.units.{unit}")
    return language.say("pathways.amount", unit=unit, label=label, value=value).strip()


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
        amount=_amount(first, answer.value, language),
        target=_amount(first, first.target(outlook), language),
    ).strip()


def _lacking(condition: Condition, outlook: Outlook, language: Language) -> tuple[str, str]:
    """Return what an outlook lacks of a condition, and who could do something about it."""
    at, lacking = outlook.consequences.at, -condition.margin(outlook)
    match condition.indicator, condition.direction:
        case "gap", "at_most":
            workers = lacking * at("working", HORIZON) / at("hands_at_hand", HORIZON)
            share = lacking / at("hands_needed", HORIZON)
            figures = {"gap": alone("gap", lacking), "workers": workers, "share": share}
            said = language.say("pathways.rest.hands", **figures, **_ends(condition, outlook))
            return said, "hands_who"
        case "balance_per_inhabitant", "at_least":
            kroner = alone("balance_per_inhabitant", lacking)
            whole = condition.target(outlook) == 0
            state = language.say(f"state.{outlook.setting.state}")
            figures = {"kroner": kroner, **_ends(condition, outlook)}
            return language.say("pathways.rest.kroner", whole=whole, state=state, **figures), ""
        case _:
            return "", "other"


def _ends(condition: Condition, outlook: Outlook) -> dict[str, float]:
    """Return the least and the most that is lacking in SSB's alternatives; nothing is the least."""
    lacking = [max(-condition.margin(outlook.under(name)), 0.0) for name in ALTERNATIVES]
    told = [alone(condition.indicator, each) for each in lacking]
    return {"low": min(told), "high": max(told)}


def _rest(answer: Answer, language: Language, *, limited: bool, free: bool) -> list[str]:
    """Return what is left of the goal where it is not reached, and who could do something about it.

    Args:
        answer: how far the levers get.
        language: in which the sentences are.
        limited: whether it had to keep to limits.
        free: whether the levers reach the goal without them; then nobody else is called upon.

    """
    short = [each for each in answer.goal.conditions if not each.reached(answer.outlook)]
    told = [_lacking(each, answer.outlook, language) for each in short]
    left = [sentence for sentence, _ in told]
    if limited:
        left.append(language.say(f"pathways.rest.{'free' if free else 'bound'}"))
    if not free:
        who = dict.fromkeys(name for _, name in told if name)
        left += [language.say(f"pathways.rest.{name}") for name in who]
    return [sentence.strip() for sentence in left if sentence.strip()]


def _taken_back(start: Pathway, found: Pathway, language: Language) -> list[str]:
    """Return a sentence for each lever that is set back towards today from where one begins."""
    return [
        language.say(
            "pathways.taken_back",
            title=language.say(f"levers.{name}.title"),
            before=descriptions.chosen(before, language),
            after=descriptions.chosen(after, language),
        )
        for name, (before, after) in start.changes(found).items()
        if before.level and (after.level - before.level) * before.level < 0
    ]


def _way(answer: Answer, start: Outlook, language: Language) -> Way:
    outlook = answer.outlook
    reached = [each.id for each in goals().values() if each.reached(outlook)]
    before = {each.id for each in goals().values() if each.reached(start)}
    return Way(
        code=encode(answer.pathway),
        reached=answer.reached,
        value=answer.value,
        text=_reach(answer, language),
        reaches=reached,
        newly=[name for name in reached if name not in before | {answer.goal.id}],
        taken_back=_taken_back(start.pathway, answer.pathway, language),
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
    limited = outcome == "far" and limits != FREE
    free = limited and solve(outlook, goal)[0].reached
    said = "limited" if free else outcome
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
        text=language.say(f"pathways.answers.{said}", count=len(answers)),
        rest=[] if answers[0].reached else _rest(answers[0], language, limited=limited, free=free),
        answers=[_way(each, outlook, language) for each in answers],
    )
