"""What a pathway does to a place: who comes and stays, and how services are run."""

from dataclasses import fields
from typing import Any

import numpy as np

from framtid.consequences.economy import need_growth
from framtid.consequences.practice import Practice
from framtid.pathways.levers import Effect, Lever, lever
from framtid.pathways.pathway import Choice, Pathway, is_put_off, name_of
from framtid.pathways.settling import kept_here, staying, staying_in, still_here
from framtid.places import Place, places
from framtid.projection import projection
from framtid.projection.aggregation import merged
from framtid.projection.counterfactual import Change, changed
from framtid.projection.flows import Flows, flows
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES
from framtid.statistics.keeping import kept
from framtid.statistics.laid_by import laid_by

PRACTICES = tuple(field.name for field in fields(Practice))
SETTLERS = "settlers"
MOVES = ("arrivals", "departures")
WORKING = slice(20, 67)

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


def change(pathway: Pathway, here: Flows, stays: Floats) -> Change:
    """Return what a pathway changes in who lives in a place; ``stays`` as of ``staying_in``."""
    chosen = _chosen(pathway)
    coming = _settlers(here, chosen)[1:]
    return Change(
        arrivals=_moves(here, chosen, "arrivals"),
        departures=_moves(here, chosen, "departures"),
        settlers=coming[:, None, None] * here.foreign,
        staying=_kept(here, coming[:, None], stays),
    )


def _kept(here: Flows, coming: Floats, stays: Floats) -> Floats:
    return kept_here(here, coming, stays) if coming.any() else np.zeros(1)


@kept(maxsize=64)
def _alike(pathway: Pathway, steps: int) -> dict[str, Floats]:
    """Return how services are run under a pathway in any place, by what is done, (year,)."""
    values = {name: np.zeros(steps + 1) for name in PRACTICES}
    for choice, each, effect in _chosen(pathway):
        if effect.what in values:
            values[effect.what] += _by_year(choice, each, effect, steps)
    for choice in pathway.choices:
        each, asked = lever(choice.lever), (choice.level, steps, choice.start)
        values["starting"] += each.set_up(*asked)
        values["running"] += each.run(*asked)
    for by_year in values.values():
        by_year.flags.writeable = False
    return values


def practice(pathway: Pathway, here: Flows, stays: Floats) -> Practice:
    """Return how services are run under a pathway; ``stays`` as of ``staying_in``."""
    settled = still_here(_settlers(here, _chosen(pathway)), stays)
    newcomers = settled * here.foreign[:, WORKING].sum()
    return Practice(**_alike(pathway, here.steps) | {"settled": settled, "newcomers": newcomers})


def practice_of(pathway: Pathway, place: Place, alternative: str) -> Practice:
    """Return how services are run in a place under a pathway and an alternative."""
    return practice(pathway, flows_of(place.code, alternative), staying_in(place))


def as_today(years: int) -> Practice:
    """Return the practice of a pathway that changes nothing, for so many years."""
    return Practice(**dict.fromkeys(PRACTICES, np.zeros(years)))


@kept(maxsize=64)
def of_people(pathway: Pathway) -> Pathway:
    """Return the part of a pathway that changes who lives in a place."""
    moving = {each.id for _, each, effect in _chosen(pathway) if effect.what not in PRACTICES}
    return Pathway(tuple(choice for choice in pathway.choices if choice.lever in moving))


@kept(maxsize=256)
def _alone(code: str, alternative: str, pathway: Pathway) -> Floats:
    """Return a place's population when it is alone to choose, (year, sex, age)."""
    here = flows_of(code, alternative)
    found: Floats = changed(here, [0], change(pathway, here, staying_in(places().get(code))))[:, 0]
    return found


def _change_everywhere(pathway: Pathway, everywhere: Flows) -> Change:
    """Return what a pathway changes when all municipalities choose it."""
    chosen = _chosen(pathway)
    people = everywhere.population[0].sum((1, 2))
    each = sum(
        (_by_year(*one, everywhere.steps) for one in chosen if one[2].what == SETTLERS),
        start=np.zeros(everywhere.steps + 1),
    )
    coming = each[1:, None] / 1000 * people
    return Change(
        arrivals=_moves(everywhere, chosen, "arrivals"),
        departures=_moves(everywhere, chosen, "departures"),
        settlers=coming[..., None, None] * everywhere.foreign,
        staying=_kept(everywhere, coming, staying()),
    )


# One picture asks for every named path under three alternatives, another for one of them put off;
# with room for fewer than those, each place computes them all anew. 8 MB each in single precision,
# a ten thousandth of a person.
@kept(maxsize=21)
def _everywhere(alternative: str, pathway: Pathway) -> np.ndarray[Any, np.dtype[np.float32]]:
    """Return every municipality's population when all choose the same.

    (year, municipality, sex, age), float32. What one gains by moves others lose, so the sum is
    the nation's.
    """
    everywhere = flows(alternative)
    members = list(range(everywhere.population.shape[1]))
    found = changed(everywhere, members, _change_everywhere(pathway, everywhere))
    return laid_by(found.astype(np.float32))


def population(code: str, alternative: str, pathway: Pathway) -> Floats:
    """Return a place's population under a pathway from the base year on, (year, sex, age).

    A path that has a name is chosen by all, put off a term or two as well: only what is left when
    everybody does it counts. A path of one's own is chosen by this place alone.
    """
    moving = of_people(pathway)
    if moving.is_default or not shared(pathway):
        return _alone(code, alternative, moving)
    index = places().index
    members = [index[member] for member in places().get(code).members]
    together: Floats = _everywhere(alternative, moving)[:, members].sum(1, dtype=float)
    return together


def shared(pathway: Pathway) -> bool:
    """Whether a pathway is counted as chosen by every municipality at once.

    One with a name is, and so is the same put off a term or two: else waiting would change who
    chooses, and not only when.
    """
    return name_of(pathway) is not None or is_put_off(pathway)


def wins(pathway: Pathway) -> bool:
    """Whether a pathway changes who moves between places, so that one gains what others lose."""
    return any(effect.what in MOVES for _, _, effect in _chosen(pathway))
