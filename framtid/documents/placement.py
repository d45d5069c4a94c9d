"""``/staasted``: where a municipality stands on each criterion, and where all of them do."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from starlette.requests import Request

from framtid import addresses
from framtid.consequences.criteria import rules
from framtid.documents.hands import NARROW, WIDE, Picture
from framtid.documents.link_card import shared
from framtid.documents.placement_list import Asked, listed
from framtid.documents.serving import placed, write
from framtid.embed.oembed import Shared
from framtid.language import Language
from framtid.language.current import reader_language, spoken
from framtid.pathways.own_told import people_of
from framtid.pathways.placement import (
    Placing,
    categories,
    figures,
    moved,
    of_categories,
    placings,
    towards_good,
    turned,
)
from framtid.pathways.placement_told import (
    broken,
    how,
    limits,
    reach,
    said,
    say,
    stands,
    uncategorised,
)
from framtid.places import Level, Place
from framtid.places import places as all_places
from framtid.statistics.keeping import kept
from framtid.views.drawing import draw
from framtid.views.registry import build_view
from framtid.web.host import host
from framtid.web.packed import Packed

CERTAIN = ("sure", "likely")
"""What holds in our own projection."""


@dataclass(frozen=True, slots=True)
class Row:
    """A criterion of a municipality as it is told."""

    name: str
    what: str
    field: str
    since: str
    now: str
    goal: str
    reach: str
    stands: str


def _row(each: Placing, language: Language) -> Row:
    criterion, name = rules().criteria[each.criterion], each.criterion
    tell = partial(said, name=name, language=language)
    since = ""
    if each.since is not None:
        since = say(language, "since", value=tell(each.since), year=criterion.since)
    return Row(
        name=say(language, f"criteria.{name}.name"),
        what=f"{say(language, f'criteria.{name}.what')} {limits(name, language)}",
        field=criterion.field,
        since=since,
        now=tell(each.now),
        goal="" if each.goal is None else tell(each.goal),
        reach=reach(each, language),
        stands=stands(each, language),
    )


def _challenges(place: Place, language: Language) -> tuple[list[str], list[str]]:
    """Return the categories a municipality is of, and those that it is of in some futures."""
    own, maybe = [], []
    for name, certain in of_categories(place).items():
        title, what = (say(language, f"categories.{name}.{part}") for part in ("name", "what"))
        sure = say(language, f"certain.{certain}")
        text = say(language, "challenge", name=title, certain=sure, what=what)
        if certain in CERTAIN:
            number = sum(each in CERTAIN for each in categories()[name])
            of = len(all_places().municipalities)
            own.append(f"{text} {say(language, 'others', number=number, of=of)}")
        else:
            maybe.append(text)
    return own, maybe


def _picture(place: Place, spoken_: str) -> Picture:
    view = build_view("placement", place.code, spoken_)
    drawn = {"wide": draw(view.figure, *WIDE), "narrow": draw(view.figure, *NARROW)}
    return Picture(view.title, view.frames[-1].alt, view.subtitle, drawn, ())


def _moves(language: Language) -> list[dict[str, Any]]:
    """Return who has moved most towards what is good on each criterion, and how."""
    found = []
    for name in figures():
        if since := rules().criteria[name].since:
            up, down = turned(name)
            found.append(
                {
                    "name": say(language, f"criteria.{name}.name"),
                    "turned": say(language, "moved.turned", year=since, up=up, down=down),
                    "named": say(
                        language,
                        "moved.named",
                        up=sum(towards_good(name)),
                        all=len(moved(name)),
                        least=rules().named_from,
                    ),
                    "best": [(each.place, how(name, each, language)) for each in moved(name)],
                }
            )
    return found


def _own(place: Place, language: Language) -> dict[str, Any]:
    """Return what only a municipality has."""
    if place.level is not Level.MUNICIPALITY:
        return {"rows": [], "picture": None, "own": [], "maybe": [], "few": None, "broken": ""}
    own, maybe = _challenges(place, language)
    rows = [_row(each, language) for each in placings(place)]
    return {
        "rows": rows,
        "picture": _picture(place, language.code),
        "own": own,
        "maybe": maybe,
        "few": living if (living := int(people_of(place))) < rules().named_from else None,
        "broken": broken(place, language),
        "inside": language.inside(place),
    }


@kept(256, by=spoken)
def placement_html(place: Place, asked: Asked, becomes: Shared | None) -> Packed:
    """Write the page.

    Args:
        place: a municipality, or another place, of which only the list is told.
        asked: what the list of all municipalities is held to.
        becomes: what a link to the page becomes elsewhere.

    """
    language = reader_language()
    one, name = place.level is Level.MUNICIPALITY, language.name(place)
    count, text = len(figures()), partial(say, language)
    return write(
        "placement.html",
        title=text("title", one=one, name=name),
        description=text("description", one=one, name=name, count=count),
        kind="ft-broad",
        code=place.code,
        name=name,
        one=one,
        count=count,
        text=text,
        moves=_moves(language),
        uncategorised=uncategorised(language),
        every=listed(asked, language, place if one else None),
        hidden={addresses.PLACE: place.code} if one else {},
        shared=becomes,
        **_own(place, language),
    )


def _page(request: Request, place: Place) -> Packed:
    becomes = shared(request.url.path, request.query_params, host(request))
    return placement_html(place, Asked.read(request.query_params), becomes)


ANSWER = placed(_page)
