"""A figure of a place, and what it is known from."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal, get_args

Basis = Literal["own", "index", "total", "ages", "nation"]
"""The place's own figure, the ministry's index of the sector or of all sectors, what its ages and
size say, or the nation's figure."""
BASES: tuple[Basis, ...] = get_args(Basis)


@dataclass(frozen=True)
class Figure:
    """A figure and what it is known from; of several municipalities, the weakest."""

    value: float
    basis: Basis

    @property
    def own(self) -> bool:
        """Whether it tells of this place, rather than of the nation."""
        return self.basis != "nation"


def weakest(bases: Iterable[Basis]) -> Basis:
    """Return the basis that knows least of the place."""
    return max(bases, key=BASES.index, default="own")
