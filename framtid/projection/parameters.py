"""The projection's parameters, read from ``data/parameters/projection.yml``."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

AGES = 106
"""Single ages 0 to 105, the last one open."""

FILE = PARAMETERS / "parameters" / "projection.yml"


@dataclass(frozen=True)
class Parameters:
    """Everything the method assumes beyond the official tables; units in the data file."""

    mortality_decline: NDArray[np.float64]
    """Yearly fall in the probability of dying, (sex,)."""
    half_life: float
    bandwidth: NDArray[np.float64]
    """Kernel bandwidth in years of age, (age,)."""
    blocks: NDArray[np.int64]
    overdispersion: float
    extra_turnover: float
    out_rate: NDArray[np.float64]
    """Yearly out-migration per person, (age,)."""
    least_in_share: float
    pool_weight: float
    boys: float
    fertility_window: int


@lru_cache(maxsize=1)
def parameters(path: Path = FILE) -> Parameters:
    """Read the parameters once."""
    raw = read_yaml(path)
    migration, fertility = raw["migration"], raw["fertility"]
    ages = np.arange(AGES)
    knots = migration["out_rate"]
    steps = sorted(migration["bandwidth"].items())
    starts = np.array([age for age, _ in steps])
    widths = np.array([width for _, width in steps])
    return Parameters(
        mortality_decline=np.array(raw["mortality"]["yearly_decline"]),
        half_life=migration["half_life"],
        bandwidth=widths[np.searchsorted(starts, ages, side="right") - 1],
        blocks=np.array(migration["blocks"]),
        overdispersion=migration["overdispersion"],
        extra_turnover=migration["extra_turnover"],
        out_rate=np.interp(ages, list(knots), list(knots.values())),
        least_in_share=migration["least_in_share"],
        pool_weight=migration["pool_weight"],
        boys=fertility["boys"],
        fertility_window=fertility["window"],
    )
