"""How much more an organisation gets out of the same hands: one measure, and a limit to it.

What care saves, fuller positions and lower sick leave are the same thing to those who do the work:
more done per man-year. Together they are believed up to a limit (``care.cap``) that no
municipality has been shown to pass.
"""

from dataclasses import dataclass

import numpy as np

from framtid.consequences.care import ManYears
from framtid.consequences.parameters import parameters
from framtid.projection import base_year
from framtid.projection.history import Floats


@dataclass(frozen=True, eq=False)
class Effort:
    """What choices would give together, and what of it is believed; shares of hands, (year,)."""

    wished: Floats
    most: Floats

    @property
    def believed(self) -> Floats:
        """The share of what is wished that counts, 1 where it is within the limit."""
        over = self.wished > self.most
        share: Floats = np.where(over, self.most / np.where(over, self.wished, 1.0), 1.0)
        return share

    @property
    def counted(self) -> Floats:
        """What counts of it."""
        return self.wished * self.believed


def limit(years: int) -> Floats:
    """Return the most that is believed each year from the base year on, (year,)."""
    cap = parameters("care")["cap"]
    reached: Floats = np.minimum(np.arange(years) / (cap.year - base_year()), 1)
    return cap.number * reached


def a_year(share: float, year: int) -> float:
    """Return how much more is got out of each hour every year, for a share in a later year."""
    return float((1 + share) ** (1 / (year - base_year())) - 1)


def effort(in_care: ManYears, services: Floats, given: Floats) -> Effort:
    """Return the effort that choices ask for.

    Args:
        in_care: man-years in care and what is saved of them.
        services: man-years of all services as today, (year,).
        given: what a worker gives, 1 is as today, (year,).

    """
    wished = in_care.saved / services + (given - 1)
    return Effort(wished, limit(len(services)))
