"""The whole causal map as one finished page to be put inside another: the net, or its chain."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from markupsafe import Markup

from framtid import addresses
from framtid.embed import links
from framtid.embed.frame.page import page
from framtid.embed.frame.render import dated, table_rows
from framtid.embed.frame.sizes import pictures
from framtid.embed.frame.steady import LARGE, USUAL
from framtid.embed.look.site_colors import tokens
from framtid.embed.look.style import PLAIN, Style, read_style
from framtid.embed.request import named, read_language, wished_language, written
from framtid.errors import UnknownPlaceError
from framtid.language import language_of, on_one_line
from framtid.language.sources import cite
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import beside, causes_answer, chain_heading
from framtid.places import Level, places
from framtid.views.causes_drawing import BOX, WORDS, drawing
from framtid.views.drawing.fonts import SANS, Face, width
from framtid.views.registry import build_view

NET = "net"
"""What the frame is called in an address, where a view has its name."""
NODE = 15
"""Pixels of the letters in a box; headings have others."""
SHEET = Path(__file__).with_name("net.css")


@dataclass(frozen=True, slots=True)
class AskedNet:
    """The map of a place, in a language and a look."""

    code: str
    language: str
    style: Style = PLAIN
    edition: str = ""
    """The edition whose figures it shows for ever; empty for the newest."""

    @property
    def address(self) -> str:
        """Its address on our host."""
        own = {} if self.language == wished_language({}) else {"lang": self.language}
        frozen = f"@{self.edition}" if self.edition else ""
        return written(NET, f"{self.code}{frozen}", own | self.style.query)


def read_net(place: str, query: Mapping[str, str]) -> AskedNet:
    """Return what is asked for; raise as ``read`` does of a view's frame."""
    code, edition = named(place)
    if code not in places().by_code:
        raise UnknownPlaceError(code)
    return AskedNet(code, read_language(query), read_style(query), edition)


def _held(words: str, size: int) -> Markup:
    """Return how wide words of the map are in every font: their box's room at most."""
    room = width(words, Face(SANS), LARGE) * size / LARGE * USUAL
    most = BOX if size != NODE else WORDS
    return Markup(' textLength="{:.0f}" lengthAdjust="spacingAndGlyphs"').format(min(room, most))


def net_title(asked: AskedNet) -> str:
    """Return what the map asks of a place."""
    language = language_of(asked.language)
    inside = language.inside(places().get(asked.code))
    return on_one_line(language.say("causes.page.heading", inside=inside))


def net_frame(asked: AskedNet) -> str:
    """Return the page, of the edition in force: the net where it is wide, else its chain."""
    language, place = language_of(asked.language), places().get(asked.code)
    answer, view = (
        causes_answer(asked.code, asked.language),
        build_view("causes", asked.code, asked.language),
    )

    def text(key: str, /, **values: object) -> str:
        return on_one_line(language.say(f"causes.page.{key}", **values))

    def address(node: str) -> str:
        return addresses.host() + addresses.causes(asked.code, node)

    return page(
        "net.html",
        language,
        asked.style,
        pictures(view.figure),
        place=language.label(place),
        named=language.plain(place),
        title=net_title(asked),
        discovery=links.discovery(asked.address),
        lead=text("picture.lead"),
        alt=view.frames[-1].alt,
        view=view,
        rows=table_rows(view, language),
        dated=dated(asked.edition, language),
        chain_heading=chain_heading(answer, language),
        chain=[*answer.chain.leads, answer.chain.helps],
        text=text,
        address=address,
        outside=True,
        held=_held,
        alone=place.level is Level.NATION,
        here=partial(beside, answer, language=language),
        drawn=drawing(answer.nodes, answer.links, causal_map(), ""),
        own_sheet=tokens(asked.style.theme) + SHEET.read_text("utf-8").replace("\n", ""),
        sources=[links.source(cite(source, language)) for source in view.sources],
        more=addresses.host() + addresses.causes(asked.code),
        chart=f"{NET}/{asked.code}",
    )
