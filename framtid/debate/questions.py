"""Five good questions to ask of a path, from the place's own figures and from its levers."""

from collections.abc import Iterable, Iterator
from itertools import islice

from framtid.debate.motion import carried, offered
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import Told, rounded
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.levers import lever
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.pathways.waiting import waiting
from framtid.pathways.whole_sum import beside, whole
from framtid.stories.path_facts import PathFacts
from framtid.stories.place_facts import Facts
from framtid.stories.plan_told import say_sums
from framtid.stories.reach import aside, waited_aside

MANY = 5
KRONER = "balance_per_inhabitant"
AGAINST = "laid_out"
"""The question that is asked by those who would rather not pay."""
LEAST = 0.1
"""What share of pupils more or fewer that a question is asked about."""
Asked = tuple[str, dict[str, object]]
"""A question's key under ``debate.questions``, and what it is told with."""


def _hands(facts: PathFacts) -> Iterator[Asked]:
    gap = facts.told("gap")
    if gap["path"] > 0:
        moved = not facts.outlook.pathway.is_default
        yield "hands", {"gap": gap["path"], "moved": moved, "reach": aside("gap", facts)}


def _lowered(facts: PathFacts) -> Iterator[Asked]:
    if facts.lowered:
        yield "lowered", {"title": facts.lowered[0]["title"], "count": len(facts.lowered)}


def _label(name: str, facts: PathFacts) -> str:
    """Return how certain the effect of a lever is, as its label says."""
    return facts.language.say(f"pathways.certainty.{lever(name).certainty}").lower()


def _carrier(facts: PathFacts) -> Iterator[Asked]:
    for name, figures in carried(facts.outlook).items():
        choice = facts.outlook.pathway.choice(name)
        if figures["difference"] > 0 and choice.level > 0:
            title = facts.language.say(f"levers.{name}.title")
            yield (
                "carrier",
                {
                    "title": title,
                    "hands": figures["difference"],
                    "year": choice.begins,
                    "sure": _label(name, facts),
                },
            )
            return


def _kroner(facts: PathFacts) -> Iterator[Asked]:
    plan = economic_plan(facts.outlook)
    after, balance = rounded(plan.at("accumulated", HORIZON)), facts.at(KRONER)
    if after < 0:
        sums = beside(whole(facts.outlook).after, after)
        reach = say_sums(facts.outlook, facts.language)
        yield (
            "laid_out",
            {"after": Told(-after), "whole": sums, "balance": balance, "reach": reach},
        )
    elif balance < 0:
        yield "short", {"balance": Told(-balance), "reach": aside(KRONER, facts)}


def _waiting(facts: PathFacts) -> Iterator[Asked]:
    price = waiting(facts.outlook)
    two = price.more("unfilled", 2)
    if two > 0:
        now, late = (price.begun[at].unfilled for at in (0, 2))
        reach = waited_aside(facts.outlook, facts.language)
        yield "waiting", {"hands": two, "now": now, "late": late, "reach": reach}


def _resting(facts: PathFacts) -> Iterator[Asked]:
    for name, figures in offered(facts.outlook).items():
        if figures["difference"] < 0:
            title = facts.language.say(f"levers.{name}.title")
            council = "council" in lever(name).decides
            yield (
                "resting",
                {
                    "title": title,
                    "hands": -figures["difference"],
                    "council": council,
                    "sure": _label(name, facts),
                },
            )
        return


def _old(facts: PathFacts) -> Iterator[Asked]:
    # As the five figures tell it, on today's course: the path moves it by one or two.
    more = Facts(facts.outlook.official).more(80)
    if more > 1:
        yield "old", {"more": more}


def _pupils(facts: PathFacts) -> Iterator[Asked]:
    outlook, name = facts.outlook, "pupils_per_grade"
    years = (outlook.base_year, HORIZON)
    now, goal = (alone(name, outlook.consequences.at(name, year)) for year in years)
    if now and abs(goal / now - 1) >= LEAST:
        yield "pupils", {"now": now, "goal": goal}


def _state(facts: PathFacts) -> Iterator[Asked]:
    reach = aside(KRONER, facts, "nothing")
    yield "state", {"left": facts.kroner_if("nothing"), "reach": reach}


def _always(_facts: PathFacts) -> Iterator[Asked]:
    yield "least", {}
    yield "measure", {}


EVERY = (
    *(_hands, _lowered, _carrier, _kroner, _waiting, _old),
    *(_resting, _pupils, _state, _always),
)
"""Who may ask something, the one that matters most first."""


def asked(outlook: Outlook, language: Language) -> tuple[Asked, ...]:
    """Return the five questions by their names and what fills them."""
    facts = PathFacts(outlook, language)
    return tuple(islice((each for ask in EVERY for each in ask(facts)), MANY))


def own_questions(outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return those that who proposes the path may ask: what it costs is for them to say."""
    own = (each for each in asked(outlook, language) if each[0] != AGAINST)
    return _said(own, language)


def _said(found: Iterable[Asked], language: Language) -> tuple[str, ...]:
    return tuple(
        on_one_line(language.say(f"debate.questions.{key}", **values)) for key, values in found
    )


def questions(outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return five questions, those that this place and this path give most reason to ask."""
    return _said(asked(outlook, language), language)
