"""The price of waiting in words and figures: for the path told back, programs and the terminal."""

from typing import Any

from framtid.answers import Id, Model, Text
from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways.codec import Decoded, encode
from framtid.pathways.levers import lever
from framtid.pathways.pathway import WAITS, Pathway
from framtid.pathways.rounding import LEAST
from framtid.pathways.switches import Switches
from framtid.pathways.waiting import Reason, ToldBegun, Waiting, waiting
from framtid.statistics.snapshot import snapshot

PARTS = ("title", "hands", "goal", "kroner")


class WaitingText(Model, frozen=True):
    """The price of waiting in sentences; those of a path that is as today are empty."""

    title: Text
    hands: Text
    """Man-years gone without in sum, and why waiting may leave fewer of them."""
    goal: str
    """Hands missing in the year 2040 itself."""
    kroner: str
    """The balance of 2040 and the sum until then, and whether waiting looks cheaper in sum."""


class BegunLater(Model, frozen=True):
    """The same choices begun so many years later, in figures as they are told."""

    wait: int
    """Years of waiting; 0 is as the path says."""
    first: int
    """The year the first lever begins."""
    path: str
    """Code of the path that begins then."""
    unfilled: float
    """Man-years gone without in sum, from the first year to come up to and including 2040."""
    gap: float
    """Man-years missing in 2040."""
    balance_per_inhabitant: float
    """Kroner per inhabitant in 2040."""
    accumulated: float
    """What the choices have given by 2040 less what they cost, kroner per inhabitant."""


class WaitingAnswer(Model, frozen=True):
    """What the same choices give when they begin a council term or two later."""

    edition: str
    language: str
    place: Id
    path: str
    year: int
    begun: list[BegunLater]
    unfilled_as_today: float
    """Man-years gone without in sum when nothing is chosen."""
    fewer_because: Reason | None
    """Why waiting may leave fewer hands missing; null where it cannot."""
    text: WaitingText


def _cheaper(begun: tuple[ToldBegun, ...]) -> bool:
    """Return whether some wait looks better in kroner in sum, whatever it is in 2040 itself."""
    now, *later = begun
    least = LEAST["kroner_each"]
    return any(each.accumulated - now.accumulated >= least for each in later)


def _spread(pathway: Pathway) -> bool:
    """Return whether levers begin in different years, and not each in its own or as much later."""
    return len({each.begins - lever(each.lever).start for each in pathway.choices}) > 1


def values_of(price: Waiting) -> dict[str, Any]:
    """Return what every text about waiting may speak of: years, and man-years gone without."""
    outlook = price.begun[0].outlook
    return {
        "moved": not outlook.pathway.is_default,
        "reason": price.reason,
        "all_weaker": all(level < 0 for _, level in outlook.pathway.levels),
        "spread": _spread(outlook.pathway),
        "waits": WAITS,
        "first": outlook.base_year + 1,
        "begins": price.begun[0].first,
        "horizon": HORIZON,
        "now": price.begun[0].unfilled,
        "late": price.begun[2].unfilled,
        "course": price.course,
        "term": price.more("unfilled", 1),
        "two": price.more("unfilled", 2),
    }


def say_waiting(price: Waiting, language: Language) -> WaitingText:
    """Return the price of waiting in words, under the switches of its outlook."""
    setting = price.begun[0].outlook.setting
    values = values_of(price) | {
        "gap_term": price.more("gap", 1),
        "gap_two": price.more("gap", 2),
        "kroner_term": price.more("kroner", 1),
        "kroner_two": price.more("kroner", 2),
        "spent": price.begun[0].accumulated,
        "spent_two": price.begun[2].accumulated,
        "cheaper": _cheaper(price.begun),
        "state": language.say(f"state.{setting.state}"),
    }
    said = {part: language.say(f"pathways.waiting.{part}", **values).strip() for part in PARTS}
    return WaitingText(**said)


def waiting_answer(
    code: str, switches: Switches, decoded: Decoded, spoken: str = "nb"
) -> WaitingAnswer:
    """Return the price of waiting of a place along a pathway.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    outlook = switches.outlook(code, decoded.pathway)
    price, language = waiting(outlook), language_of(spoken)
    begun = [
        BegunLater(
            wait=each.years,
            first=each.first,
            path=encode(each.outlook.pathway),
            unfilled=each.unfilled,
            gap=each.gap,
            balance_per_inhabitant=each.kroner,
            accumulated=each.accumulated,
        )
        for each in price.begun
    ]
    return WaitingAnswer(
        edition=snapshot().edition,
        language=language.code,
        place=code,
        path=encode(decoded.pathway),
        year=HORIZON,
        begun=begun,
        unfilled_as_today=price.course,
        fewer_because=price.reason,
        text=say_waiting(price, language),
    )
