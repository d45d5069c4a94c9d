"""The causal map as a drawing: where each node, each word and each thread stands."""

from dataclasses import dataclass
from textwrap import wrap

from framtid.pathways.causes import KINDS, CausalMap
from framtid.pathways.causes_answer import DescribedLink, DescribedNode, NodeFigure
from framtid.pathways.causes_followed import State, every_chain
from framtid.views.drawing import fonts
from framtid.views.drawing.fonts import SANS, Face

WIDTH, BOX, TALL = 1056.0, 196.0, 50.0
"""Of the whole, and of a node's box; one unit is one pixel on a page of 1280."""
TOP, STEP = 58.0, 60.0
"""Where the first row stands, and how far it is to the next."""
ROWS = 11
WORDS = 148.0
"""Pixels of a box that its words have."""
LETTERS = 21
"""That a line of a box has room for."""
MOST_LINES, SIZE = 2, 15
"""Lines that a box has room for, and the size of their letters."""
CONTRARY = "×"
"""Stands in the dot of what does not hold here."""
RADII = (9.0, 10.0, 11.5, 13.5, 16.0)
"""Of a node's dot, from the lightest to the heaviest."""
GAP = (WIDTH - BOX) / (len(KINDS) - 1) - BOX


@dataclass(frozen=True, slots=True)
class Drawn:
    """A node's box with its words and its dot."""

    node: DescribedNode
    x: float
    y: float
    lines: list[str]
    radius: float
    mark: str
    """What stands in the dot, so that its colour is not alone to tell."""
    state: State
    """What it is to the chosen node; empty where none is chosen."""
    step: str
    """How many steps away it is from that, and which way."""
    gives_less: bool
    """Whether it gives less of that, or that gives less of it."""


@dataclass(frozen=True, slots=True)
class Thread:
    """A link as a curve with an arrow's head."""

    link: DescribedLink
    curve: str
    head: str
    state: State


@dataclass(frozen=True, slots=True)
class Drawing:
    """All of the map, in its own pixels."""

    width: float
    height: float
    columns: list[tuple[str, float]]
    nodes: list[Drawn]
    threads: list[Thread]


def _curve(start: Drawn, end: Drawn) -> tuple[str, str]:
    """Return a thread's curve, and its head at the end of it.

    To a column further right it leaves to the right and comes in from the left; within a column it
    bows out to the right; to one further left it goes the other way around.
    """
    leaves, comes = start.y + TALL / 2, end.y + TALL / 2
    if end.x > start.x:
        first, last, out, into = start.x + BOX, end.x, 1, -1
    elif end.x == start.x:
        first, last, out, into = start.x + BOX, end.x + BOX, 1, 1
    else:
        first, last, out, into = start.x, end.x + BOX, -1, 1
    reach = GAP * 0.6
    tip = last + into * 7
    curve = (
        f"M{first:.0f} {leaves:.0f}C{first + out * reach:.0f} {leaves:.0f} "
        f"{tip + into * reach:.0f} {comes:.0f} {tip:.0f} {comes:.0f}"
    )
    return curve, f"M{last:.0f} {comes:.0f}l{into * 8} -4v8z"


def title_lines(title: str) -> list[str]:
    """Return a title on two lines, filled to the edge where it also says it does not hold."""
    lines = wrap(title, LETTERS)
    return lines if len(lines) <= MOST_LINES else fonts.lines(title, Face(SANS), SIZE, WORDS)


def _mark(figure: NodeFigure) -> str:
    if figure.contrary:
        return CONTRARY
    weight = figure.weight
    return "+" * weight if weight > 0 else "−" * -weight


def drawing(
    nodes: list[DescribedNode], links: list[DescribedLink], chart: CausalMap, chosen: str
) -> Drawing:
    """Return where everything stands; a chosen node's whole chain is told from the rest."""
    chain = every_chain()[chosen] if chosen else None
    left = {kind: column * (BOX + GAP) for column, kind in enumerate(KINDS)}
    boxes = {
        each.id: Drawn(
            node=each,
            x=left[each.kind],
            y=TOP + STEP * chart.nodes[each.id].row,
            lines=title_lines(each.title),
            radius=RADII[each.figure.weight + 2] if each.figure else 4.0,
            mark=_mark(each.figure) if each.figure else "",
            state=chain.state(each.id) if chain else "",
            step=chain.step(each.id) if chain else "",
            gives_less=chain is not None and chain.gives_less(each.id),
        )
        for each in nodes
    }
    threads = [
        Thread(
            each,
            *_curve(boxes[each.start], boxes[each.end]),
            chain.thread(each.start, each.end) if chain else "",
        )
        for each in links
    ]
    labels = {each.kind: "" for each in nodes}
    return Drawing(
        width=WIDTH,
        height=TOP + STEP * ROWS,
        columns=[(kind, left[kind]) for kind in labels],
        nodes=list(boxes.values()),
        threads=sorted(threads, key=lambda each: each.state not in {"", "aside"}),
    )
