"""One of a hundred while the years are counted, and when it is one's turn to die or to move."""

import math
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Literal

Came = Literal["here", "born", "moved", "room"]
Left = Literal["stays", "died", "moved", "room"]
"""Room is no event in a life: where a figure stands for more people, there is room for fewer."""


@dataclass(slots=True, eq=False)
class Person:
    """One who lives while the years are counted."""

    number: int
    age: int
    woman: bool
    born: int
    came: Came
    since: int
    patience: tuple[float, float]
    """How much of the risks of dying and of moving out one runs before it is one's turn."""
    left: Left = "stays"
    until: int = 0
    risks: list[float] = field(default_factory=lambda: [0.0, 0.0])
    """What has been run so far of the two."""

    def due(self, risk: int) -> float:
        """How far one is on the way to dying (0) or to moving out (1): 1 is when it is due."""
        return self.risks[risk] / self.patience[risk]


def spread(number: int, base: int) -> float:
    """Return the numbers between 0 and 1 in an order that fills it evenly (van der Corput)."""
    value, step, left = 0.0, 1.0, number + 1
    while left:
        step /= base
        left, digit = divmod(left, base)
        value += digit * step
    return value


@lru_cache(maxsize=1024)
def patience(number: int) -> tuple[float, float]:
    """Return what one who came as this number can bear, as lifetimes are spread."""
    return -math.log(spread(number, 2)), -math.log(spread(number, 3))
