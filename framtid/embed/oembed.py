"""oEmbed: what a pasted address becomes, for those who ask as https://oembed.com says."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Literal
from urllib.parse import parse_qsl, quote, unquote, urlsplit
from xml.etree import ElementTree as ET

from msgspec.structs import asdict

from framtid import addresses
from framtid.answers import Model, Text
from framtid.embed.frame.heights import height
from framtid.embed.frame.net import NET, AskedNet, net_title, read_net
from framtid.embed.frame.render import built, state
from framtid.embed.links import ENDPOINT
from framtid.embed.request import PREFIX, Asked, named, read, wished_language
from framtid.embed.request_step import AskedStep, read_step
from framtid.embed.snippet import NET_HEIGHT, STEPS, iframe, net_plain, step_iframe
from framtid.embed.step_meant import step_meant, told_of
from framtid.errors import FramtidError, NotOursError
from framtid.language import language_of
from framtid.pathways.switches import Switches
from framtid.places import places
from framtid.sitemap import page_at
from framtid.stories import stories
from framtid.views.registry import views

Meant = Asked | AskedStep | AskedNet
CHAIN = "causes"
"""The view that stands for the causal map where there is little room."""
PROVIDER = "2040 begynner nå"
WIDTH = 680
NARROWEST = 280
LONGEST = 2000
"""Characters of an address that are read."""


def card_view(path: str, story: str = "", code: str = "") -> str | None:
    """Return the view that stands for a page, or None for a page that no view stands for.

    Args:
        path: the page's address.
        story: the story that is told there, where the address names one.
        code: the place that it is told for.

    """
    page = page_at(path if path == addresses.FRONT else path.rstrip("/"))
    if page and page.address == addresses.STORY and story in stories():
        place = places().by_code.get(code)
        return stories()[story].card(place.level) if place else page.card
    return page.card if page else None


def _story_of(path: str) -> str:
    """Return the story of an address such as ``/historie/<id>``, or nothing."""
    name = unquote(path.removeprefix(f"{addresses.STORY}/")).rstrip("/")
    return name if name in stories() else ""


def _of_today(place: str) -> str:
    """Return a code of old as today's, with the edition that may follow it."""
    code, frozen = named(place)
    today = places().follow(code).code
    return f"{today}@{frozen}" if frozen else today


@dataclass(frozen=True, slots=True)
class Shared:
    """What a link to a page becomes elsewhere: addresses with our own host."""

    address: str
    picture: str
    alt: str
    discovery: str


class OEmbed(Model, frozen=True):
    """What an address becomes, in the words of https://oembed.com."""

    version: Literal["1.0"]
    type: Literal["rich"]
    provider_name: str
    provider_url: str
    title: Text
    html: str
    width: int
    """Pixels, as the other measures."""
    height: int
    thumbnail_url: str
    thumbnail_width: int
    thumbnail_height: int
    cache_age: int
    """Seconds."""


def spoken(address: str) -> str:
    """Return the language that an address asks for."""
    query = address[:LONGEST].partition("?")[2].partition("#")[0]
    return wished_language(dict(parse_qsl(query)))


def _switches(query: Mapping[str, str]) -> dict[str, str]:
    """Return the switches of a page's address; there, those that cannot be read are as usual."""
    try:
        return Switches.read(query).query
    except FramtidError:
        return {}


def meant(address: str, hosts: Collection[str] = ()) -> Meant:
    """Return the view, the step of a story or the causal map that an address of ours stands for.

    Args:
        address: what was pasted.
        hosts: what our own host is called, "example.no"; an address of another is not ours. Where
            none is named, or the address names none, it is taken for ours.

    Raises:
        NotOursError: it is no address of ours that a view stands for.
        FramtidError: it names a view or place that is not there.

    """
    try:
        parts = urlsplit(address[:LONGEST])
    except ValueError as error:  # brackets that hold no address
        raise NotOursError(address[:LONGEST]) from error
    if hosts and parts.netloc and parts.netloc not in hosts:
        raise NotOursError(address[:LONGEST])
    query = dict(parse_qsl(parts.query))
    if parts.path.startswith(PREFIX):
        *what, place = map(unquote, parts.path.removeprefix(PREFIX).rstrip("/").split("/"))
        if len(what) > 1:
            return read_step(what[0], "/".join(what[1:]), _of_today(place), query)
        if what == [NET]:
            return read_net(_of_today(place), query)
        return read("".join(what), _of_today(place), query)
    code = _of_today(query.get(addresses.PLACE) or places().nation.code)
    story = _story_of(parts.path)
    path = addresses.STORY if story else parts.path
    usual = card_view(path, story or query.get(addresses.STORY_ID, ""), code)
    if usual is None:
        raise NotOursError(address[:LONGEST])
    told = {
        "lang": query.get(addresses.LANGUAGE, ""),
        "path": query.get(addresses.PATH, ""),
        **_switches(query),
        "year": query.get("year", ""),
    }
    name = story or query.get(addresses.STORY_ID) or addresses.DEFAULT_STORY
    if path == addresses.STORY and (step := step_meant(name, parts.fragment, code, told)):
        return step
    return read(parts.fragment if parts.fragment in views() else usual, code, told)


def _card(asked: Meant) -> Asked:
    if isinstance(asked, AskedNet):  # the whole of it cannot be read as small as a card
        return Asked(CHAIN, asked.code, asked.language, edition=asked.edition)
    return told_of(asked)[-1] if isinstance(asked, AskedStep) else asked


def picture(asked: Asked, host: str) -> str:
    """Return the address of a view's card as PNG."""
    query = "".join(f"&{name}={quote(value)}" for name, value in asked.query.items())
    frozen = f"@{asked.edition}" if asked.edition else ""
    return f"{host}{addresses.API}/views/{asked.view}/{asked.code}{frozen}.png?form=wide{query}"


def shared(address: str, host: str) -> Shared:
    """Return what a link to an address of ours becomes; raise as ``meant`` does."""
    asked, whole = _card(meant(address)), host + address
    return Shared(
        address=whole,
        picture=picture(asked, host),
        alt=state(built(asked), asked.year).title,
        discovery=f"{host}{ENDPOINT}?url={quote(whole, safe='')}",
    )


def answer(asked: Meant, host: str, limits: Mapping[str, int]) -> OEmbed:
    """Return the answer to a question about a view or a step.

    Args:
        asked: the view, the step or the causal map.
        host: our own address, "https://example.no".
        limits: ``maxwidth`` and ``maxheight`` in pixels, where the one who asks has any.

    """
    host = addresses.host() or host
    name = language_of(asked.language).label(places().get(asked.code))
    width = min(WIDTH, limits.get("maxwidth", WIDTH))
    card = _card(asked)
    if isinstance(asked, AskedNet):
        title = net_title(asked)
        high = _within(NET_HEIGHT, limits)
        line = net_plain(asked, f"{name}: {title}", host, (width, high) if limits else None)
    elif isinstance(asked, AskedStep):
        title, kind, _ = told_of(asked)
        high = _within(STEPS[kind], limits)
        line = step_iframe(asked, title, kind, host, (width, high) if limits else None)
    else:
        view = built(asked)
        title = state(view, asked.year).title
        high = _within(height(view, max(NARROWEST, width)), limits)
        line = iframe(asked, host, (width, high) if limits else None)
    return OEmbed(
        version="1.0",
        type="rich",
        provider_name=PROVIDER,
        provider_url=host,
        title=f"{name}: {title}",
        html=line,
        width=width,
        height=high,
        thumbnail_url=picture(card, host),
        thumbnail_width=1200,
        thumbnail_height=628,
        cache_age=3600,
    )


def _within(natural: int, limits: Mapping[str, int]) -> int:
    return min(natural, limits.get("maxheight", natural))


def xml(told: OEmbed) -> bytes:
    """Return an answer as XML."""
    root = ET.Element("oembed")
    for name, value in asdict(told).items():
        ET.SubElement(root, name).text = str(value)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True))
