"""The økonomiplan of a path in words: when it pays, within what range, and its table."""

from dataclasses import dataclass

from framtid.consequences.parameters import parameters
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.economic_plan import COLUMNS, EconomicPlan, economic_plan, lays_out
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.pathways.whole_sum import beside, say_later, whole
from framtid.projection import ALTERNATIVES


@dataclass(frozen=True)
class ToldPlan:
    """A plan as a reader meets it; the cells are whole kroner per inhabitant."""

    heading: str
    answer: str
    spread: str
    assumed: tuple[str, ...]
    """Every switch, also those that stand as usual: no kroner without its setting."""
    unit: str
    table: str
    labels: tuple[str, ...]
    rows: tuple[tuple[float, ...], ...]


def assumed(outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return a sentence for every switch, as it stands."""
    setting = outlook.setting
    stands = {"alternative": outlook.alternative, "state": setting.state, "use": setting.use}
    said = (language.say(f"switches.{name}.settings.{at}.text") for name, at in stands.items())
    return (*said, *say_own(setting.own, language))


def labels(language: Language) -> tuple[str, ...]:
    """Return the heads of the table: the year, then ``COLUMNS``."""
    return tuple(language.say(f"documents.plan.columns.{name}") for name in ("year", *COLUMNS))


def _answer(outlook: Outlook, plan: EconomicPlan, language: Language) -> str:
    sums, after = whole(outlook), plan.at("accumulated", HORIZON)
    return language.say(
        "documents.plan.answer",
        whole=beside(sums.after, after),
        whole_owed=beside(sums.owed, plan.owed),
        later=say_later(outlook, language),
        moved=not outlook.pathway.is_default,
        laid=lays_out(outlook.pathway),
        repaid=plan.repaid,
        owed=nearest(plan.owed) if plan.costs_first else 0,
        after=nearest(after),
        horizon=HORIZON,
    )


def say_sums(outlook: Outlook, language: Language) -> str:
    """Return how much the sum differs between the alternatives; nothing where none is moved."""
    if outlook.pathway.is_default:
        return ""
    plans = [economic_plan(outlook.under(each)) for each in ALTERNATIVES]
    sums = [nearest(plan.at("accumulated", HORIZON)) for plan in plans]
    return language.say(
        "documents.plan.reach", low=min(sums), high=max(sums), horizon=HORIZON
    ).strip()


def tell_plan(outlook: Outlook, language: Language) -> ToldPlan:
    """Tell the plan of a place along a pathway, under the switches of the outlook."""
    plan, income = economic_plan(outlook), parameters("economy")["income_outside_oslo"]
    sums = say_sums(outlook, language)
    return ToldPlan(
        heading=language.say("documents.plan.heading"),
        answer=_answer(outlook, plan, language),
        spread=f"{sums} {language.say('documents.plan.judged')}".strip() if sums else "",
        assumed=assumed(outlook, language),
        unit=language.say("documents.plan.unit", year=income.year),
        table=language.say("documents.plan.table"),
        labels=labels(language),
        rows=tuple(plan.rows()),
    )
