"""The parts of a page of a game: the hundred, the figures, a dilemma, what a decision gives."""

from dataclasses import dataclass, replace

from framtid.answers import encode
from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.current import reader_language
from framtid.language.in_a_row import in_a_row
from framtid.pathways import descriptions
from framtid.pathways.councils import councils, price
from framtid.pathways.councils_game import Council, Play
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.described import Publication
from framtid.pathways.dilemmas import DilemmaText, dilemmas, in_words
from framtid.pathways.hundred import hundred_of
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import Pathway
from framtid.pathways.rounding import beside, told
from framtid.projection.hundred import Hundred
from framtid.stories.councils_years import whole
from framtid.views.drawing import draw
from framtid.views.hundred import WAYS, in_year

FIGURES = {"hands": "gap", "kroner": "balance_per_inhabitant", "outside": "outside"}
"""The three plain figures, and the indicator of each."""
HERE, STAYS = WAYS.index("here"), WAYS.index("stays")
OWN = "egen-vurdering"
"""The source of what no source tells."""
WIDE, NARROW = (680, 430), (335, 290)


def say(key: str, /, **values: object) -> str:
    """Return one of the game's texts on a single line."""
    return on_one_line(reader_language().say(f"councils.{key}", **values))


@dataclass(frozen=True)
class Drawn:
    """The hundred of a year, drawn for wide and narrow pages."""

    alt: str
    sizes: dict[str, str]
    """SVG by the kind of page it is for."""
    lived: str = ""
    """The figure as data for a script, with no year after the one that is drawn."""


@dataclass(frozen=True)
class Figure:
    """One of the three figures of a year."""

    label: str
    value: str
    unit: str
    means: str
    """What it counts, in a sentence."""
    beside: str
    """The same another year, in a sentence; empty where there is none."""


def lives(outlook: Outlook) -> Hundred:
    """Return the hundred of an outlook: those who live through a game's years, or as foreseen."""
    return outlook.lives if isinstance(outlook, YearsOutlook) else hundred_of(outlook)


def hundred(outlook: Outlook, year: int, *, lived: bool = False) -> Drawn:
    """Draw who stands in a year.

    Args:
        outlook: of the place.
        year: 1 January.
        lived: whether a script may let them live until then; it learns of nothing after.

    """
    figure, alt = in_year(outlook, lives(outlook), year, reader_language())
    sizes = {"wide": draw(figure, *WIDE), "narrow": draw(figure, *NARROW)}
    if not lived:
        return Drawn(alt, sizes)
    people = figure["layout"]["meta"]["people"]
    people["years"] = [outlook.base_year, year]
    people["lives"] = until_then(people["lives"], year)
    return Drawn(alt, sizes, encode(figure).decode())


def until_then(lived: list[list[int]], year: int) -> list[list[int]]:
    """Return lives as they are known in a year: nobody has come after it, and nobody left."""
    return [
        [born, came, since, *((left, until) if until < year else (STAYS, year))]
        for born, came, since, left, until in lived
        if came == HERE or since < year
    ]


def _value(name: str, value: float) -> str:
    """Return a figure that stands by itself: small whole ones in digits too."""
    if float(value).is_integer():
        value = float(value)
    return say(f"figures.{name}.value", v=value)


def figures(
    outlook: Outlook, year: int, *, other: tuple[str, Outlook, int] | None = None
) -> list[Figure]:
    """Return the three figures of a year.

    Args:
        outlook: of the place.
        year: whose figures.
        other: what stands beside each: the key of its sentence, and another outlook and year.

    """
    return [
        Figure(
            say(f"figures.{name}.label"),
            _value(name, whole(told(outlook, indicator, year)["path"])),
            say(f"figures.{name}.unit"),
            say(
                f"figures.{name}.means",
                base=outlook.base_year,
                borrowed=not INDICATORS[indicator].own(outlook.local),
            ),
            _beside(name, indicator, other) if other else "",
        )
        for name, indicator in FIGURES.items()
    ]


def _beside(name: str, indicator: str, other: tuple[str, Outlook, int]) -> str:
    key, outlook, year = other
    value = _value(name, whole(told(outlook, indicator, year)["path"]))
    return say(f"figures.{key}", value=value, year=year, base=outlook.base_year)


@dataclass(frozen=True)
class Case:
    """A dilemma on the table."""

    id: str
    words: DilemmaText
    number: str
    price: str
    decides: str
    source: Publication | None
    """Where the facts are from; None where they are our own judgement."""
    certainty: str
    again: bool
    """Whether an earlier council said no to it."""
    lack: str
    """Why there is no room for a yes; empty where there is."""


def _lack(council: Council, name: str) -> str:
    lack = council.lacks(name)
    if lack is None:
        return ""
    left, cost = council.room - council.spent, price(council.code, name, council.term.number)
    return say(
        f"case.lacks.{lack}",
        starts=councils().starts.number,
        left=in_fives(left),
        cost=in_fives(cost),
    )


def in_fives(value: float) -> float:
    """Return kroner per inhabitant as prices are told: to the nearest five."""
    return 5.0 * round(value / 5)


def case(council: Council, name: str, language: Language) -> Case:
    """Return a dilemma as a council meets it."""
    found = dilemmas()[name]
    cost = price(council.code, name, council.term.number)
    deciders = [language.say(f"pathways.decides.{who}") for who in found.decides]
    return Case(
        id=name,
        words=in_words(name, language),
        number=say("case.number", number=council.agenda.index(name) + 1, of=len(council.agenda)),
        price=say("case.price_told", v=in_fives(cost)),
        decides=say("case.decides", who=in_a_row(deciders)),
        source=None if found.source == OWN else descriptions.source(found.reference),
        certainty=say(
            "case.certainty",
            how=language.say(f"pathways.certainty_means.{found.certainty}").rstrip("."),
        ),
        again=name in council.asked,
        lack=_lack(council, name),
    )


def left(council: Council) -> tuple[str, str]:
    """Return what a council has room for still, in words: changes, and kroner."""
    changes = max(int(councils().starts.number) - council.started, 0)
    kroner = max(in_fives(council.room - council.spent), 0.0)
    return (
        say("case.room_starts", left=changes),
        say("case.room_money", left=kroner, room=in_fives(council.room)),
    )


def effect(before: Outlook, after: Outlook) -> str:
    """Return what a decision gives in 2040 as the projection has it."""
    names = {**FIGURES, "people": "people"}
    apart = {
        name: beside(
            indicator,
            after.consequences.at(indicator, HORIZON),
            before.consequences.at(indicator, HORIZON),
        )[2]
        for name, indicator in names.items()
    }
    return say("decided.effect", **apart)


def last_decision(play: Play, language: Language) -> dict[str, str] | None:
    """Return the last answer of the council that sits, and what it gives; None before the first."""
    council = play.now
    if not council.answers:
        return None
    answer = council.answers[-1]
    title = in_words(answer.dilemma, language).title
    before = outlook_of(play.code, pathway=_before_last(council))
    moved = before.pathway != council.after
    return {
        "title": say(f"decided.{_verdict(council)}", title=title),
        "effect": effect(before, play.foreseen) if moved else say("decided.nothing"),
    }


def _verdict(council: Council) -> str:
    """Return what the last answer was: a yes, a no, or put off as there was no room."""
    if council.answers[-1].yes:
        return "favoured"
    return "put_off" if council.put_off(len(council.answers) - 1) else "refused"


def _before_last(council: Council) -> Pathway:
    return replace(council, answers=council.answers[:-1]).after
