"""The whole causal map as a picture of its own: heading, net, key and sources, in one SVG.

Colours are attributes and words stand where they stand, so that any program draws it alike.
"""

from collections.abc import Iterator, Mapping
from functools import partial

from framtid.embed.frame.net import AskedNet
from framtid.embed.frame.render import dated
from framtid.embed.look.site_colors import TOKENS
from framtid.embed.pictures.card import credit
from framtid.language import Language, language_of, on_one_line
from framtid.language.sources import cite
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.causes_told import causes_answer
from framtid.places import Level, places
from framtid.views.causes_drawing import BOX, TALL, WIDTH, Drawing, Drawn, Thread, drawing
from framtid.views.drawing import fonts
from framtid.views.drawing.elements import element, text
from framtid.views.drawing.fonts import BOLD, SANS, SANS_STACK, SERIF, SERIF_STACK, Face
from framtid.views.registry import build_view

ROOM = 1200
"""Pixels across."""
EDGE = (ROOM - WIDTH) / 2
TITLE, LEAD, FOOT, NAMED = 40, 20, 18, 15
"""Sizes of letters."""
LINE = 24
"""From one line of the key or the foot to the next."""
FILLS = {"area": "soft", "barrier": "sand"}
"""Grounds of boxes that are not the usual one."""
DOTS = {"up": ("gold", "gold-edge"), "down": ("violet-soft", "violet"), "same": ("line", "edge")}
"""Fill and edge of a dot by how its node weighs."""
KEY = (("up", "heavier"), ("down", "lighter"), ("same", "same"), ("", "unmeasured"))
"""What stands under the net, and how each is called."""
WHITE = "#FFFFFF"
"""Of a mark in a dark dot."""
BOLDLY: Mapping[str, str] = {"font_family": SANS_STACK, "font_weight": str(BOLD)}
Colors = Mapping[str, str]


def _way(weight: int) -> str:
    return "up" if weight > 0 else "down" if weight < 0 else "same"


def _thread(thread: Thread, colors: Colors) -> str:
    solid, less = thread.link.certainty == "solid", thread.link.sign == "less"
    line = element(
        "path",
        d=thread.curve,
        fill="none",
        stroke=colors["edge"],
        stroke_width=2 if solid else 1,
        stroke_opacity="0.55",
        stroke_dasharray="5 4" if less else None,
    )
    return line + element("path", d=thread.head, fill=colors["edge"])


def _dot(x: float, y: float, radius: float, way: str, colors: Colors) -> str:
    fill, edge = DOTS.get(way, ("paper", "edge"))
    look = {"fill": colors[fill], "stroke": colors[edge], "stroke_width": "1.5"}
    return element("circle", cx=x, cy=y, r=radius, **look)


def _box(each: Drawn, colors: Colors) -> Iterator[str]:
    look = {"fill": colors[FILLS.get(each.node.kind, "card")], "stroke": colors["edge"]}
    yield element("rect", x=each.x, y=each.y, width=BOX, height=TALL, rx=9, **look)
    figure = each.node.figure
    way = _way(figure.weight) if figure else ""
    yield _dot(each.x + 20, each.y + TALL / 2, each.radius, way, colors)
    if each.mark:
        ink = WHITE if way == "down" else colors["on-gold"]
        look = {"fill": ink, "text_anchor": "middle", **BOLDLY}
        yield text(each.mark, each.x + 20, each.y + 29, font_size=12, **look)
    first = each.y + (30 if len(each.lines) == 1 else 21)
    for row, line in enumerate(each.lines):
        yield text(line, each.x + 42, first + 18 * row, fill=colors["ink"], font_size=15)


def _net(drawn: Drawing, colors: Colors, language: Language) -> Iterator[str]:
    for kind, x in drawn.columns:
        heading, what = (
            language.say(f"causes.page.kinds.{kind}.{key}") for key in ("many", "what")
        )
        yield text(heading, x, 20, fill=colors["ink"], font_size=18, **BOLDLY)
        yield text(what, x, 40, fill=colors["muted"], font_size=14)
    yield from (_thread(each, colors) for each in drawn.threads)
    for each in drawn.nodes:
        yield from _box(each, colors)


def _key(colors: Colors, language: Language, *, alone: bool) -> list[list[str]]:
    """Return lines of what dots and threads mean, the first at zero.

    The nation has nothing beside it to be heavier than.
    """
    shown: list[tuple[str | None, str]] = [("same", "counted"), KEY[-1]] if alone else [*KEY]
    shown += [(None, key) for key in ("contrary", "less", "size")[: 3 - alone]]
    rows: list[list[str]] = [[]]
    left = EDGE
    for way, key in shown:
        told = language.say(f"causes.page.key.{key}")
        mark = 0 if way is None else 20
        room = mark + fonts.width(told, Face(SANS), NAMED)
        if left + room > ROOM - EDGE:
            rows.append([])
            left = EDGE
        at = LINE * (len(rows) - 1)
        if way is not None:
            rows[-1].append(_dot(left + 7, at - 5, 7, way, colors))
        rows[-1].append(text(told, left + mark, at, fill=colors["ink"], font_size=NAMED))
        left += room + 16
    return rows


def _head(answer: CausesAnswer, colors: Colors, language: Language) -> Iterator[tuple[str, float]]:
    """Yield each line of the head with how far down it stands."""
    at, room = 62.0, ROOM - 2 * EDGE
    say = partial(language.say, inside=answer.place.inside)
    name = language.plain(places().get(answer.place.code))
    yield text(name, EDGE, at, fill=colors["mine"], font_size=24, **BOLDLY), at
    serif = {"font_family": SERIF_STACK, "font_weight": str(BOLD)}
    for line in fonts.lines(
        on_one_line(say("causes.page.heading")), Face(SERIF, BOLD), TITLE, room
    ):
        at += TITLE * 1.2
        yield text(line, EDGE, at, fill=colors["ink"], font_size=TITLE, **serif), at
    at += 4
    for line in fonts.lines(on_one_line(say("causes.page.picture.lead")), Face(SANS), LEAD, room):
        at += LEAD * 1.35
        yield text(line, EDGE, at, fill=colors["muted"], font_size=LEAD), at


def _foot(asked: AskedNet, colors: Colors, language: Language, at: float) -> Iterator[str]:
    view = build_view("causes", asked.code, asked.language)
    labels = dict.fromkeys(cite(source, language).label for source in view.sources)
    day = dated(asked.edition, language)
    own = on_one_line(language.say("causes.page.picture.sources"))
    told = f"{language.say('embed.sources')} {', '.join(labels)}. {own} {day} {credit(language)}"
    brand = language.say("embed.brand")
    room = ROOM - 2 * EDGE - fonts.width(brand, Face(SANS, BOLD), 22) - 24
    look = {"fill": colors["mine"], "text_anchor": "end", **BOLDLY}
    yield text(brand, ROOM - EDGE, at, font_size=22, **look)
    for row, line in enumerate(fonts.lines(told, Face(SANS), FOOT, room)):
        yield text(line, EDGE, at + LINE * row, fill=colors["muted"], font_size=FOOT)


def net_picture(asked: AskedNet) -> str:
    """Return the picture, of the edition in force, on paper or in the dark."""
    language, answer = language_of(asked.language), causes_answer(asked.code, asked.language)
    ground = int(asked.style.theme == "dark")
    colors = {name: both[ground] for name, both in TOKENS.items()}
    drawn = drawing(answer.nodes, answer.links, causal_map(), "")
    head = list(_head(answer, colors, language))
    top = head[-1][1] + 28
    key = _key(colors, language, alone=answer.place.level is Level.NATION)
    named = top + drawn.height + 30
    low = named + LINE * len(key) + 20
    foot = list(_foot(asked, colors, language, low))
    height = low + LINE * len(foot)
    net = element("g", *_net(drawn, colors, language), transform=f"translate({EDGE:g} {top:g})")
    return element(
        "svg",
        element("rect", width=ROOM, height=height, fill=colors["paper"]),
        element("rect", width=ROOM, height=8, fill=colors["mine"]),
        *(part for part, _ in head),
        net,
        element("g", *(part for row in key for part in row), transform=f"translate(0 {named:g})"),
        *foot,
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {ROOM} {height:g}",
        width=ROOM,
        height=height,
        font_family=SANS_STACK,
        role="img",
        aria_label=alternative(answer, drawn, language),
    )


def alternative(answer: CausesAnswer, drawn: Drawing, language: Language) -> str:
    """Return what the picture shows, with the chain that is felt most, in words."""
    told = {"nodes": len(drawn.nodes), "links": len(drawn.threads)}
    chain = " ".join([*answer.chain.leads, answer.chain.helps])
    return on_one_line(language.say("causes.page.picture.alt", chain=chain, **told))
