"""A friendly no, and the way on: unknown places, places of old, and names that may mean several."""

from collections.abc import Callable, Sequence
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request
from starlette.responses import HTMLResponse, RedirectResponse, Response

from framtid.places import Place, places
from framtid.site import addresses
from framtid.site.shell import environment
from framtid.site.words import say

Way = tuple[str, Callable[[str], str]]
"""What a link to a found place says, and its address by the place's code."""


def to_pages() -> tuple[Way, ...]:
    """Return the ways to a place's story and to its figures."""
    return (
        (say("search.story"), lambda code: addresses.page(addresses.STORY, code)),
        (say("search.figures"), lambda code: addresses.page(addresses.MUNICIPALITY, code)),
    )


def plain(status: int, title: str, **values: Any) -> HTMLResponse:  # noqa: ANN401
    """Answer with a short page: a heading, a lead, a search, and the places that were found."""
    template = environment().get_template("plain.html")
    content = {
        "found": (),
        "why": {},
        "lead": "",
        "ways": to_pages(),
        "onward": None,
        "description": values.get("lead", ""),
        **values,
    }
    return HTMLResponse(template.render(title=title, **content), status)


def unknown_place(code: str) -> Response:
    """Answer that no place has a code, and offer the search."""
    return plain(
        404,
        say("titles.missing"),
        heading=say("missing.place.heading"),
        lead=say("missing.place.lead", code=code[:20]),
    )


def divided(code: str, found: Sequence[Place], ways: Sequence[Way]) -> Response:
    """Answer that a municipality of old was divided, with the choice between its parts."""
    name = places().former[code].name
    return plain(
        300,
        say("titles.divided"),
        heading=say("missing.divided.heading"),
        lead=say("missing.divided.lead", code=code, name=name, count=len(found)),
        found=found,
        ways=ways,
    )


def elsewhere(request: Request, path: str, code: str) -> Response | None:
    """Return the way on for a code that is not a place of today; None for one that is.

    What else the address asks for comes along.
    """

    def onward(to: str) -> str:
        return f"{path}?{urlencode({**request.query_params, addresses.PLACE: to})}"

    found = places().today(code)
    match found:
        case ():
            return unknown_place(code)
        case (place,):
            return RedirectResponse(onward(place.code), 301) if place.code != code else None
        case _:
            here = (say("search.read"), onward)
            apart = path not in addresses.PAGES
            return divided(code, found, (here,) if apart else to_pages())
