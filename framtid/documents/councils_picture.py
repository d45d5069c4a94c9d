"""``/spill/bilde.png``: a game as a picture, with what it came to, a question and where to play."""

from collections.abc import Iterator

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from framtid import addresses
from framtid.documents.councils_ending import FORM, Ending, ending
from framtid.documents.councils_parts import lives, say
from framtid.embed.pictures.card import FORMATS, GAP, Format, sheet
from framtid.embed.pictures.painting import PAINTING
from framtid.errors import UnknownOptionError
from framtid.horizon import HORIZON
from framtid.language.current import reader_language, spoken
from framtid.pathways.councils_code import LONGEST, DecodedGame, decode
from framtid.pathways.councils_game import Play, play
from framtid.places import Level, places
from framtid.statistics.keeping import kept
from framtid.views import style
from framtid.views.drawing import draw, fonts
from framtid.views.drawing.elements import element, text
from framtid.views.drawing.fonts import BOLD, SANS, SANS_STACK, SERIF, SERIF_STACK, Face
from framtid.views.hundred import in_year
from framtid.views.model import Figure
from framtid.web.host import host
from framtid.web.packed import Packed, pack

LINE = 1.2
KICKER, SMALL = 30, 26
ASK = 44
"""The size of the question, in pixels."""
SMALLEST, MOST = 34, 4
"""The size of a title below which it is not set, and the lines it may take."""
HALF = 0.5
"""The share of a wide picture that words take; the hundred stand beside them."""
CACHE = "public, max-age=86400"


class Words:
    """Lines set one below the other in a picture."""

    def __init__(self, room: float, at: float = GAP) -> None:
        self.room, self.at = room, at
        """How wide a line may be, and how far down the last one stands."""
        self.parts: list[str] = []

    def add(self, words: str, size: int, color: str, *, serif: bool = False) -> None:
        """Set a text in as many lines as it needs; what is in serif is bold."""
        face = Face(SERIF, BOLD) if serif else Face(SANS)
        for line in fonts.lines(words, face, size, self.room):
            self.at += round(size * LINE)
            self.parts.append(
                text(
                    line,
                    GAP,
                    self.at,
                    fill=color,
                    font_size=size,
                    font_family=SERIF_STACK if serif else SANS_STACK,
                    font_weight=str(BOLD) if serif else None,
                )
            )

    def title(self, words: str, largest: int) -> None:
        """Set a title as large as it can be on no more than ``MOST`` lines."""
        sizes = range(largest, SMALLEST, -2)
        face = Face(SERIF, BOLD)
        fitting = (s for s in sizes if len(fonts.lines(words, face, s, self.room)) <= MOST)
        self.add(words, next(fitting, SMALLEST), style.INK, serif=True)


def _drawn(figure: Figure, box: tuple[float, float, float, float], form: Format) -> str:
    """Return the hundred in a box: left, top, width and height in pixels."""
    left, top, width, height = box
    scale = min(form.scale, width / 340)
    room = (width / scale, height / scale)
    place = {"x": left, "y": top, "width": width, "height": height}
    return element("svg", draw(figure, *room), **place, viewBox=f"0 0 {room[0]:g} {room[1]:g}")


def _said(here: Play) -> Ending:
    """Return what stands large and below: how the game ended, or what it asks before it has."""
    if here.game.over:
        return ending(here)
    inside = reader_language().inside(here.years.place)
    return Ending(say("start.heading", inside=inside), "")


def _below(form: Format, ours: str, code: str) -> Iterator[str]:
    """Yield the question, where it is answered, and where the figures are from."""
    page = addresses.page(addresses.COUNCILS, code).partition(addresses.LANGUAGE)[0].rstrip("?&")
    at = form.height - GAP
    bold = {"font_family": SANS_STACK, "font_weight": str(BOLD)}
    serif = {"font_family": SERIF_STACK, "font_weight": str(BOLD)}
    where = f"{ours.partition('//')[2] or ours}{page}"
    yield text(
        say("picture.source"), GAP, at, fill=style.MUTED, font_size=22, font_family=SANS_STACK
    )
    yield text(where, GAP, at - 38, fill=style.MINE, font_size=28, **bold)
    yield text(say("picture.ask"), GAP, at - 84, fill=style.INK, font_size=ASK, **serif)


def picture(here: Play, name: str, ours: str) -> str:
    """Return a game as one SVG picture.

    Args:
        here: the game.
        name: the form, one of ``FORMATS``.
        ours: what our own host is called.

    """
    form, language = FORMATS[name], reader_language()
    beside = form.width > form.height
    words = Words(form.width * (HALF if beside else 1) - (1.5 if beside else 2) * GAP)
    said, place = _said(here), language.plain(here.years.place)
    words.add(f"{say('kicker')} · {place}", SMALL if beside else KICKER, style.MINE)
    words.at += 14
    words.title(said.did, 46 if beside else form.title)
    if said.waited:
        words.at += 14
        words.add(said.waited, SMALL if beside else KICKER, style.INK)
    years = here.years
    year = HORIZON if here.game.over else years.base_year
    figure, alt = in_year(years, lives(years), year, language)
    left, top = (words.room + 2 * GAP, GAP) if beside else (GAP, words.at + 28)
    low = form.height - (GAP if beside else GAP + 150)
    box = (left, top, form.width - GAP - left, low - top)
    return sheet(
        form,
        f"{said.did} {said.waited} {alt}",
        *words.parts,
        _drawn(figure, box, form),
        *_below(form, ours, here.code),
    )


@kept(256, by=spoken)
def picture_png(code: str, decoded: DecodedGame, name: str, ours: str) -> Packed:
    """Return a game as a PNG."""
    return pack(PAINTING.png(picture(play(code, decoded), name, ours)), "image/png")


def respond(request: Request) -> Response:
    """Answer with the picture of the game in the address; elsewhere than in a municipality none."""
    query = request.query_params
    place = places().by_code.get(query.get(addresses.PLACE, "")[:10])
    if place is None or place.level is not Level.MUNICIPALITY:
        return RedirectResponse(addresses.page(addresses.COUNCILS), 303)
    name = query.get(FORM) or next(iter(FORMATS))
    if name not in FORMATS:
        raise UnknownOptionError(FORM, name[:40], tuple(FORMATS))
    decoded = decode(query.get(addresses.GAME, "1-1")[: LONGEST + 1])
    ours = addresses.host() or host(request)
    return picture_png(place.code, decoded, name, ours).response(request.headers, CACHE)
