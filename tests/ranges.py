"""Whether what is told of 2040 is told with between what it may be."""

from framtid.horizon import HORIZON
from framtid.views.claims import Alternatives, Change, Claim, Single, Spread

OTHERWISE = {"hundred": "old", "hundred_path": "old"} | dict.fromkeys(
    ("unfilled", "unfilled_term", "unfilled_two_terms", "unfilled_course"), "waited"
)
"""Measures whose range is told of the same people, or of the difference that is the finding."""


def bare(claims: tuple[Claim, ...]) -> set[str]:
    """Return what is told of 2040 and has no range."""
    sure = {each.measure for each in claims if isinstance(each, Spread | Alternatives)}
    ahead = [
        each.measure
        for each in claims
        if (isinstance(each, Change) and max(each.years) == HORIZON)
        or (isinstance(each, Single) and each.year == HORIZON)
    ]
    # A course that is told beside a path has the path's range beside it.
    return {
        each
        for each in ahead
        if OTHERWISE.get(each, each) not in sure and each.partition("_")[0] not in sure
    }
