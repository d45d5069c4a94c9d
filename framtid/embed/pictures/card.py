"""A view as a picture of its own: place, finding, figure and source, for a post or a newspaper."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from framtid import addresses
from framtid.embed.frame.render import built, dated, state
from framtid.embed.frame.sizes import ROW, is_map, rows, with_legend
from framtid.embed.request import Asked
from framtid.language import Language, language_of, on_one_line
from framtid.language.sources import cite
from framtid.places import places
from framtid.views import style
from framtid.views.drawing import draw, fonts
from framtid.views.drawing.elements import element, text
from framtid.views.drawing.fonts import BOLD, SANS, SANS_STACK, SERIF, SERIF_STACK, Face
from framtid.views.model import Figure, Frame, View

GAP = 48
"""Pixels around what stands in the picture."""
LINE = 1.18
FOOT = 28
"""The height of a line of the foot."""
HALF = 0.58
"""The share of a wide picture that words take where a high figure stands beside them."""
EVEN = 0.5
"""The same where small figures do: half the picture is theirs."""
SMALLEST, MOST = 32, 3
"""The size of a title, in pixels, below which it is not set, and the lines it may take."""
SHARE = 0.44
"""Of a picture's height, that its figure has at least: a long title is set smaller."""
UNITS = 190
"""Of the figure's height, in its own pixels: a low one is enlarged less, so words stand free."""


@dataclass(frozen=True, slots=True)
class Format:
    """A picture's size in pixels, the size of its title, and how much its figure is enlarged."""

    width: int
    height: int
    title: int
    scale: float
    small: int = 26
    """The size of what is measured, below the title."""
    asks: bool = False
    """Whether it asks a question and says where the answer is, for who passes it on."""


FORMATS = {
    "wide": Format(1200, 628, 50, 1.7, 22),
    "square": Format(1080, 1080, 58, 2.0),
    "portrait": Format(1080, 1350, 62, 2.4),
    "tall": Format(1080, 1920, 72, 2.8),
}
FORMATS |= {f"shared-{name}": replace(form, asks=True) for name, form in FORMATS.items()}
"""What social media show a link as, what stands alone in a feed, and what fills a phone."""
ASKED, WHERE = 46, 28
"""The size of the question of a picture to share, and of the address below it."""


@dataclass(frozen=True, slots=True)
class Box:
    """Where the figure stands, in pixels."""

    left: float
    top: float
    width: float
    height: float


def _title(words: str, form: Format, room: float, below: float) -> tuple[int, list[str]]:
    """Return size and lines of a title: as large as it can be on no more than ``MOST`` lines.

    It leaves the figure its share of the height, beside what stands ``below`` the title.
    """
    face = Face(SERIF, BOLD)
    free = form.height * (1 - SHARE) - below - 2 * GAP - 2 * FOOT - 58
    for size in range(form.title, SMALLEST, -2):
        found = fonts.lines(words, face, size, room)
        if len(found) <= MOST and len(found) * round(size * LINE) <= free:
            return size, found
    return SMALLEST, fonts.lines(words, face, SMALLEST, room)


def _head(
    place: str, view: View, frame: Frame, form: Format, room: float
) -> Iterator[tuple[str, int]]:
    """Yield each line of the head and the height below which the next one stands."""
    sans, bold = (
        {"font_family": SANS_STACK},
        {"font_family": SANS_STACK, "font_weight": str(BOLD)},
    )
    at = GAP + 30
    yield text(place, GAP, at, fill=style.MINE, font_size=30, **bold), at
    measured = fonts.lines(view.subtitle, Face(SANS), form.small, room)
    step = round(form.small * 1.23)
    size, lines = _title(frame.title, form, room, step * len(measured))
    at += 12
    for line in lines:
        at += round(size * LINE)
        face = {"font_family": SERIF_STACK, "font_weight": str(BOLD)}
        yield text(line, GAP, at, fill=style.INK, font_size=size, **face), at
    at += 12
    for line in measured:
        at += step
        yield text(line, GAP, at, fill=style.MUTED, font_size=form.small, **sans), at


def credit(language: Language) -> str:
    """Return what every picture says of its use: the licence, and our address where it is told."""
    return on_one_line(language.say("embed.credit", address=addresses.host().split("//")[-1]))


def _foot(view: View, day: str, language: Language, form: Format) -> Iterator[str]:
    """Yield the lines of the foot, the lowest first."""
    labels = dict.fromkeys(cite(source, language).label for source in view.sources)
    key = "source" if len(labels) == 1 else "sources"
    told = f"{language.say(f'embed.{key}')} {', '.join(labels)}. {day} {credit(language)}"
    brand = language.say("embed.brand")
    bold: dict[str, str] = {"font_family": SANS_STACK, "font_weight": str(BOLD)}
    room = form.width - 3 * GAP - fonts.width(brand, Face(SANS, BOLD), 24)
    at, right = form.height - GAP + 16, form.width - GAP
    yield text(brand, right, at, fill=style.MINE, font_size=24, text_anchor="end", **bold)
    for number, line in enumerate(reversed(fonts.lines(told, Face(SANS), 22, room))):
        low = at - FOOT * number
        yield text(line, GAP, low, fill=style.MUTED, font_size=22, font_family=SANS_STACK)


def _question(asked: Asked, host: str, form: Format, low: float) -> Iterator[tuple[str, float]]:
    """Yield the lines of the question and of where the story is, the lowest first, with its top."""
    language = language_of(asked.language)
    bold: dict[str, str | float] = {"font_weight": str(BOLD)}
    where = host.partition("://")[2] + addresses.story(
        addresses.DEFAULT_STORY, asked.code, asked.path or None
    )
    at, room = low - 20, form.width - 2 * GAP
    look: dict[str, str | float] = {"font_size": WHERE, "font_family": SANS_STACK}
    told = fonts.lines(where, Face(SANS, BOLD), WHERE, room) if host else []
    for line in reversed(told):
        yield text(line, GAP, at, fill=style.MINE, **look, **bold), at - WHERE
        at -= round(WHERE * LINE) + 4
    look = {"font_size": ASKED, "font_family": SERIF_STACK}
    at -= 6
    yield text(language.say("embed.ask"), GAP, at, fill=style.INK, **look, **bold), at - ASKED


def _enlarged(figure: Figure, box: Box, form: Format) -> str:
    """Return the figure in its box, with words that can be read in a small picture."""
    least = (rows(figure) * ROW + 56) if rows(figure) else 0
    scale = min(form.scale, box.height / max(least, UNITS))
    width, height = box.width / scale, box.height / scale
    drawn = draw(with_legend(figure) if is_map(figure) else figure, width, height)
    place = {"x": box.left, "y": box.top, "width": box.width, "height": box.height}
    return element("svg", drawn, **place, viewBox=f"0 0 {width:g} {height:g}")


def sheet(form: Format, alternative: str, *parts: str) -> str:
    """Return parts on paper with our bar above, as one SVG picture and what it shows in words."""
    return element(
        "svg",
        element("rect", width=form.width, height=form.height, fill=style.PAPER),
        element("rect", width=form.width, height=8, fill=style.MINE),
        *parts,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {form.width} {form.height}",
        width=form.width,
        height=form.height,
        role="img",
        aria_label=alternative,
    )


def _of_people(figure: Figure) -> bool:
    """Whether small figures stand in it, who are too small below a title on a wide picture."""
    return bool({"people", "scene"} & figure["layout"].get("meta", {}).keys())


def card(asked: Asked, name: str = "wide", host: str = "") -> str:
    """Return a view as one SVG picture in a format of ``FORMATS``.

    Args:
        asked: which view.
        name: which format.
        host: where the story is read, for a format that asks.

    """
    language, form, view = language_of(asked.language), FORMATS[name], built(asked)
    shown = state(view, asked.year)
    part = HALF if is_map(shown.figure) else EVEN if _of_people(shown.figure) else 1
    beside = part < 1 and form.width > form.height
    room = form.width * (part if beside else 1) - 2 * GAP
    head = list(_head(language.plain(places().get(asked.code)), view, shown, form, room))
    foot = list(_foot(view, dated(asked.edition, language), language, form))
    top = GAP if beside else head[-1][1] + 16
    left = room + 2 * GAP if beside else GAP
    low: float = form.height - GAP - FOOT * (len(foot) - 1)
    question = list(_question(asked, host, form, low - FOOT)) if form.asks else []
    low = question[-1][1] - 12 if question else low
    return sheet(
        form,
        f"{shown.title}. {shown.alt}",
        *(part for part, _ in head),
        _enlarged(shown.figure, Box(left, top, form.width - GAP - left, low - top), form),
        *(part for part, _ in question),
        *foot,
    )
