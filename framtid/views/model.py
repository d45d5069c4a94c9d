"""What a view is: a finding, a figure in one or more states, words, a table and sources."""

from dataclasses import dataclass
from typing import Any

from framtid.statistics.catalogue import Source
from framtid.views.claims import Claim

Figure = dict[str, Any]
"""A Plotly figure as plain data: ``{"data": [...], "layout": {...}}``."""
Cell = str | int | float | None
"""One cell of a table; None where nothing is known."""


@dataclass(frozen=True, slots=True)
class Frame:
    """One state of a view's figure; states of one view share traces so that they can tween."""

    id: str
    title: str
    """The finding of this state, a full sentence."""
    alt: str
    """The text alternative: what kind of figure it is and which way it goes."""
    figure: Figure


@dataclass(frozen=True, slots=True)
class Column:
    """One column of a view's table."""

    key: str
    label: str
    decimals: int | None = 0
    """Decimals of a number, or None when the cells are text or years."""


@dataclass(frozen=True, slots=True)
class Table:
    """The exact figures behind a view."""

    caption: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Cell, ...], ...]


@dataclass(frozen=True, slots=True)
class View:
    """What a reader sees and a journalist embeds; a pure function of outlook and language."""

    id: str
    place: str
    """Code of the place it is about."""
    language: str
    subtitle: str
    """What is measured and in which unit: one short line under the title."""
    frames: tuple[Frame, ...]
    table: Table
    sources: tuple[Source, ...]
    action: str
    """What can be done about it: one sentence, so that no hard figure stands alone."""
    claims: tuple[Claim, ...]
    """What it says, as data; the sentences for articles are made of them."""
    path: str = ""
    """Code of the pathway it shows; empty where everything is as today."""
    assumed: tuple[tuple[str, str], ...] = ()
    """The switches that are not as usual, each with where it stands."""
    brief: str = ""
    """The subtitle in fewer words, for a narrow page; the subtitle itself where it is short."""
    rounded_apart: str = ""
    """Said where its finding is a difference that the levels of its claims do not make."""

    @property
    def title(self) -> str:
        """The finding: the title of the last frame, which shows the whole picture."""
        return self.frames[-1].title

    @property
    def figure(self) -> Figure:
        """The figure in its last state."""
        return self.frames[-1].figure
