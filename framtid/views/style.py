"""Colours, type and layout of every figure: quiet axes, direct labels, one lit place."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framtid.views.model import Figure

PAPER, INK, MUTED, GRID = "#FBF8F3", "#1F2A33", "#56636D", "#E6DFD3"
MINE, OTHERS = "#0B5C7A", "#838D94"
"""The reader's own place, and the path that was chosen for it; what stands beside them."""
LIGHT, LIGHT_FILL, DARK, DARK_FILL = "#9A6700", "#F2C14E", "#5B3A8E", "#9377CF"
TINT = "#5595AF"
"""A lighter tint of the same blue: the other sex, the younger group."""
AGES = ("#B98000", "#8A5A00", "#5E3A00", "#7F888E", "#4A8FCB", "#1B5E9B")
"""Six ages, the youngest first: yellows, grey and blues. Texts call them so, and no accent, which
takes the place of ``MINE`` and ``TINT``, touches them. Each stands 3:1 on its ground."""
FONT = '"Source Sans", sans-serif'
SIZE = 14
BELOW = 5
"""Pixels that the words below an axis stand lower, so that none touches the lowest beside it."""
AIR = "\u2002"
"""Half a letter's height of nothing between words and what they stand beside."""

Trace = dict[str, Any]
Numbers = Sequence[float] | NDArray[np.float64]


def axis(**settings: Any) -> dict[str, Any]:  # noqa: ANN401 - Plotly's own settings
    """Return a quiet axis; settings add to it or replace."""
    return {
        "showgrid": False,
        "zeroline": False,
        "showline": False,
        "ticks": "",
        "fixedrange": True,
        "nticks": 6,
        "tickfont": {"color": MUTED, "size": SIZE},
        "automargin": False,
        **settings,
    }


def layout(x: dict[str, Any], y: dict[str, Any], **settings: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a layout with the project's type and no furniture."""
    millions = y.get("range", (0, 0))[1] >= 1_000_000
    return {
        "xaxis": {"ticklabelstandoff": BELOW, **x},
        "yaxis": y,
        "showlegend": False,
        "hovermode": "closest",
        "dragmode": False,
        "autosize": True,
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "margin": {"l": 76 if millions else 58, "r": 24, "t": 22, "b": 36},
        "font": {"family": FONT, "size": SIZE, "color": INK},
        "hoverlabel": {
            "bgcolor": PAPER,
            "bordercolor": MUTED,
            "font": {"family": FONT, "size": SIZE, "color": INK},
        },
        **settings,
    }


def counts(**settings: Any) -> dict[str, Any]:  # noqa: ANN401
    """Return a vertical axis of numbers from zero."""
    return axis(showgrid=True, gridcolor=GRID, rangemode="tozero", tickformat=",", **settings)


def line(
    x: Sequence[Any],
    y: Numbers,
    color: str,
    name: str = "",
    *,
    width: float = 3,
    dash: str = "solid",
    decimals: int = 0,
    opacity: float = 1.0,
) -> Trace:
    """Return a line; hover tells name, year and value."""
    return {
        "type": "scatter",
        "mode": "lines",
        "x": list(x),
        "y": [round(float(v), decimals + 2) for v in y],
        "name": name,
        "opacity": opacity,
        "line": {"color": color, "width": width, "dash": dash},
        "hovertemplate": f"{name} %{{x}}: %{{y:,.{decimals}f}}<extra></extra>",
    }


def band(
    years: Sequence[int], low: Numbers, high: Numbers, opacity: float, color: str = MINE
) -> Trace:
    """Return the area between two curves."""
    red, green, blue = (int(color[i : i + 2], 16) for i in (1, 3, 5))
    return {
        "type": "scatter",
        "mode": "lines",
        "x": [*years, *reversed(years)],
        "y": [round(float(v), 3) for v in (*low, *np.flip(high))],
        "fill": "toself",
        "fillcolor": f"rgba({red},{green},{blue},{opacity})",
        "line": {"width": 0, "color": color},
        "hoverinfo": "skip",
    }


def label(x: float, y: float, text: str, color: str, position: str = "top center") -> Trace:
    """Return a direct label standing in the figure, with a dot where it points."""
    return {
        "type": "scatter",
        "mode": "markers+text",
        "x": [x],
        "y": [round(float(y), 4)],
        "text": [text],
        "textposition": position,
        "cliponaxis": False,
        "hoverinfo": "skip",
        "marker": {"color": color, "size": 9},
        "textfont": {"color": color, "size": 16},
    }


def now(year: int, top: float, text: str) -> Trace:
    """Return the thin rule that parts what has been from what may come."""
    return {
        "type": "scatter",
        "mode": "lines+text",
        "x": [year, year],
        "y": [0, round(float(top), 4)],
        "text": ["", text + AIR],
        "textposition": "middle left",
        "cliponaxis": False,
        "hoverinfo": "skip",
        "textfont": {"color": MUTED, "size": SIZE},
        "line": {"color": MUTED, "width": 1, "dash": "dot"},
    }


def figure(traces: Sequence[Trace], described: dict[str, Any]) -> Figure:
    """Put traces and layout together."""
    return {"data": list(traces), "layout": described}
