"""Answers about pathways: a place along a path, what one can choose, and what it would take."""

from collections.abc import Callable
from dataclasses import replace
from math import isfinite

from starlette.requests import Request

from framtid.api.downloads import to_csv, wished_form
from framtid.language.current import spoken
from framtid.pathways.answer import answer, rows, ways
from framtid.pathways.codec import LONGEST, Decoded, decode, encode
from framtid.pathways.goals import goal
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.statistics.keeping import kept
from framtid.stories.simulator import choice, desk
from framtid.web.packed import Packed, to_json


@kept(256, by=spoken)
def outlook_json(code: str, alternative: str, decoded: Decoded) -> Packed:
    """Return everything a page needs to show a place along a path."""
    return to_json(answer(code, alternative, decoded, spoken()))


@kept(64, by=spoken)
def outlook_csv(code: str, alternative: str, pathway: Pathway, form: str) -> Packed:
    """Return every indicator by year along a path, beside the official line."""
    found = rows(outlook_of(code, alternative, pathway))
    name = f"outlook-{code}-{alternative}-{encode(pathway)}"
    return to_csv(name, found[0], (row.values() for row in found), form)


@kept(64, by=spoken)
def choices_json(code: str) -> Packed:
    """Return the levers with their sheets, the named paths, the goals and the page's words."""
    return to_json(desk(code, spoken()))


@kept(512, by=spoken)
def choice_json(code: str, decoded: Decoded, picture: str) -> Packed:
    """Return what the page *Veivalg* shows of a place along a path, and no more."""
    return to_json(choice(code, decoded, picture, spoken()))


@kept(128, by=spoken)
def ways_json(
    code: str, alternative: str, pathway: Pathway, wanted: str, target: float | None
) -> Packed:
    """Return what it would take to reach a goal from a path."""
    aim = goal(wanted)
    if target is not None:
        aim = replace(aim, fixed=target, today=None)
    return to_json(ways(outlook_of(code, alternative, pathway), aim, spoken()))


def read_path(request: Request) -> Decoded:
    """Return the pathway that a request asks for, and what was wrong with its code."""
    told = request.query_params.get("path", "")
    return decode(told[: LONGEST + 1])


def chosen_path(request: Request) -> Decoded | None:
    """Return the same, or None where no path is asked for."""
    return read_path(request) if request.query_params.get("path") else None


def _where(request: Request) -> tuple[str, str]:
    alternative = request.query_params.get("alternative", "MMMM")
    return request.path_params["code"], alternative


def _choice(request: Request) -> Packed:
    picture = request.query_params.get("picture", "")[:40]
    return choice_json(request.path_params["code"], read_path(request), picture)


def _target(request: Request) -> float | None:
    """Return the target a reader set; one that is no number is as if none was set."""
    try:
        told = float(request.query_params["target"])
    except (KeyError, ValueError):
        return None
    return told if isfinite(told) else None


def _ways(request: Request) -> Packed:
    wanted = request.query_params.get("goal", "")[:40]
    return ways_json(*_where(request), read_path(request).pathway, wanted, _target(request))


ANSWERS: dict[str, Callable[[Request], Packed]] = {
    "/outlook/{code}.json": lambda request: outlook_json(*_where(request), read_path(request)),
    "/outlook/{code}.csv": lambda request: outlook_csv(
        *_where(request), read_path(request).pathway, wished_form(request)
    ),
    "/choices/{code}.json": lambda request: choices_json(request.path_params["code"]),
    "/choice/{code}.json": _choice,
    "/ways/{code}.json": _ways,
}
