"""The chain of the causal map that a place feels most, as a path from its root downwards."""

from collections.abc import Sequence
from textwrap import wrap

from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_chain import Chain, heaviest
from framtid.pathways.causes_measured import Measured, measured
from framtid.pathways.causes_told import said, sentence, title
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.builder import PROJECTION, Words
from framtid.views.claims import Claim, Tally
from framtid.views.curves import SOURCES
from framtid.views.model import Cell, Figure, View
from framtid.views.registry import view

LETTERS = 27
"""Of a line of words beside a dot, so that it fits a small phone."""
LINE = 0.27
"""From one line of words to the next, in rows."""
DOT, WORDS = 0.0, 0.07
"""Where the dots stand across, and where the words begin."""
FEWEST = 4
"""Rows that there is room for at least, so that words which belong together stand together."""
DOTS = {-2: 9, -1: 11, 0: 13, 1: 17, 2: 21}
"""The size of a dot by how much heavier it weighs than in the nation."""


def _color(figure: Measured | None) -> str:
    if figure is None or figure.weight == 0:
        return style.OTHERS
    return style.MINE if figure.weight > 0 else style.TINT


def _size(figure: Measured | None) -> int:
    return DOTS[figure.weight if figure else 0]


def _figures(name: str, figure: Measured | None, words: Words) -> str:
    """Return what is counted of a node, here and in the nation, in a few words."""
    measure = causal_map().nodes[name].measure
    if figure is None or measure is None:
        return words.say("unmeasured")
    here, nation = (said(measure, each, words.language) for each in (figure.place, figure.nation))
    if not words.ours:
        return here
    return on_one_line(words.language.say("views.causes.beside", here=here, nation=nation))


def _texts(x: float, rows: Sequence[tuple[float, str]], color: str) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "text",
        "x": [x] * len(rows),
        "y": [round(y, 3) for y, _ in rows],
        "text": [text for _, text in rows],
        "textposition": "middle right",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": color, "size": style.SIZE},
    }


def _dot(name: str, y: float, color: str, size: int, words: Words) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "markers",
        "x": [DOT],
        "y": [y],
        "text": [title(name, words.language)],
        "hovertemplate": "%{text}<extra></extra>",
        "marker": {"color": color, "size": size},
    }


def _line(ends: Sequence[float], dash: str) -> style.Trace:
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [DOT] * len(ends),
        "y": list(ends),
        "hoverinfo": "skip",
        "line": {"color": style.MUTED, "width": 2, "dash": dash},
    }


def _figure(chain: Chain, figures: dict[str, Measured], words: Words) -> Figure:
    """Return a dot for each node, the root uppermost, a line between them, and what may help."""
    rows = (*chain.leads, chain.area)
    at = {name: float(len(rows) - 1 - row) for row, name in enumerate(rows)}
    names: list[tuple[float, str]] = []
    beside: list[tuple[float, str]] = []
    for name, y in at.items():
        lines = wrap(title(name, words.language), LETTERS)
        names += [(y + LINE * (len(lines) - 1 - row), line) for row, line in enumerate(lines)]
        helps = name == chain.area
        told = words.say("may_help") if helps else _figures(name, figures.get(name), words)
        beside.append((y - LINE, told))
    leads = [at[name] for name in chain.leads]
    traces: list[style.Trace] = [
        _line(leads, "solid"),
        _line([leads[-1], at[chain.area]], "dot"),
        *(
            _dot(name, at[name], _color(figures.get(name)), _size(figures.get(name)), words)
            for name in chain.leads
        ),
        _dot(chain.area, at[chain.area], style.LIGHT, DOTS[0], words),
        _texts(WORDS, names, style.INK),
        _texts(WORDS, beside, style.MUTED),
    ]
    air = max(0.0, FEWEST - len(rows)) / 2
    described = style.layout(
        style.axis(range=[DOT - 0.05, 1], showticklabels=False),
        style.axis(range=[-0.5 - air, len(rows) - 0.5 + air], showticklabels=False),
    )
    described["margin"] = {"l": 8, "r": 8, "t": 8, "b": 8}
    return style.figure(traces, described)


@view("causes", order=18)
def causes(outlook: Outlook, language: Language) -> View:
    """Show what leads to what where it is felt most, beside the nation, and what may help."""
    figures, chart, place = measured(outlook), causal_map(), outlook.place.code
    chain = heaviest(figures, chart)
    heavier = sum(each.weight > 0 for each in figures.values())
    first, second = (title(name, language) for name in chain.leads[:2])
    weight = sum(figures[name].weight for name in chain.leads[:2])
    words = Words(
        language,
        "causes",
        outlook,
        first=first,
        second=second,
        heavy=weight > 0,
        same=weight == 0,
        leads=" ".join(sentence(pair, language) for pair in chain.leading),
        helps=sentence((chain.area, chain.leads[-1]), language),
        heavier=heavier,
        of=len(figures),
    )
    counted = Tally("counted", place, HORIZON, len(figures), len(chart.nodes))
    claims: list[Claim] = [Tally("heavier", place, HORIZON, heavier, len(figures))]
    columns: list[tuple[str, int | None]] = [("what", None), ("kind", None), ("here", 3)]
    columns += [("nation", 3), ("unit", None), ("weight", 0)]
    rows = [_row(name, each, language) for name, each in figures.items()]
    frames = [words.frame("all", _figure(chain, figures, words))]
    return words.view(
        frames,
        columns,
        rows,
        [*SOURCES, "need_weights", PROJECTION],
        claims if words.ours else [counted],
    )


def _row(name: str, figure: Measured, language: Language) -> tuple[Cell, ...]:
    """Return a row of the table: what is counted, as it is, and how much heavier it weighs."""
    node = causal_map().nodes[name]
    unit = node.measure.unit if node.measure else ""
    told = language.say(f"causes.page.figures.{name}")
    kind = language.say(f"causes.page.kinds.{node.kind}.one")
    counted = language.say(f"views.causes.units.{unit}")
    return on_one_line(told), kind, figure.place, figure.nation, counted, figure.weight
