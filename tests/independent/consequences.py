"""The consequences once more, written from docs/method.md, the parameters and the tables alone.

It shares no line with ``framtid.consequences``. Population comes in as (municipality, year, sex,
age), the first year being 2026; everything goes out as (municipality, year), along the official
line. Municipalities are in the order of their codes.
"""

from pathlib import Path
from typing import Any

import numpy as np
import pandas as pd
import yaml
from numpy.typing import NDArray

DATA = Path(__file__).parents[2] / "data"
AGES = np.arange(106)
OWN_FIGURES = {
    "care": "Årsverk helse/omsorg per 10 000 innbygger (årsverk)",
    "all": "Frie inntekter per innbygger (kr)",
    "coverage_1_2": "Andel barn 1-2 år i barnehage (%)",
    "coverage_3_5": "Andel barn 3-5 år i barnehage (%)",
    "home_use": "Andel innb. 80+ som bruker hjemmetjenester (%)",
    "institution_use": "Andel innb. 80+ med institusjonsopphold (%)",
}

Array = NDArray[np.float64]


def _table(name: str) -> pd.DataFrame:
    return pd.read_parquet(DATA / "snapshot" / f"{name}.parquet")


def _given(field: str) -> dict[str, Any]:
    raw = yaml.safe_load((DATA / "parameters" / f"{field}.yml").read_text(encoding="utf-8"))
    return {name: entry["value"] for name, entry in raw.items()}


CARE, SCHOOL, CHILD = _given("care"), _given("school"), _given("kindergarten")
WORK, MONEY, YOUNG = _given("workforce"), _given("economy"), _given("outside")
PLACES = _table("municipalities").sort_values("code").set_index("code")
INDEX = _table("need_index").set_index("municipality").loc[PLACES.index]
OSLO = PLACES.index == "0301"


def _steps(knots: dict[int, float]) -> Array:
    ages = sorted(knots)
    at = np.searchsorted(ages, AGES, side="right") - 1
    return np.where(at < 0, 0.0, np.array([knots[age] for age in ages])[at])


def _need(sector: str) -> Array:
    """Return w_s by age."""
    rows = _table("need_weights").sort_values("first_age")
    return _steps(dict(zip(rows["first_age"], rows[sector], strict=True)))


def _moved(curve: Array, years: Array, start: int) -> Array:
    """Return a curve by age moved up from an age on, (year, age)."""
    rows = [np.interp(AGES - gone, AGES, curve) for gone in years]
    return np.where(start > AGES, curve, rows)


def _kostra(name: str) -> tuple[Array, float]:
    """Return every municipality's own figure, NaN without one, and the nation's."""
    table = _table("key_figures")
    table = table[(table["indicator"] == OWN_FIGURES[name]) & table["value"].notna()]
    newest = table.sort_values("year").groupby("region")["value"].last()
    return PLACES["short"].map(newest).to_numpy(float), float(newest["Landet"])


def _of_index(sector: str, people: Array) -> Array:
    """Return the ministry's index, or what comes nearest to it, (m,)."""
    ages, size = people.sum(1), people.sum((1, 2))

    def aged(of: str) -> Array:
        weights = _need(of)
        nation: Array = ages @ weights / size / (ages.sum(0) @ weights / size.sum())
        return nation

    index = INDEX[sector].to_numpy(float)
    known = ~np.isnan(index)
    ratio = np.log(index[known] / aged(sector)[known])
    line = np.polynomial.Polynomial.fit(np.log(size[known]), ratio, 1)
    by_total = INDEX["total"].to_numpy(float) * aged(sector) / aged("all")
    by_size = aged(sector) * np.exp(line(np.log(size)))
    return np.where(known, index, np.where(np.isnan(by_total), by_size, by_total))


def income_per_need(people: Array) -> float:
    """Return k."""
    size = people.sum((1, 2))[~OSLO]
    outside = _of_index("all", people)[~OSLO] @ size / size.sum()
    return float(MONEY["income_outside_oslo"] / outside)


def levels(sector: str, people: Array) -> Array:
    """Return L_s of every municipality, (m,), from people of 2026, (m, sex, age)."""
    size, level = people.sum((1, 2)), _of_index(sector, people)
    own = np.full(len(size), np.nan)
    if sector in OWN_FIGURES:
        own, nation = _kostra(sector)
        own = own / (nation if sector == "care" else income_per_need(people))
    if sector == "all":
        own[OSLO] = np.nan
    told = ~np.isnan(own)
    left = size.sum() - own[told] @ size[told]
    return np.where(told, own, level * left / (level[~told] @ size[~told]))


def _share(name: str, nation: float) -> Array:
    own, _ = _kostra(name)
    return np.where(np.isnan(own), nation, own / 100)


def _scaled(name: str, people: Array) -> Array:
    """Return what the shape of use by age is multiplied by, so that those over 80 are right."""
    shape, old = _steps(CARE[name])[80:], people.sum(1)[:, 80:]
    own, _ = _kostra(name)
    here, there = old @ shape / old.sum(1), old.sum(0) @ shape / old.sum()
    national = float(CARE[f"{name}_80"]) / there
    scaled: Array = np.where(np.isnan(own), national, own / 100 / here)
    return scaled


def care_per_inhabitant(people: Array) -> float:
    """Return A."""
    table = _table("population_municipality").sort_values(["municipality", "sex", "age"])
    then: Array = sum(
        part * table.groupby("age")[f"y{year}"].sum().to_numpy(float)
        for year, part in ((2023, 1 - CARE["counted_at"]), (2024, CARE["counted_at"]))
    )
    weights, ages = _need("care"), people.sum((0, 1))
    each = CARE["man_years_2023"] * (ages @ weights) / (then @ weights) / ages.sum()
    return float(each)


def care(population: Array, use: str = "constant") -> dict[str, Array]:
    """Return users, places and man-years."""
    assumed, now = CARE["assumptions"][use], population[:, 0]
    elapsed = np.arange(population.shape[1], dtype=float)
    won = assumed["healthier"] * CARE["years_gained"] * elapsed
    ages = population.sum(2)

    def count(service: str) -> Array:
        curve = _moved(_steps(CARE[service]), won, 67)
        total: Array = _scaled(service, now)[:, None] * np.einsum("mya,ya->my", ages, curve)
        total *= (1 + assumed[service]) ** elapsed
        return total

    wanted = np.einsum("mya,ya->my", ages, _moved(_need("care"), won, 67))
    grown = wanted / (now.sum(1) @ _need("care"))[:, None] * (1 + assumed["man_years"]) ** elapsed
    level = care_per_inhabitant(now) * now.sum((1, 2)) * levels("care", now)
    homes, residents = count("home_use"), count("institution_use")
    return {
        "care_users": homes + residents,
        "care_places": residents * CARE["places_per_resident"],
        "care_man_years": level[:, None] * grown,
    }


def school(population: Array) -> dict[str, Array]:
    """Return pupils and man-years of teaching."""
    ages, now = population.sum(2), population[:, 0]
    pupils = ages[..., 6:16].sum(-1)
    groups = (ages[..., 6:16] / _steps(SCHOOL["norm"])[6:16]).sum(-1)
    nation = now[..., 6:16].sum() / SCHOOL["pupils_per_man_year"] / now.sum()
    level = nation * now.sum((1, 2)) * levels("school", now)
    return {"pupils": pupils, "school_man_years": level[:, None] * groups / groups[:, :1]}


def kindergarten(population: Array) -> dict[str, Array]:
    """Return children and the man-years of the norm."""
    ages = population.sum(2)
    small = ages[..., 1:3].sum(-1) * _share("coverage_1_2", CHILD["coverage_1_2"])[:, None]
    large = ages[..., 3:6].sum(-1) * _share("coverage_3_5", CHILD["coverage_3_5"])[:, None]
    staff = small / CHILD["children_per_adult_1_2"] + large / CHILD["children_per_adult_3_5"]
    return {"kindergarten_children": small + large, "kindergarten_man_years": staff}


def workforce(population: Array, in_care: Array, others: Array) -> dict[str, Array]:
    """Return who works, hands needed and at hand and the gap, of man-years (m, year)."""
    now = population[:, 0].sum(0)
    shape = np.array([_steps(WORK["participation"][sex]) for sex in ("men", "women")])
    level = (now * shape)[:, 20:67].sum() / now[:, 20:67].sum()
    later = WORK["later_anyway"] * np.minimum(np.arange(population.shape[1]) / 14, 1)
    curve = np.stack([_moved(row * WORK["employment_20_66"] / level, later, 60) for row in shape])
    working = np.einsum("mysa,sya->my", population, curve)
    services = in_care + others
    needed = services * (1 + WORK["vacant"])
    at_hand = services[:, :1] * working / working[:, :1]
    return {
        "working": working,
        "hands_needed": needed,
        "hands_at_hand": at_hand,
        "gap": needed - at_hand,
        "services_share": needed / working,
        "care_share": in_care * (1 + WORK["vacant"]) / working,
    }


def economy(population: Array, state: str, country: Array) -> dict[str, Array]:
    """Return spending, income and the balance, of the country's people by (year, age) too."""
    now, people, ages = population[:, 0], population.sum((2, 3)), population.sum(2)
    k, level, weights = income_per_need(now), levels("all", now)[:, None], _need("all")
    each = ages @ weights / people
    nation = country @ weights / country.sum(-1)
    grown, grown_nation = each / each[:, :1], nation / nation[0]
    follows = MONEY["state_follows"][state]
    paid = grown_nation ** np.where(grown_nation > 1, follows["rise"], follows["fall"])
    lost = np.maximum(people[:, :1] - people, 0)
    key = _table("cost_key")
    basis = key.loc[key["criterion"] == "basis", "weight"].sum() * k * now.sum() / len(PLACES)
    stays = MONEY["fixed_share"] * k * level * lost - basis * lost / people[:, :1]
    spending = k * level * people * grown + np.maximum(stays, 0)
    income = k * level * people * grown / grown_nation * paid
    by_state = k * level * (paid - grown_nation)
    balance = (income - spending) / people
    return {
        "spending": spending,
        "income": income,
        "balance": income - spending,
        "balance_per_inhabitant": balance,
        "balance_state": by_state,
        "balance_place": balance - by_state,
        "balance_choices": np.zeros_like(balance),
        "evened_out": k * level * (grown / grown_nation - 1),
    }


def around(population: Array) -> dict[str, Array]:
    """Return youth outside, and how many there are to share a classroom or an errand with."""
    ages = population.sum(2)
    spans = {"pupils_per_grade": (6, 15), "young_per_age": (20, 34), "active_per_age": (67, 79)}
    return {
        "outside": ages[..., 15:30].sum(-1) * YOUNG["share"],
        "people": ages.sum(-1),
        "carers": ages[..., 20:67].sum(-1) / ages[..., 67:].sum(-1),
        **{name: ages[..., a : b + 1].sum(-1) / (b + 1 - a) for name, (a, b) in spans.items()},
    }


def consequences(population: Array, state: str, use: str) -> dict[str, Array]:
    """Return everything by indicator."""
    in_care, taught, nursed = care(population, use), school(population), kindergarten(population)
    others = taught["school_man_years"] + nursed["kindergarten_man_years"]
    hands = workforce(population, in_care["care_man_years"], others)
    money = economy(population, state, population.sum((0, 2)))
    return in_care | taught | nursed | hands | money | around(population)
