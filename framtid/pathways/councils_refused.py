"""What lay on the table and got no yes: where it would have led, within the same limits."""

from dataclasses import dataclass

from framtid.horizon import HORIZON
from framtid.language.numbers import Told
from framtid.nearest import nearest
from framtid.pathways.councils import councils, decided, free, price
from framtid.pathways.councils_game import Council, Play
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.economic_plan import economic_plan
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.pathways.rounding import as_finely, beside
from framtid.pathways.waiting import unfilled


@dataclass(frozen=True)
class Refused:
    """The dilemmas that there was room for, and the path had they got a yes when they were met."""

    met: tuple[tuple[int, str], ...]
    """The number of the council, and the dilemma."""
    pathway: Pathway


@dataclass(frozen=True)
class Foregone:
    """How much more of each a yes would have given, in the years that the game got."""

    unfilled: Told
    """Man-years gone without in sum."""
    gap: Told
    kroner: Told
    accumulated: Told
    """Kroner per inhabitant that it would have given by 2040 less what it would have cost."""


def _lifts(name: str) -> bool:
    return max(dilemmas()[name].if_yes.values()) > 0


def _affords(council: Council, name: str, started: int, spent: float) -> bool:
    cost = price(council.code, name, council.term.number)
    within = not cost or spent + cost <= council.room
    return started < councils().starts.number and within


def refused(play: Play) -> Refused:
    """Return what a game let lie of what would lift something, and the path with it.

    Each council says yes to what it said yes to, and then to the first of the others that it has
    room for still. What lets something down is left out: a no to that puts nothing off.
    """
    pathway, met = AS_IT_IS, []
    for council in play.councils:
        started, spent, term = council.started, council.spent, council.term
        for at, answer in enumerate(council.answers):
            name, yes = answer.dilemma, answer.yes
            if not free(dilemmas()[name], pathway):
                continue
            if not yes and _lifts(name) and _affords(council, name, started, spent):
                yes, started = True, started + 1
                spent += price(council.code, name, term.number)
                met.append((term.number, name))
            if yes or not council.put_off(at):
                pathway = decided(pathway, dilemmas()[name], yes=yes, term=term)
    return Refused(tuple(met), pathway)


def foregone(play: Play, other: Pathway) -> Foregone:
    """Return how another path would have gone in the same years, beside the game's own."""
    here, there = play.years, play.years.along(other)
    own, more = as_finely("gap", [unfilled(here), unfilled(there)])

    def apart(indicator: str) -> Told:
        now, then = (each.consequences.at(indicator, HORIZON) for each in (here, there))
        return beside(indicator, then, now)[2]

    spent, given = (economic_plan(each).at("accumulated", HORIZON) for each in (here, there))
    return Foregone(
        unfilled=Told(round(more - own, 5)),
        gap=apart("gap"),
        kroner=apart("balance_per_inhabitant"),
        accumulated=Told(nearest(given - spent)),
    )
