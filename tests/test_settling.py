"""Those who settle stay as refugees before them have stayed: in the model, as published."""

import numpy as np
import pytest

from framtid.consequences.parameters import parameters
from framtid.pathways import settling
from framtid.pathways.applying import flows_of
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.projection.history import Floats
from framtid.projection.rates import aged

PUBLISHED = {"5610": 0.68, "1804": 0.65, "0301": 0.94, "3201": 0.82, "0": 0.82}


def _followed(code: str) -> Floats:
    """Follow a hundred who settle at the end of the first step; shares left, (year,).

    Those who die are counted as staying: SSB tells of those who are still in the country.
    """
    here, stays = flows_of(code, "MMMM"), settling.staying_in(places().get(code))
    coming = np.zeros((here.steps, 1))
    coming[0] = 100
    extra = settling.kept_here(here, coming, stays)
    group, left, shares = coming[0][:, None, None] * here.foreign, 1.0, []
    for step in range(1, settling.FOLLOWED + 1):
        grown = aged(group, here.survival[step])
        group = grown - here.leaving[step] * grown + extra[step]
        left *= group.sum() / grown.sum()
        shares.append(left)
    assert not extra[settling.FOLLOWED + 1 :].any()
    return np.array(shares)


@pytest.mark.parametrize("code", PUBLISHED)
def test_as_many_are_left_after_five_years_as_is_published(code: str) -> None:
    shares = _followed(code)
    # The nation as one holds the north and Oslo too.
    assert shares[4] == pytest.approx(PUBLISHED[code], abs=0.005 if code == "0" else 1e-9)
    assert shares[6] / shares[4] == pytest.approx(0.667 / 0.82)


def test_two_of_three_are_left_after_seven_years_where_five_are_as_in_the_country() -> None:
    assert _followed("3201")[6] == pytest.approx(parameters("settling")["after_seven_years"].number)


def test_every_county_that_is_named_has_municipalities() -> None:
    named = set(parameters("settling")["after_five_years"].value) - {settling.ELSEWHERE}
    assert named <= {place.code[:2] for place in places().municipalities}


def test_who_stays_here_is_not_missing_elsewhere_in_the_sum() -> None:
    """Who settles comes from abroad; whether they stay decides where they live in the country."""
    more = outlook_of("0", pathway=Pathway.of({"bosetting": 2})).people(2040)
    assert more - outlook_of("0").people(2040) > 50_000
    for code in ("5610", "0301"):
        levels = [outlook_of(code, pathway=Pathway.of({"bosetting": n})) for n in (-1, 0, 2)]
        people = [each.people(2040) for each in levels]
        assert people == sorted(people)
        assert people[0] - people[1] == pytest.approx(-(people[2] - people[1]) / 2, rel=0.01)


def test_newcomers_are_those_who_are_still_here() -> None:
    stays = settling.staying_in(places().get("3201"))
    here = settling.still_here(np.full(12, 10.0), stays)
    year = 0.82**0.2
    assert here[-1] == pytest.approx(10 * sum(year**n for n in range(5)))
