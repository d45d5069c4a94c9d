"""Keeping the names of lines apart where a small picture would set one upon another."""

from collections import defaultdict
from collections.abc import Sequence

from framtid.views.drawing.axes import Axis
from framtid.views.label_placement import apart
from framtid.views.style import Trace

LINE = 1.1
"""The height of a line of words, as a share of their size."""


def lifted(traces: Sequence[Trace], y: Axis) -> list[Trace]:
    """Return traces whose names, where several stand above one another, have a ``lift`` of pixels.

    Names that have room, which is most of them, stay where they are.
    """
    found = list(traces)
    stacks: dict[object, list[int]] = defaultdict(list)
    for number, trace in enumerate(traces):
        if "text" in trace.get("mode", "") and len(trace["x"]) == 1 and trace["text"][0]:
            stacks[trace["x"][0], trace["textposition"]].append(number)
    for numbers in stacks.values():
        heights = [y.at(traces[number]["y"][0]) for number in numbers]
        line = LINE * max(traces[number]["textfont"]["size"] for number in numbers)
        for number, height, spot in zip(numbers, heights, apart(heights, line), strict=True):
            found[number] = found[number] | {"lift": spot - height}
    return found
