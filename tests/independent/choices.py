"""What follows along a path, written from docs/method.md, the levers and the parameters alone.

It shares no line with ``framtid``. Everything is (municipality, year), all municipalities at once,
of whom only those that are asked about need live along the path.
"""

import numpy as np

from tests.independent import consequences as usual
from tests.independent.consequences import CARE, MONEY, WORK, YOUNG, Array
from tests.independent.pathways import Path, chance_to_stay, cost, effect, run, settling

WORKING = slice(20, 67)
SMALL_AND_LARGE = (MONEY["small"], MONEY["large"])


def _working(population: Array, longer: Array | float = 0.0) -> Array:
    """Return who works, (m, year), when people stay so many years longer beside the agreement."""
    curve = _employment()
    later = WORK["later_anyway"] * np.minimum(np.arange(population.shape[1]) / 14, 1) + longer
    moved = np.stack([usual._moved(row, later, 60) for row in curve])
    found: Array = np.einsum("mysa,sya->my", population, moved)
    return found


def _employment() -> Array:
    now = run().people[0].sum(0)
    shape = np.array([usual._steps(WORK["participation"][sex]) for sex in ("men", "women")])
    level = (now * shape)[:, WORKING].sum() / now[:, WORKING].sum()
    scaled: Array = shape * WORK["employment_20_66"] / level
    return scaled


def _care(population: Array, path: Path, use: str) -> dict[str, Array]:
    """Return man-years as usual and what is saved of them, users and places."""
    years, assumed = population.shape[1], CARE["assumptions"][use]["healthier"]
    gained, healthier = CARE["years_gained"] * np.arange(years), effect(path, "healthier", years)
    before, homes = usual.care(population, use), effect(path, "homes", years)

    def left(curve: Array) -> Array:
        """Return what is left of need or use when it comes later in life."""
        shifts = (assumed + healthier, assumed)
        curves = [usual._moved(curve, shift * gained, 67) for shift in shifts]
        later, today = (np.einsum("mya,ya->my", population.sum(2), known) for known in curves)
        part: Array = later / today
        return part

    man_years, beds = before["care_man_years"], CARE["places_per_resident"]
    living = before["care_places"] / beds
    needed = man_years * left(usual._need("care"))
    for what in ("technology", "volunteers"):
        needed = needed * (1 - CARE["home_share"] * effect(path, what, years))
    needed = needed - homes * living * CARE["saved_per_moved"]
    visited = (before["care_users"] - living) * left(usual._steps(CARE["home_use"]))
    fitter = living * left(usual._steps(CARE["institution_use"]))
    return {
        "usual": man_years,
        "saved": man_years - needed,
        "care_users": visited + fitter,
        "care_places": fitter * (1 - homes) * beds,
    }


def _settled(path: Path, years: int) -> Array:
    """Return who settled in the last five years and still lives here, (m, year)."""
    everyone = list(range(run().people.shape[1]))
    coming = np.vstack([np.zeros((1, len(everyone))), settling(path, everyone)]).T
    stay = chance_to_stay()
    here = np.zeros_like(coming)
    for gone_by in range(5):
        left = stay[:, :gone_by].prod(1)[:, None]
        here[:, gone_by:] += left * coming[:, : years - gone_by]
    return here


def _hands(population: Array, official: Array, path: Path, use: str) -> dict[str, Array]:
    years = population.shape[1]
    care = _care(population, path, use)
    taught = usual.school(population) | usual.kindergarten(population)
    others = taught["school_man_years"] + taught["kindergarten_man_years"]
    services = care["usual"] + others
    full = effect(path, "full_time", years) * WORK["full_time_reserve"]
    rested = 1 + effect(path, "absence", years) / (1 - WORK["absence"])
    part = (care["usual"] / services)[:, :1]
    gives = (1 + part * full) * rested
    wished = care["saved"] / services + gives - 1
    most = CARE["cap"] * np.minimum(np.arange(years) / 14, 1)
    believed = np.where(wished > most, most / np.where(wished > most, wished, 1), 1)
    in_care = care["usual"] - care["saved"] * believed
    outside = population[..., 15:30].sum((2, 3)) * YOUNG["share"]
    included = effect(path, "included", years)
    alone = _working(population)
    newcomers = _settled(path, years) * run().foreign[:, WORKING].sum()
    working = _working(population, effect(path, "later", years))
    working = working + outside * included * YOUNG["to_work"]
    working = working - newcomers * WORK["newcomers_less"] * _employment()[:, WORKING].mean()
    each = 1 + (gives - 1) * believed
    in_care_each = 1 + ((1 + full) * rested - 1) * believed
    needed = (in_care + others) * (1 + WORK["vacant"])
    at_hand = services[:, :1] * working / _working(official)[:, :1] * each
    return taught | {
        "care_users": care["care_users"],
        "care_places": care["care_places"],
        "care_man_years": in_care,
        "working": working,
        "hands_needed": needed,
        "hands_at_hand": at_hand,
        "gap": needed - at_hand,
        "services_share": needed / (each * working),
        "care_share": in_care * (1 + WORK["vacant"]) / (in_care_each * working),
        "effort": wished * believed,
        "outside": outside * (1 - included),
        "_saved": care["saved"] * believed,
        "_services": in_care + others,
        "_more_work": working - alone,
        "_included": outside * included,
    }


def _costs(population: Array, official: Array, path: Path, hands: dict[str, Array]) -> Array:
    """Return starting and running cost, savings and more income, (4, m, year)."""
    years, people, line = population.shape[1], population.sum((2, 3)), official.sum((2, 3))
    now = population[:, 0]
    k, level = usual.income_per_need(now), usual.levels("all", now)[:, None]
    key = usual._table("cost_key").groupby("sector")["sector_weight"].first()
    small, large = SMALL_AND_LARGE
    shares = np.clip(np.log(large / people[:, :1]) / np.log(large / small), 0, 1)
    shared = shares * effect(path, "administration", years) * key["administrasjon"]
    beyond = np.maximum(people - people[:, :1], 0) - np.maximum(line - people[:, :1], 0)
    new = np.maximum(np.diff(beyond, axis=1, prepend=0), 0)
    settled, young = _settled(path, years), hands["_included"]
    points = 100 * effect(path, "absence", years)
    return np.array(
        [
            cost(path, "starting", years) * people + new * MONEY["growth_cost"],
            cost(path, "running", years) * people
            + young * YOUNG["follow_up"]
            + settled * MONEY["settled_cost"],
            hands["_saved"] * k * key["pleie"] / usual.care_per_inhabitant(now)
            + shared * k * level * people
            + points * hands["_services"] * MONEY["absence_cost"]
            + young * YOUNG["social_assistance"],
            hands["_more_work"] * MONEY["tax_kept"] + settled * MONEY["settled_grant"],
        ]
    )


def along(population: Array, official: Array, path: Path, state: str, use: str) -> dict[str, Array]:
    """Return everything by indicator."""
    country, people = official.sum((0, 2)), population.sum((2, 3))
    hands = _hands(population, official, path, use)
    starting, running, savings, more = _costs(population, official, path, hands)
    before = usual.economy(population, state, country)
    course = usual.economy(official, state, country)
    spending = before["spending"] + starting + running - savings
    income = before["income"] + more
    balance, usually = (income - spending) / people, course["balance_per_inhabitant"]
    kroner = {
        "spending": spending,
        "income": income,
        "balance": income - spending,
        "balance_per_inhabitant": balance,
        "balance_state": course["balance_state"],
        "balance_place": usually - course["balance_state"],
        "balance_choices": balance - usually,
        "evened_out": before["evened_out"],
        "starting_cost": starting,
        "running_cost": running,
        "savings": savings,
        "more_income": more,
    }
    told = {name: values for name, values in hands.items() if name[0] != "_"}
    return usual.around(population) | told | kroner
