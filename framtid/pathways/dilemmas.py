"""Real dilemmas of a municipal council: whom each fits, and which levers follow from yes and no."""

from collections.abc import Mapping
from functools import lru_cache
from typing import Annotated, Literal

import msgspec
from msgspec import Meta

from framtid.answers import Model, Text
from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty, Reference, references
from framtid.folders import PARAMETERS
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.parameter_files import read_as
from framtid.pathways.levers import HIGHEST, LOWEST, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway

FILE = PARAMETERS / "dilemmas.yml"
Level = Annotated[int, Meta(ge=LOWEST, le=HIGHEST)]
When = Literal["now", "horizon", "change"]
Decider = Literal["council", "state", "employers", "inhabitants"]


class Fit(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A condition on a place's own figures along today's course."""

    indicator: str
    when: When
    at_least: float | None = None
    at_most: float | None = None

    def __post_init__(self) -> None:
        """Refuse an indicator that there is none of, and a condition that asks for nothing."""
        if self.indicator not in INDICATORS:
            message = f"no indicator is called {self.indicator!r}"
            raise ValueError(message)
        if self.at_least is None and self.at_most is None:
            message = "a condition says what an indicator must be at least or at most"
            raise ValueError(message)

    def value(self, outlook: Outlook, year: int | None = None) -> float:
        """Return the figure that is asked about; a change is a share of today's figure.

        Args:
            outlook: of the place; its official line is asked.
            year: which year today is, the base year where it is left out.

        """
        at = outlook.official.consequences.at
        today = outlook.base_year if year is None else year
        now, then = (at(self.indicator, each) for each in (today, HORIZON))
        if self.when == "change":
            return then / now - 1 if now else 0.0
        return now if self.when == "now" else then

    def holds(self, outlook: Outlook, year: int | None = None) -> bool:
        """Return whether a place is so, in the base year or another."""
        value = self.value(outlook, year)
        low = self.at_least is None or value >= self.at_least
        return low and (self.at_most is None or value <= self.at_most)


class Dilemma(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """A question to the council with two good sides; its words stand at ``dilemmas.<id>``."""

    code: Annotated[str, Meta(pattern="^[a-z]{2}$")]
    """Two letters that stand for it in the address of a game, never changed."""
    decides: Annotated[tuple[Decider, ...], Meta(min_length=1)]
    """Who has to say yes."""
    if_yes: Annotated[dict[str, Level], Meta(min_length=1)]
    """Level by lever after yes; the others stay where they stand."""
    if_no: dict[str, Level] = {}
    """The same after no."""
    fits: tuple[Fit, ...] = ()
    """What a place must be like, all of it; nothing where every place meets the question."""
    source: str
    """Id of the publication that the arguments' facts are from."""
    certainty: Certainty
    """How sure it is that the answer does to the levers what is said here."""

    def __post_init__(self) -> None:
        """Refuse levers and sources that there are none of, and a question of nothing."""
        unknown = {*self.if_yes, *self.if_no} - levers().keys()
        if unknown:
            message = f"no lever is called {', '.join(sorted(unknown))}"
            raise ValueError(message)
        if self.source not in references():
            message = f"no source is called {self.source!r}"
            raise ValueError(message)
        if self.if_yes == self.if_no:
            message = "yes and no do the same"
            raise ValueError(message)

    @property
    def reference(self) -> Reference:
        """Where the facts are from; our own judgement where the arguments tell none."""
        return references()[self.source]

    def suits(self, outlook: Outlook, year: int | None = None) -> bool:
        """Return whether a place meets the question, in the base year or another."""
        return all(each.holds(outlook, year) for each in self.fits)

    def sets(self, *, yes: bool) -> Mapping[str, int]:
        """Return the levers that an answer sets, each with its level."""
        return self.if_yes if yes else self.if_no

    def answered(self, pathway: Pathway, *, yes: bool, year: int | None = None) -> Pathway:
        """Return a pathway after an answer.

        Args:
            pathway: what was decided before.
            yes: the answer.
            year: when what it sets begins; each lever's own first year where it is left out.

        Raises:
            UnknownStartError: a lever cannot begin that year.

        """
        levels = self.sets(yes=yes)
        return pathway.moved(levels, {} if year is None else dict.fromkeys(levels, year))


class DilemmaText(Model, frozen=True):
    """A dilemma in words, both sides argued at equal length."""

    title: Text
    question: Text
    favour: Text
    against: Text
    price: Text


@lru_cache(maxsize=1)
def dilemmas() -> Mapping[str, Dilemma]:
    """Return every dilemma by id, in the order of the file.

    Raises:
        msgspec.ValidationError: an entry is not as a dilemma must be; the message says where.

    """
    return read_as(FILE, dict[str, Dilemma])


def fitting(outlook: Outlook) -> dict[str, Dilemma]:
    """Return the dilemmas that a place meets, by id."""
    return {name: each for name, each in dilemmas().items() if each.suits(outlook)}


def in_words(name: str, language: Language) -> DilemmaText:
    """Return a dilemma's words."""
    said = {part: language.say(f"dilemmas.{name}.{part}") for part in DilemmaText.__struct_fields__}
    return DilemmaText(**said)
