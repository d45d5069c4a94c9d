"""Four councils to 2040: when each sits, and what it can start at once."""

from dataclasses import dataclass
from functools import lru_cache

from framtid.consequences.parameters import Certainty, Parameter, references
from framtid.folders import PARAMETERS
from framtid.horizon import HORIZON
from framtid.parameter_files import read_yaml
from framtid.pathways.dilemmas import Dilemma, dilemmas
from framtid.pathways.levers import lever
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.statistics.keeping import kept

FILE = PARAMETERS / "councils.yml"


@dataclass(frozen=True)
class Term:
    """One council; years are 1 January."""

    number: int
    """From 0."""
    first: int
    """The year its work begins."""
    until: int
    """The year it is told of what its work came to."""
    begins: int
    """The first year that what it decides can begin."""
    cases: int
    """How many dilemmas it meets."""

    @property
    def later(self) -> int:
        """How many years later than the first council's what it decides begins."""
        return self.begins - councils().terms[0].begins


@dataclass(frozen=True)
class Councils:
    """The terms, and the limits that hold in each."""

    terms: tuple[Term, ...]
    starts: Parameter
    """How many changes an organisation manages in a term."""
    money: Parameter
    """What they may cost in their dearest years, as a share of the year's spending."""


@lru_cache(maxsize=1)
def councils() -> Councils:
    """Return the terms and the limits."""
    raw = read_yaml(FILE)
    terms = tuple(
        Term(number, each["from"], each["until"], each["begins"], each["cases"])
        for number, each in enumerate(raw["terms"])
    )
    starts, money = (
        Parameter(
            each["value"],
            each["unit"],
            each["year"],
            Certainty(each["certainty"]),
            references()[each["source"]],
        )
        for each in (raw["limits"][name] for name in ("starts", "money"))
    )
    return Councils(terms, starts, money)


def free(dilemma: Dilemma, pathway: Pathway) -> bool:
    """Whether nothing that an answer would set is decided already."""
    return all(pathway.choice(name).level == 0 for name in {*dilemma.if_yes, *dilemma.if_no})


def decided(pathway: Pathway, dilemma: Dilemma, *, yes: bool, term: Term) -> Pathway:
    """Return a pathway after a council's answer, which begins as late as the council does."""
    levels = dilemma.sets(yes=yes)
    begins = {name: min(lever(name).start + term.later, HORIZON) for name in levels}
    return pathway.moved(levels, begins)


@kept(maxsize=2048)
def price(code: str, name: str, number: int) -> float:
    """Return what a place lays out for a yes in the dearest year, by itself.

    What is spared elsewhere is not taken off: it comes later, and to others. What those whom the
    yes concerns bring along is: grants for who settles, and the tax of who comes to work.

    Args:
        code: a municipality.
        name: a dilemma.
        number: of the term that says yes.

    Returns:
        Kroner per inhabitant, of the years to the horizon; 0 where nothing is laid out.

    """
    alone = decided(AS_IT_IS, dilemmas()[name], yes=True, term=councils().terms[number])
    outlook = outlook_of(code).along(alone)
    series = outlook.consequences.series
    span = slice(0, HORIZON - outlook.base_year + 1)
    out = series["starting_cost"] + series["running_cost"] - series["more_income"]
    return max(0.0, float((out / series["people"])[span].max()))


def room(code: str, term: Term) -> float:
    """Return kroner per inhabitant that a council's yes may cost together."""
    official = outlook_of(code).consequences
    spending = official.at("spending", term.first) / official.at("people", term.first)
    return spending * councils().money.number
