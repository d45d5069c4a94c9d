"""How wide the future is: the spreads of ``data/parameters/uncertainty.yml``."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from framtid.parameter_files import read_yaml
from framtid.projection.history import Floats
from framtid.projection.parameters import AGES, FILE

UNCERTAINTY = FILE.with_name("uncertainty.yml")


@dataclass(frozen=True)
class AutoRegression:
    """A yearly series that forgets: what is left after a year, and each year's new part."""

    persistence: float
    yearly: float


@dataclass(frozen=True)
class Local:
    """Spread of a municipality's moves per band, variance times 1 + small / inhabitants."""

    spread: Floats
    small: float

    def of(self, inhabitants: Floats) -> Floats:
        """Return standard deviations, (municipality, band), as shares of who leaves."""
        wider: Floats = self.spread * np.sqrt(1 + self.small / np.maximum(inhabitants, 1))[:, None]
        return wider


@dataclass(frozen=True)
class Spread:
    """Standard deviations of all shocks; units in the data file."""

    seed: int
    trajectories: int
    fertility: AutoRegression
    fertility_local: float
    mortality_drift: float
    mortality_yearly: float
    mortality_local: float
    immigration: AutoRegression
    band: NDArray[np.int64]
    """Band of moves that each age belongs to, (age,)."""
    drift: Local
    yearly: Local
    correlation: float
    region: float
    centrality: float
    overdispersion: float
    widen: Floats
    """Factor on the deviation of each age group, (group,)."""


def read_spread(raw: dict[str, Any]) -> Spread:
    """Arrange the file's content."""
    fertility, mortality, moves = raw["fertility"], raw["mortality"], raw["moves"]
    starts, bands = np.array(moves["bands"]).T
    return Spread(
        seed=raw["seed"],
        trajectories=raw["trajectories"],
        fertility=AutoRegression(fertility["persistence"], fertility["yearly"]),
        fertility_local=fertility["local"],
        mortality_drift=mortality["drift"],
        mortality_yearly=mortality["yearly"],
        mortality_local=mortality["local"],
        immigration=AutoRegression(**raw["immigration"]),
        band=bands[np.searchsorted(starts, np.arange(AGES), side="right") - 1],
        drift=Local(np.array(moves["drift"]["spread"]), moves["drift"]["small"]),
        yearly=Local(np.array(moves["yearly"]["spread"]), moves["yearly"]["small"]),
        correlation=moves["correlation"],
        region=moves["together"]["region"],
        centrality=moves["together"]["centrality"],
        overdispersion=raw["overdispersion"],
        widen=np.array([raw["widen"][first] for first in sorted(raw["widen"])], dtype=float),
    )


@lru_cache(maxsize=1)
def spread(path: Path = UNCERTAINTY) -> Spread:
    """Read the spreads once."""
    return read_spread(read_yaml(path))
