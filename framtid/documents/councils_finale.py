"""The end of a game: 2040, the path told back, and the same done at other times."""

from typing import Any

from framtid import addresses
from framtid.documents.councils_ending import ending, last_paper, last_voices, pictures
from framtid.documents.councils_parts import figures, hundred, lives, say
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.language.current import reader_language
from framtid.pathways.adding_up import apart
from framtid.pathways.codec import encode
from framtid.pathways.councils_code import encode as encode_game
from framtid.pathways.councils_game import Council, Play
from framtid.pathways.councils_refused import foregone, refused
from framtid.pathways.councils_years import YearsOutlook
from framtid.pathways.dilemmas import dilemmas, in_words
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import beside, told
from framtid.pathways.waiting import Waiting, waiting
from framtid.pathways.waiting_told import say_waiting
from framtid.projection.uncertainty.one_trajectory import trajectory_count
from framtid.stories.councils_years import whole


def _yes(council: Council, language: Language) -> str:
    """Return what a council said yes to, and a no that moves something, in a line."""
    found = []
    for at, each in enumerate(council.answers):
        title = in_words(each.dilemma, language).title
        if each.yes:
            found.append(title)
        elif dilemmas()[each.dilemma].if_no and not council.put_off(at):
            found.append(say("decided.refused", title=title))
    return " · ".join(found) or say("finale.no_yes")


def _exact(value: float) -> str:
    """Return a figure of a table: small whole ones in digits too."""
    plain = float(value) if float(value).is_integer() else value
    return reader_language().numbers.exact(plain)


def _missing(value: float) -> str:
    return say("finale.enough") if value <= 0 else _exact(value)


def _rows(price: Waiting, years: YearsOutlook) -> list[tuple[str, list[str]]]:
    """Return the figures of the path, of today's course and of waiting, a row for each.

    A row that never moves says nothing of what was decided, and is left out.
    """
    official, begun = years.official, price.begun
    course = {
        name: told(years, name, HORIZON)["official"] for name in ("gap", "balance_per_inhabitant")
    }
    unfilled = [begun[0].unfilled, price.course, *(each.unfilled for each in begun[1:])]
    gap = [begun[0].gap, course["gap"], *(each.gap for each in begun[1:])]
    kroner = [begun[0].kroner, course["balance_per_inhabitant"]]
    kroner += [each.kroner for each in begun[1:]]
    outlooks = [begun[0].outlook, official, *(each.outlook for each in begun[1:])]
    signed = reader_language().numbers.signed
    first = years.base_year
    rows = [
        (say("finale.rows.unfilled", first=first + 1), [_exact(each) for each in unfilled]),
        (say("finale.rows.gap"), [_missing(each) for each in gap]),
        (say("finale.rows.kroner", base=first), [signed(each) for each in kroner]),
        (say("finale.rows.outside"), _told("outside", outlooks)),
        (say("finale.rows.people"), _told("people", outlooks)),
    ]
    return [(label, cells) for label, cells in rows if len(set(cells)) > 1]


def _told(indicator: str, outlooks: list[Outlook]) -> list[str]:
    """Return the first as every page tells it, and the others as far from that as they are."""
    first = told(outlooks[0], indicator, HORIZON)["path"]
    at = [each.consequences.at(indicator, HORIZON) for each in outlooks]
    return [_exact(first + beside(indicator, each, at[0])[2]) for each in at]


def _lying(here: Play, names: list[str], language: Language) -> dict[str, Any] | None:
    """Return what was let lie, and what it would have given; None where nothing was."""
    let = refused(here)
    if not let.met:
        return None
    more, begun = foregone(here, let.pathway), any(each.started for each in here.councils)
    by_council: dict[int, list[str]] = {}
    for number, name in let.met:
        by_council.setdefault(number, []).append(in_words(name, language).title)
    values = {"unfilled": more.unfilled, "gap": more.gap, "kroner": more.kroner}
    values["accumulated"] = more.accumulated
    return {
        "title": say("finale.lying.title", begun=begun, **values),
        "large": not begun,
        "text": say("finale.lying.text", first=here.years.base_year + 1, **values),
        "met": [(names[at], " · ".join(titles)) for at, titles in by_council.items()],
    }


def finale(here: Play) -> dict[str, Any]:
    """Return what the last page of a game has."""
    language, years = reader_language(), here.years
    names: list[str] = language.entry("councils.terms")
    price, way = waiting(years), encode(here.pathway)
    at_end = {
        name: whole(told(years, indicator, HORIZON)["path"])
        for name, indicator in (
            ("gap", "gap"),
            ("kroner", "balance_per_inhabitant"),
            ("outside", "outside"),
        )
    }
    middle = whole(told(here.foreseen, "gap", HORIZON)["path"])
    return {
        "part": "finale",
        "picture": hundred(years, HORIZON, lived=True),
        "lives_from": years.base_year,
        "lived": lives(years).events(HORIZON) | {"base": years.base_year},
        "figures": figures(years, HORIZON, other=("before", years, years.base_year)),
        "ending": ending(here, price),
        "paper": last_paper(here, language),
        "voices": last_voices(here, language),
        "pictures": pictures(here),
        "here": addresses.game(here.code, encode_game(here.game)),
        "path": [(names[each.term.number], _yes(each, language)) for each in here.councils],
        "moved": not here.pathway.is_default,
        "begun": any(each.started for each in here.councils),
        "columns": [say(f"finale.columns.{each}") for each in ("yours", "course", "term", "two")],
        "rows": _rows(price, years),
        "apart": apart(years, language, ["gap"]),
        "waiting": say_waiting(price, language),
        "lying": _lying(here, names, language),
        "left": say("finale.left_told", base=years.base_year, **at_end),
        "middle": say("finale.middle", of=trajectory_count(), gap=middle),
        "game": encode_game(here.game),
        "links": {
            "read": addresses.page(addresses.TOLD, here.code, way),
            "levers": addresses.page(addresses.CHOICE, here.code, way),
            "again": addresses.game(here.code, encode_game(here.game.started_over())),
            "other": addresses.page(addresses.NEW_GAME, here.code),
        },
    }
