"""A place along a pathway in the words a writer needs: what it does, takes and leaves undone."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from framtid.answers import as_data
from framtid.consequences import care
from framtid.consequences.figure import Basis, weakest
from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty
from framtid.consequences.setting import State, Use
from framtid.horizon import HORIZON
from framtid.language import Language, trend
from framtid.language.numbers import spoken
from framtid.language.trends import Trend
from framtid.nearest import nearest
from framtid.pathways import descriptions
from framtid.pathways.answers import TeamEffort
from framtid.pathways.balance import balance_if, effort
from framtid.pathways.codec import encode
from framtid.pathways.conflicts import warnings
from framtid.pathways.described import DescribedPath
from framtid.pathways.levers import HIGHEST, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import name_of
from framtid.pathways.payback import payback
from framtid.pathways.rounding import Figures, alone, end, told
from framtid.pathways.shifts import filled
from framtid.projection import ALTERNATIVES
from framtid.stories.place_facts import Interval

Sum = Literal["short", "even", "over"]
"""How a budget ends."""
Described = dict[str, Any]  # As ``framtid.pathways.answers.DescribedLever`` names them.


@dataclass(frozen=True)
class PathFacts:
    """A place along a pathway; figures come as they are told, so that they add up in a sentence.

    With everything as today it is the course, that others are told beside.
    """

    outlook: Outlook
    language: Language
    page: Outlook | None = None
    """Of the course: the path it is told beside, which says how finely on the whole page."""
    others: tuple[Outlook, ...] = ()  # The other paths that are told beside it, as finely.

    def told(self, indicator: str, year: int = HORIZON) -> Figures:
        """Return today's value, the official line's, the path's and the difference of these."""
        figures = told(self.page or self.outlook, indicator, year, self.others)
        usual: Figures = {**figures, "path": figures["official"], "difference": 0.0}
        return usual if self.page else figures

    @property
    def name(self) -> str | None:
        """The pathway's name in ``data/paths.yml``, None for one of the reader's own."""
        return name_of(self.outlook.pathway)

    def level(self, lever: str) -> int:
        """Return the level of a lever, 0 is as today."""
        return self.outlook.pathway.level(lever)

    def at(self, indicator: str) -> float:
        """Return an indicator in 2040 as it is told."""
        return self.told(indicator)["path"]

    def now(self, indicator: str) -> float:
        """Return an indicator today as it is told."""
        return self.told(indicator)["now"]

    def official(self, indicator: str) -> float:
        """Return an indicator of today's course in 2040, told as finely as beside this path."""
        return self.told(indicator)["official"]

    def beside(self, indicator: str) -> float:
        """Return how much more there is in 2040 than along the course; told figures add up."""
        return self.told(indicator)["difference"]

    def direction(self, indicator: str) -> Trend:
        """Return which way an indicator differs from the course, within the noise of a count."""
        figures = self.told(indicator)
        return trend(figures["official"], figures["path"], count=True)

    def shifts(self, year: int = HORIZON) -> int:
        """Return how many of a hundred shifts there are people for; not a hundred if some lack."""
        return filled(self.outlook, year)

    @property
    def kroner(self) -> Sum:
        """Whether the budget of 2040 is short, over or even, as its figure is told."""
        left = self.at("balance_per_inhabitant")
        return "even" if left == 0 else "over" if left > 0 else "short"

    @property
    def adds_up(self) -> bool:
        """Whether there are hands and kroner enough."""
        return self.at("gap") <= 0 and self.kroner != "short"

    def since(self, indicator: str, year: int = HORIZON) -> Trend:
        """Return which way a count goes along the path, within the noise of small numbers."""
        at = self.outlook.consequences.at
        return trend(at(indicator, self.outlook.base_year), at(indicator, year), count=True)

    def of_hundred(self, indicator: str, whole: str, year: int = HORIZON) -> int:
        """Return how many of each hundred one indicator is of another."""
        at = self.outlook.consequences.at
        return nearest(100 * at(indicator, year) / at(whole, year))

    def share(self, indicator: str, whole: str, year: int = HORIZON) -> float:
        """Return one indicator as a share of another."""
        at = self.outlook.consequences.at
        return at(indicator, year) / at(whole, year)

    def span(self, indicator: str, year: int = HORIZON) -> Interval:
        """Return the least and the most under SSB's alternatives, as a figure shows its band."""
        runs = (self.outlook.under(name).consequences for name in ALTERNATIVES)
        found = [end(indicator, run.at(indicator, year)) for run in runs]
        return Interval(min(found), max(found))

    def used_less(self, use: Use, year: int = HORIZON) -> float:
        """Return man-years in care fewer than we tell of, if use by age develops otherwise."""
        future = self.outlook.population[self.outlook.base_year - self.outlook.first_year :]
        here, practice = self.outlook.local, self.outlook.practice
        usual, other = (
            care.man_years(future, here, practice, name).needed[year - self.outlook.base_year]
            for name in (self.outlook.setting.use, use)
        )
        return spoken(usual - other)

    @cached_property
    def description(self) -> DescribedPath:
        """The path's name and words, and the place's own note on it."""
        return descriptions.path(self.outlook.pathway, self.outlook.place.code, self.language)

    @cached_property
    def pulled(self) -> tuple[Described, ...]:
        """The levers that are not as today, each with its chosen level under ``chosen``."""
        return tuple(self._levers())

    def _levers(self) -> Iterator[Described]:
        for choice in self.outlook.pathway.choices:
            found = as_data(descriptions.lever(levers()[choice.lever], self.language))
            (at,) = (each for each in found["levels"] if each["level"] == choice.level)
            at |= {
                "words": descriptions.chosen(choice, self.language),
                "value_label": descriptions.amount(choice, self.outlook, self.language),
            }
            yield found | {"chosen": at, "parts": {p["id"]: p["text"] for p in found["sheet"]}}

    @property
    def raised(self) -> tuple[Described, ...]:
        """The levers that are pulled up."""
        return tuple(each for each in self.pulled if each["chosen"]["level"] > 0)

    @property
    def lowered(self) -> tuple[Described, ...]:
        """The levers that are let down."""
        return tuple(each for each in self.pulled if each["chosen"]["level"] < 0)

    @property
    def at_rest(self) -> int:
        """How many levers are as today."""
        return len(levers()) - len(self.pulled)

    @property
    def at_top(self) -> bool:
        """Whether every lever is pulled as far as it goes."""
        return all(self.outlook.pathway.level(name) == HIGHEST for name in levers())

    @property
    def deciders(self) -> dict[str, list[str]]:
        """Who has to decide what is pulled up, the nearest first, and which levers that is."""
        found = {
            who: [each["title"] for each in self.raised if who in levers()[each["id"]].decides]
            for who in self.language.entry("pathways.decides")
        }
        return {who: titles for who, titles in found.items() if titles}

    def sure(self, certainty: str) -> list[str]:
        """Return the titles of the pulled levers of a certainty."""
        wanted = Certainty(certainty)
        return [each["title"] for each in self.pulled if each["certainty"] == wanted]

    @property
    def years(self) -> tuple[int, int]:
        """When the first lever begins to work, and when all of them are in place."""
        choices = self.outlook.pathway.choices
        return min(each.begins for each in choices), max(each.settled for each in choices)

    def cost_each(self, year: int = HORIZON) -> float:
        """Return kroner per inhabitant and year that the choices cost, whatever they save."""
        at = self.outlook.consequences.at
        return (at("starting_cost", year) + at("running_cost", year)) / at("people", year)

    def gain_each(self, year: int = HORIZON) -> float:
        """Return kroner per inhabitant and year that the choices save and bring in."""
        at = self.outlook.consequences.at
        return (at("savings", year) + at("more_income", year)) / at("people", year)

    @property
    def effort(self) -> TeamEffort | None:
        """How much more is got out of each hour, and what anyone has achieved; None if little."""
        return effort(self.outlook, self.language)

    def borrowed_rate(self, indicator: str) -> bool:
        """Whether an indicator rests on a rate that is known for the nation alone."""
        return not INDICATORS[indicator].own(self.outlook.local)

    @property
    def payback(self) -> str:
        """Whether the choices are dearer than today's course, or when they have paid back."""
        return payback(self.outlook, self.language)

    def kroner_if(self, state: State) -> float:
        """Return the balance per inhabitant in 2040 if the State follows another line."""
        return alone("balance_per_inhabitant", balance_if(self.outlook, state, HORIZON))

    @property
    def cautions(self) -> list[dict[str, str]]:
        """What does not add up: a sentence, and the code of the path that is suggested."""
        found = (
            descriptions.warning(each, self.outlook.pathway, self.language)
            for each in warnings(self.outlook)
        )
        return [{"text": each.text, "code": each.suggested} for each in found]

    @property
    def borrowed(self) -> list[str]:
        """Which figures of use are the nation's, where the place's own are not known."""
        here = self.outlook.local
        known = {
            "coverage": all(figure.own for figure in here.coverage),
            "home_use": here.home_use.own,
            "institution_use": here.institution_use.own,
        }
        return [name for name, own in known.items() if not own]

    @property
    def need_basis(self) -> Basis:
        """What the level of need is known from, where least is known."""
        return weakest(figure.basis for figure in self.outlook.local.need.values())

    @property
    def code(self) -> str:
        """The path's code in an address."""
        return encode(self.outlook.pathway)
