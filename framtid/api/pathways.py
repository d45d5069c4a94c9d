"""Answers about pathways: a place along a path, what one can choose, and what it would take."""

import re
from math import inf

from starlette.requests import Request

from framtid.api.downloads import FORM, to_csv, wished_form
from framtid.api.endpoint import Endpoint
from framtid.errors import BrokenPathError, UnknownOptionError
from framtid.language.current import spoken
from framtid.pathways.answer import answer, rows
from framtid.pathways.codec import LONGEST, Decoded, decode, encode
from framtid.pathways.councils_code import LONGEST as LONGEST_GAME
from framtid.pathways.councils_code import DecodedGame
from framtid.pathways.councils_code import decode as decode_game
from framtid.pathways.councils_told import game_answer
from framtid.pathways.dilemmas_told import dilemmas_answer
from framtid.pathways.goals import OWN, Goal, goal, own_goal
from framtid.pathways.levers import lever
from framtid.pathways.limits import Limits
from framtid.pathways.pathway import Pathway
from framtid.pathways.switches import NAMES, Switches
from framtid.pathways.waiting_told import waiting_answer
from framtid.pathways.ways import ways
from framtid.statistics.keeping import kept
from framtid.stories.simulator import choice, desk
from framtid.web.packed import Packed, to_json


@kept(256, by=spoken)
def outlook_json(code: str, switches: Switches, decoded: Decoded) -> Packed:
    """Return everything a page needs to show a place along a path."""
    return to_json(answer(code, switches, decoded, spoken()))


@kept(64, by=spoken)
def outlook_csv(code: str, switches: Switches, pathway: Pathway, form: str) -> Packed:
    """Return every indicator by year along a path, beside the official line."""
    found = rows(switches.outlook(code, pathway))
    name = "-".join(("outlook", code, *switches.query.values(), encode(pathway)))
    return to_csv(name, found[0], (row.values() for row in found), form)


@kept(64, by=spoken)
def choices_json(code: str) -> Packed:
    """Return the levers with their sheets, the named paths, the goals and the page's words."""
    return to_json(desk(code, spoken()))


@kept(512, by=spoken)
def choice_json(code: str, switches: Switches, decoded: Decoded, picture: str) -> Packed:
    """Return what the page *Veivalg* shows of a place along a path, and no more."""
    return to_json(choice(code, decoded, picture, spoken(), switches))


@kept(128, by=spoken)
def ways_json(code: str, switches: Switches, pathway: Pathway, aim: Goal, limits: Limits) -> Packed:
    """Return what it would take to reach a goal from a path."""
    return to_json(ways(switches.outlook(code, pathway), aim, limits, spoken()))


@kept(256, by=spoken)
def waiting_json(code: str, switches: Switches, decoded: Decoded) -> Packed:
    """Return what the choices of a path give when they begin a council term or two later."""
    return to_json(waiting_answer(code, switches, decoded, spoken()))


@kept(64, by=spoken)
def dilemmas_json(code: str, switches: Switches) -> Packed:
    """Return the dilemmas that a place meets, with both sides and where either answer leads."""
    return to_json(dilemmas_answer(code, switches, spoken()))


@kept(128, by=spoken)
def councils_json(code: str, decoded: DecodedGame) -> Packed:
    """Return a game of four councils in a municipality, and how its years went."""
    return to_json(game_answer(code, decoded))


NUMBER = re.compile(r"[+-]?\d{1,12}([.,]\d{1,12})?", re.ASCII)
LARGEST = 1e9
"""The largest number that an answer may be asked about: no place has so many of anything."""


def read_path(request: Request) -> Decoded:
    """Return the pathway that a request asks for, and what was wrong with its code."""
    told = request.query_params.get("path", "")
    return decode(told[: LONGEST + 1])


def read_pathway(request: Request) -> Pathway:
    """Return the pathway that a request asks for, for an answer with no room to say what was wrong.

    Raises:
        BrokenPathError: its code cannot be read.

    """
    decoded = read_path(request)
    if decoded.note in {"broken", "unknown_version"}:
        raise BrokenPathError(request.query_params["path"][:40])
    return decoded.pathway


def chosen_path(request: Request) -> Decoded | None:
    """Return the same, or None where no path is asked for."""
    return read_path(request) if request.query_params.get("path") else None


def _where(request: Request) -> tuple[str, Switches]:
    code = request.path_params["code"]
    return code, Switches.read_for(code, request.query_params)


def _choice(request: Request) -> Packed:
    picture = request.query_params.get("picture", "")[:40]
    return choice_json(*_where(request), read_path(request), picture)


def _number(request: Request, name: str) -> float | None:
    """Return a number a reader set, None where there is none.

    Raises:
        UnknownOptionError: it is no number, or larger than any there is.

    """
    text = request.query_params.get(name, "")
    if not text:
        return None
    number = float(text.replace(",", ".")) if NUMBER.fullmatch(text) else inf
    if abs(number) > LARGEST:
        raise UnknownOptionError(name, text[:20], ("100",))
    return number


def _goal(request: Request) -> Goal:
    """Return the goal that is asked for, or one of the reader's own.

    Raises:
        UnknownGoalError, UnknownOptionError: there is no such goal, or it cannot be read.

    """
    query, target = request.query_params, _number(request, "target")
    if query.get("goal") == OWN:
        indicator, direction = query.get("indicator", "")[:40], query.get("direction", "")[:20]
        return own_goal(indicator, direction, 0.0 if target is None else target)
    return goal(query.get("goal", "")[:40]).aiming(target)


def _councils(request: Request) -> Packed:
    game = request.query_params.get("game", "1-1")[: LONGEST_GAME + 1]
    return councils_json(request.path_params["code"], decode_game(game))


def _limits(request: Request) -> Limits:
    """Return what an answer must keep to.

    Raises:
        UnknownLeverError, UnknownOptionError: a locked lever is none, the ceiling is no number.

    """
    locked = [name for name in request.query_params.get("locked", "")[:400].split(",") if name]
    return Limits(frozenset(lever(name).id for name in locked), _number(request, "ceiling"))


def _ways(request: Request) -> Packed:
    aim, limits = _goal(request), _limits(request)
    return ways_json(*_where(request), read_pathway(request), aim, limits)


ALONG = ("path", *NAMES)
"""What an answer along a path may be asked for: the path, and where the switches stand."""

ANSWERS: dict[str, Endpoint] = {
    "/outlook/{code}.json": Endpoint(
        lambda request: outlook_json(*_where(request), read_path(request)), ALONG
    ),
    "/outlook/{code}.csv": Endpoint(
        lambda request: outlook_csv(*_where(request), read_pathway(request), wished_form(request)),
        (*ALONG, FORM),
    ),
    "/dilemmas/{code}.json": Endpoint(lambda request: dilemmas_json(*_where(request)), NAMES),
    "/councils/{code}.json": Endpoint(_councils, ("game",)),
    "/choices/{code}.json": Endpoint(
        lambda request: choices_json(request.path_params["code"]), goes_on=True
    ),
    "/choice/{code}.json": Endpoint(_choice, (*ALONG, "picture"), goes_on=True),
    "/waiting/{code}.json": Endpoint(
        lambda request: waiting_json(*_where(request), read_path(request)), ALONG, dear=True
    ),
    "/ways/{code}.json": Endpoint(
        _ways,
        (*ALONG, "goal", "target", "indicator", "direction", "locked", "ceiling"),
        dear=True,
        goes_on=True,
    ),
}
