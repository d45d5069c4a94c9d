"""Those who settle as refugees: how many are still here, as those before them have stayed."""

import numpy as np

from framtid.consequences.parameters import parameters
from framtid.places import Place, places
from framtid.projection.flows import Flows
from framtid.projection.history import Floats, history
from framtid.projection.rates import aged
from framtid.statistics.keeping import kept

NEW = 5
"""Years one counts as a newcomer, and those that most is known of."""
FOLLOWED = 7
"""Years until one moves like everybody else."""
ELSEWHERE = "elsewhere"


@kept(maxsize=1)
def staying() -> Floats:
    """Return the chance that one who settled still lives here a year later, by years here.

    (municipality, year since settling): the share that is known after five years and after seven,
    spread evenly over the years.
    """
    given = parameters("settling")
    first, second = given["after_five_years"].value, given["after_seven_years"].number
    five = np.array([first.get(place.code[:2], first[ELSEWHERE]) for place in _towns()])
    later = second / first[ELSEWHERE]
    years = np.empty((len(five), FOLLOWED))
    years[:, :NEW] = five[:, None] ** (1 / NEW)
    years[:, NEW:] = later ** (1 / (FOLLOWED - NEW))
    return years


def _towns() -> tuple[Place, ...]:
    return places().municipalities


def staying_in(place: Place) -> Floats:
    """Return the same for a place as one, (1, year since settling): the mean of its people."""
    index = places().index
    members = [index[code] for code in place.members]
    people = history().population[-1, members].sum((1, 2))
    mean: Floats = (people @ staying()[members] / people.sum())[None]
    return mean


def still_here(coming: Floats, stays: Floats) -> Floats:
    """Return who settled in the last five years and still lives here, persons each year, (year,).

    Args:
        coming: persons who settle each year, (year,).
        stays: of the place, (1, year since settling).

    """
    left = np.cumprod(np.concatenate([[1.0], stays[0, : NEW - 1]]))
    return np.convolve(coming, left)[: len(coming)]


def kept_here(here: Flows, coming: Floats, stays: Floats) -> Floats:
    """Return those who settled and stay though as many of their age move on.

    Negative where they leave more than others; (step, municipality, sex, age).

    Args:
        here: the run of the municipalities.
        coming: persons who settle each year, (step, municipality).
        stays: chance to stay by years since settling, (municipality, year since settling).

    """
    kept_each = np.zeros_like(here.leaving)
    cohorts = np.zeros((FOLLOWED, *here.leaving.shape[1:]))
    for step in range(here.steps):
        came = slice(min(step, FOLLOWED))  # the others are not here yet
        grown = aged(cohorts[came], here.survival[step])
        usual = here.leaving[step] * grown
        # As many leave as is known, the young more often than others, as in all moves.
        wanted, would = (1 - stays.T[came]) * grown.sum((2, 3)), usual.sum((2, 3))
        share = np.divide(wanted, would, out=np.zeros_like(would), where=would != 0)
        gone = usual * share[..., None, None]
        kept_each[step] = (usual - gone).sum(0)
        cohorts[1 : step + 1] = (grown - gone)[: FOLLOWED - 1]
        cohorts[0] = coming[step][:, None, None] * here.foreign
    return kept_each
