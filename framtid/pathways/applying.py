"""What a pathway does to a place: who comes and stays, and how services are run."""

from dataclasses import fields

import numpy as np

from framtid.consequences.economy import need_growth
from framtid.consequences.practice import Practice
from framtid.pathways.levers import Effect, Lever, lever
from framtid.pathways.pathway import Choice, Pathway
from framtid.places import places
from framtid.projection import projection
from framtid.projection.aggregation import merged
from framtid.projection.counterfactual import Change, changed
from framtid.projection.flows import Flows, flows
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.statistics.keeping import kept

PRACTICES = tuple(field.name for field in fields(Practice))
SETTLERS = "settlers"
WORKING = slice(20, 67)
NEW = 5
"""Years one counts as a newcomer at work."""

Chosen = list[tuple[Choice, Lever, Effect]]


@kept(maxsize=64)
def flows_of(code: str, alternative: str) -> Flows:
    """Return a place's flows as one, whether a municipality or the whole country."""
    index = places().index
    members = [index[member] for member in places().get(code).members]
    return merged(flows(alternative), members)


@kept()
def national(alternative: str) -> Floats:
    """Return the nation's need per inhabitant relative to the base year, (year,)."""
    return need_growth(projection(alternative).of(places().nation))


def _chosen(pathway: Pathway) -> Chosen:
    pulled = [(choice, lever(choice.lever)) for choice in pathway.choices]
    return [(choice, each, effect) for choice, each in pulled for effect in each.effects]


def _by_year(choice: Choice, each: Lever, effect: Effect, steps: int) -> Floats:
    """Return how much there is of an effect each year from the base year on, (year,)."""
    return effect.at(choice.level) * each.phase(steps, choice.start)


def _settlers(here: Flows, chosen: Chosen) -> Floats:
    """Return persons who settle beyond the controlled run each year, (year,)."""
    people = here.population[0].sum()
    coming = np.zeros(here.steps + 1)
    for choice, each, effect in chosen:
        if effect.what == SETTLERS:
            coming += _by_year(choice, each, effect, here.steps) / 1000 * people
    return coming


def _moves(here: Flows, chosen: Chosen, what: str) -> Floats:
    """Return the relative change in who moves, (step, age)."""
    change = np.zeros((here.steps, AGES))
    for choice, each, effect in chosen:
        if effect.what == what:
            first, last = effect.ages or (0, AGES - 1)
            by_year = _by_year(choice, each, effect, here.steps)
            change[:, first : last + 1] += by_year[1:, None]
    return change


def change(pathway: Pathway, here: Flows) -> Change:
    """Return what a pathway changes in who lives in a place."""
    chosen = _chosen(pathway)
    coming = _settlers(here, chosen)[1:, None, None]
    return Change(
        arrivals=_moves(here, chosen, "arrivals"),
        departures=_moves(here, chosen, "departures"),
        settlers=coming * here.foreign,
    )


def practice(pathway: Pathway, here: Flows) -> Practice:
    """Return how services are run under a pathway."""
    chosen, steps = _chosen(pathway), here.steps
    values = {name: np.zeros(steps + 1) for name in PRACTICES}
    for choice, each, effect in chosen:
        if effect.what in values:
            values[effect.what] += _by_year(choice, each, effect, steps)
    for choice in pathway.choices:
        values["costs"] += lever(choice.lever).costs(choice.level, steps, choice.start)
    coming = _settlers(here, chosen) * here.foreign[:, WORKING].sum()
    values["newcomers"] = np.convolve(coming, np.ones(NEW))[: steps + 1]
    return Practice(**values)


def of_people(pathway: Pathway) -> Pathway:
    """Return the part of a pathway that changes who lives in a place."""
    moving = {each.id for _, each, effect in _chosen(pathway) if effect.what not in PRACTICES}
    return Pathway(tuple(choice for choice in pathway.choices if choice.lever in moving))


@kept(maxsize=256)
def _population(code: str, alternative: str, pathway: Pathway) -> Floats:
    here = flows_of(code, alternative)
    found: Floats = changed(here, [0], change(pathway, here))[:, 0]
    return found


def population(code: str, alternative: str, pathway: Pathway) -> Floats:
    """Return a place's population under a pathway from the base year on, (year, sex, age)."""
    return _population(code, alternative, of_people(pathway))
