"""Axes as Plotly lays them out: ranges, the place of a value in pixels, and round ticks."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Any, Literal

from framtid.views.style import Trace

Side = Literal["x", "y"]
PADDING = 0.05
"""Share of the axis that Plotly leaves free beyond marks whose range is not given."""
LETTER = 9.0
"""Pixels that a letter of a tick takes at most, with some air."""


@dataclass(frozen=True, slots=True)
class Axis:
    """One axis of a plot."""

    side: Side
    length: float
    """In pixels."""
    first: float
    last: float
    """The range, in data units; categories are numbered from 0."""
    categories: tuple[str, ...]
    settings: Mapping[str, Any]
    separators: str
    """The decimal mark and the mark between thousands."""

    @property
    def visible(self) -> bool:
        """Whether ticks, grid and labels show."""
        return bool(self.settings.get("visible", True))

    @property
    def pixels_per_unit(self) -> float:
        """How far one data unit is, in pixels."""
        return self.length / (self.last - self.first)

    def at(self, value: str | float) -> float:
        """Return where a value stands: from the left, or from the top."""
        position = self.categories.index(value) if isinstance(value, str) else value
        along = (position - self.first) * self.pixels_per_unit
        return along if self.side == "x" else self.length - along

    def spots(self, values: Iterable[Any]) -> list[float | None]:
        """Return where each of many values stands, as ``at`` does; None where one is missing."""
        unit, first, end = self.pixels_per_unit, self.first, self.length
        at = {name: number for number, name in enumerate(self.categories)}
        positions = [at[one] if isinstance(one, str) else one for one in values] if at else values
        if self.side == "x":
            return [None if one is None else (one - first) * unit for one in positions]
        return [None if one is None else end - (one - first) * unit for one in positions]

    def ticks(self) -> list[tuple[float, str]]:
        """Return the pixels and the words of each tick within the range."""
        if not self.visible or not self.settings.get("showticklabels", True):
            return []
        values: Sequence[str | float] = self.settings.get("tickvals") or self._round_values()
        words = self.settings.get("ticktext") or [self._say(value) for value in values]
        placed = [(self.at(value), word) for value, word in zip(values, words, strict=True)]
        return [(pixel, word) for pixel, word in placed if -0.5 <= pixel <= self.length + 0.5]

    def _step(self) -> float:
        """Return 2, 5 or 10 times a power of ten, so that there are about ``nticks`` ticks."""
        rough = (self.last - self.first) / self.settings["nticks"]
        base: float = 10.0 ** math.floor(math.log10(rough))
        return base * next(round_ for round_ in (2, 5, 10) if round_ > rough / base)

    def _round_values(self) -> list[str] | list[float]:
        if self.categories:
            return list(self.categories)
        step = self._step()
        return [
            step * turn
            for turn in range(math.ceil(self.first / step), math.floor(self.last / step) + 1)
        ]

    def _say(self, value: str | float) -> str:
        if isinstance(value, str):
            return value
        written = f"{value:{self.settings.get('tickformat', '')}.12g}"
        local = written.translate(str.maketrans("-.,", "−" + self.separators))
        return local + str(self.settings.get("ticksuffix", ""))


def axis(side: Side, length: float, traces: Sequence[Trace], layout: Mapping[str, Any]) -> Axis:
    """Return an axis for traces; without a range of its own it takes in what there is to show."""
    settings = layout[f"{side}axis"]
    values = [value for trace in traces for value in trace[side] if value is not None]
    categories = tuple(dict.fromkeys(value for value in values if isinstance(value, str)))
    if "range" in settings:
        first, last = settings["range"]
    elif categories:
        first, last = -0.5, len(categories) - 0.5
    else:
        first, last = _around(list(_extremes(side, traces, length)), length)
    return Axis(side, length, first, last, categories, settings, layout["separators"])


def _extremes(side: Side, traces: Sequence[Trace], length: float) -> Iterable[tuple[float, float]]:
    """Return the outermost values of each trace and the pixels that are to be free beyond them."""
    for trace in traces:
        bare = trace["mode"] == "lines" and side == "x"
        mark = trace.get("marker", {}).get("size", 0) / 1.6 if "markers" in trace["mode"] else 0.0
        free = 0.0 if bare else mark + PADDING * length
        known = [value for value in trace[side] if value is not None]
        yield min(known), free
        yield max(known), free


def _around(extremes: Sequence[tuple[float, float]], length: float) -> tuple[float, float]:
    """Return the range that gives every value the room it asks for."""
    units, low, high = max(
        ((last[0] - first[0]) / (length - first[1] - last[1]), first, last)
        for first in extremes
        for last in extremes
    )
    return low[0] - units * low[1], high[0] + units * high[1]


def same_scale(x: Axis, y: Axis) -> tuple[Axis, Axis]:
    """Widen one of two axes about its middle, so that a unit is as long on both."""
    scale = min(x.pixels_per_unit, y.pixels_per_unit)
    return _widened(x, scale), _widened(y, scale)


def _widened(one: Axis, scale: float) -> Axis:
    middle, reach = (one.first + one.last) / 2, one.length / scale / 2
    return replace(one, first=middle - reach, last=middle + reach)


def uncrowded(ticks: Sequence[tuple[float, str]]) -> Sequence[tuple[float, str]]:
    """Leave out every second tick, or more, where the words would touch each other."""
    widest = max((len(words) for _, words in ticks), default=0) * LETTER
    apart = [later[0] - before[0] for before, later in pairwise(ticks)]
    every = max((math.ceil(widest / max(gap, 1)) for gap in apart), default=1)
    return ticks[::every]
