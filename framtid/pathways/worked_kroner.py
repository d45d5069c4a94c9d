"""The sum of kroner worked through for a place, each step from the figures shown before it."""

from collections.abc import Mapping
from dataclasses import dataclass

from framtid.consequences.economy import need_growth
from framtid.consequences.need import income_per_need
from framtid.consequences.parameters import parameters
from framtid.horizon import HORIZON
from framtid.nearest import nearest
from framtid.pathways import applying
from framtid.pathways.economic_plan import CHOSEN, economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.pocket import FINEST, Shown, added, shown


@dataclass(frozen=True, slots=True)
class WorkedKroner:
    """Kroner per inhabitant of the horizon step by step, along the official line."""

    price: Shown
    """Free income per inhabitant at the nation's need."""
    level: Shown
    each: Shown
    """Kroner per inhabitant today."""
    grown: Shown
    """Need per inhabitant at the horizon, today's being 1."""
    nation: Shown
    """The same of the nation."""
    share: Shown
    """How much of the nation's rise the State follows."""
    followed: Shown
    stays: Shown
    """What stays of the cost when people become fewer, beyond what the State pays."""
    spending: Shown
    income: Shown
    apart: Shown
    """What the municipalities counted one by one have more than their sum taken as one."""
    balance: Shown
    state_apart: Shown
    """The same of the State's part."""
    state: Shown
    place: Shown


@dataclass(frozen=True, slots=True)
class WorkedChoices:
    """What the choices of a path do, part by part, and the balance they leave."""

    parts: Mapping[str, Shown]
    choices: Shown
    balance: Shown


def _worked(outlook: Outlook, decimals: int) -> WorkedKroner:
    at, known = outlook.consequences.at, outlook.local
    last, fine = HORIZON - outlook.base_year, 5 + decimals
    line = outlook.future[: last + 1]
    exact = income_per_need() * known.need["all"].value
    own, national = need_growth(line)[last], applying.national(outlook.alternative)[: last + 1]
    rule = parameters("economy")["state_follows"].value[outlook.setting.state]
    price, level = shown(income_per_need(), decimals), shown(known.need["all"].value, fine)
    each = shown(price.value * level.value, decimals)
    grown, nation = shown(own, fine), shown(national[last], fine)
    share = shown(rule["rise" if nation.value > 1 else "fall"], 1)
    followed = shown(nation.value**share.value, fine)
    follows = float(outlook.setting.followed(national)[last])
    # The sum of several municipalities has its difference beside it, not in what stays.
    members = len(outlook.place.members) > 1
    plain = exact * own
    people = at("people", HORIZON)
    stays = shown(0.0 if members else at("spending", HORIZON) / people - plain, decimals)
    spending = shown(each.value * grown.value + stays.value, decimals)
    income = shown(each.value * grown.value / nation.value * followed.value, decimals)
    whole = plain / national[last] * follows - plain
    missing = at("balance_per_inhabitant", HORIZON) - whole
    apart = shown(missing if members else 0.0, decimals)
    balance = shown(income.value - spending.value + apart.value, 0)
    off = at("balance_state", HORIZON) - exact * (follows - national[last])
    state_apart = shown(off if members else 0.0, decimals)
    part = each.value * (followed.value - nation.value) + state_apart.value
    state = shown(part, 0)
    return WorkedKroner(
        price, level, each, grown, nation, share, followed, stays, spending, income, apart,
        balance, state_apart, state, shown(balance.value - state.value, 0),
    )  # fmt: skip


def agrees(worked: WorkedKroner, outlook: Outlook) -> bool:
    """Return whether the balance and the State's part are the model's, to the last krone."""
    at = outlook.consequences.at
    told = ((worked.balance, "balance_per_inhabitant"), (worked.state, "balance_state"))
    return all(made.value == nearest(at(name, HORIZON)) for made, name in told)


def worked_kroner(outlook: Outlook) -> WorkedKroner:
    """Return the sum worked through, with as many decimals as it takes to end where the model does.

    Args:
        outlook: a place along the official line.

    """
    made = (_worked(outlook, finer) for finer in range(FINEST + 1))
    for worked in made:
        if agrees(worked, outlook):
            break
    return worked


def worked_choices(outlook: Outlook, line: WorkedKroner) -> WorkedChoices:
    """Return what the choices of a path do, with whole kroner unless the sum needs finer.

    Args:
        outlook: the place along the path.
        line: its official line worked through.

    """
    plan = economic_plan(outlook)
    for decimals in range(FINEST + 1):
        parts = {name: shown(plan.at(name, HORIZON), decimals) for name in CHOSEN}
        choices = added(*parts.values())
        balance = shown(line.balance.value + choices.value, 0)
        if balance.value == nearest(plan.at("balance", HORIZON)):
            break
    return WorkedChoices(parts, choices, balance)
