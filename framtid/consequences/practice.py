"""How services are run and who takes part: what levers change apart from the population."""

from dataclasses import dataclass, field

import numpy as np

from framtid.projection.history import Floats


def _as_today() -> Floats:
    return np.zeros(1)


@dataclass(frozen=True, eq=False)
class Practice:
    """What is done otherwise than today, by year; zero throughout is as today, (year,).

    Attributes:
        later: years people stay longer in work.
        full_time: share of the reserve in part-time positions that is used.
        absence: fall in sick leave, as a share of the positions.
        technology: share of the man-years in home care that tools save.
        healthier: years of better health per year of life expectancy won.
        homes: share of institution stays replaced by a home fit for old age.
        volunteers: share of the man-years in home care that others take over.
        included: share of young people outside who come in.
        settled: persons who settled in the last five years and still live here.
        newcomers: those of them who are of working age.
        administration: share of the cost of administration that sharing saves.
        shared: share of the services' man-years that sharing saves.
        starting: kroner per inhabitant and year while something is set up.
        running: kroner per inhabitant and year from then on.

    """

    later: Floats = field(default_factory=_as_today)
    full_time: Floats = field(default_factory=_as_today)
    absence: Floats = field(default_factory=_as_today)
    technology: Floats = field(default_factory=_as_today)
    healthier: Floats = field(default_factory=_as_today)
    homes: Floats = field(default_factory=_as_today)
    volunteers: Floats = field(default_factory=_as_today)
    included: Floats = field(default_factory=_as_today)
    settled: Floats = field(default_factory=_as_today)
    newcomers: Floats = field(default_factory=_as_today)
    administration: Floats = field(default_factory=_as_today)
    shared: Floats = field(default_factory=_as_today)
    starting: Floats = field(default_factory=_as_today)
    running: Floats = field(default_factory=_as_today)


AS_TODAY = Practice()
