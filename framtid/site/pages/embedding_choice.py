"""What the page *Bygg inn* stands on: the choices in its address, and what they give."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from framtid import addresses
from framtid.embed.look.style import FONTS, THEMES
from framtid.embed.request import Asked, read
from framtid.errors import FramtidError
from framtid.language.current import spoken
from framtid.language.texts import DEFAULT, OF_PAGES
from framtid.pathways.codec import decode, encode
from framtid.pathways.pathway import named
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.registry import views

FIRST = "carers"
LOOKS = {"theme": THEMES, "font": FONTS}
"""Parameters that are chosen from a list."""
FROZEN = "frosset"
"""The parameter that asks for a frame whose figures stand still."""


@dataclass(frozen=True)
class Choice:
    """What is chosen on the page: plain words, as its address has them."""

    code: str
    view: str
    language: str
    path: str
    theme: str
    font: str
    accent: str
    frozen: bool
    switches: Switches = AS_USUAL

    @property
    def asked(self) -> Asked:
        """The frame that was chosen; our own look where a choice cannot be read."""
        query = {"lang": self.language, "path": self.path, **self.switches.query}
        look = {"theme": self.theme, "font": self.font, "accent": self.accent}
        place = f"{self.code}@{snapshot().edition}" if self.frozen else self.code
        try:
            return read(self.view, place, query | look)
        except FramtidError:
            return read(self.view, place, {})

    @property
    def _languages(self) -> dict[str, str]:
        """The page's language and the frame's: one parameter where the pages lack the frame's."""
        if spoken() == DEFAULT and self.language not in OF_PAGES:
            return {addresses.LANGUAGE: self.language}
        other = self.language if self.language != spoken() else ""
        return addresses.carried() | {addresses.FRAME_LANGUAGE: other}

    @property
    def query(self) -> dict[str, str]:
        """What the address says of it: only what is not the usual."""
        told = {
            addresses.PLACE: self.code,
            addresses.VIEW: self.view,
            **self._languages,
            addresses.PATH: self.path,
            **self.switches.query,
            "theme": "" if self.theme == THEMES[0] else self.theme,
            "font": "" if self.font == FONTS[0] else self.font,
            "accent": self.accent,
            FROZEN: "1" if self.frozen else "",
        }
        return {name: value for name, value in told.items() if value}


def fitting(code: str) -> list[str]:
    """Return the views that are made for a place, in order."""
    level = places().get(code).level
    return [name for name, maker in views().items() if level in maker.levels]


def paths(taken: str) -> list[str]:
    """Return the codes of the paths to choose between: none, the named ones, and one's own."""
    known = ["", *(encode(pathway) for pathway in named().values())]
    own = encode(decode(taken).pathway) if taken else ""
    return list(dict.fromkeys([*known, own] if not decode(taken).pathway.is_default else known))


def _switches(query: Mapping[str, str]) -> Switches:
    try:
        return Switches.read(query)
    except FramtidError:
        return AS_USUAL


def choice(query: Mapping[str, str]) -> Choice:
    """Return the choices of an address, each the usual one where it cannot be read."""
    code = query.get(addresses.PLACE, "")
    found = places().today(code)
    code = found[0].code if len(found) == 1 else places().nation.code
    view = query.get(addresses.VIEW, "")
    taken = query.get(addresses.PATH, "")
    looks = {name: query.get(name, "") for name in LOOKS}
    made = Choice(
        code=code,
        view=view if view in fitting(code) else FIRST,
        language=query.get(addresses.FRAME_LANGUAGE) or query.get(addresses.LANGUAGE, DEFAULT),
        path="" if decode(taken).pathway.is_default else encode(decode(taken).pathway),
        theme=looks["theme"] if looks["theme"] in THEMES else THEMES[0],
        font=looks["font"] if looks["font"] in FONTS else FONTS[0],
        accent=query.get("accent", ""),
        frozen=bool(query.get(FROZEN)),
        switches=_switches(query),
    )
    return replace(
        made, language=made.asked.language, accent=made.asked.style.accent.removeprefix("#")
    )


def file(asked: Asked, kind: str, form: str = "", **more: str) -> str:
    """Return the address of a view as a file, frozen where the figure is."""
    frozen = f"@{asked.edition}" if asked.edition else ""
    query = asked.query | {"lang": asked.language, "form": form} | more
    return addresses.view_file(asked.view, asked.code + frozen, kind, query)
