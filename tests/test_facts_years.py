"""Shares of different years that stand beside each other each say which year they are of."""

import pytest

from framtid.consequences.evidence import evidence
from framtid.language import language_of
from framtid.language.texts import OF_PAGES
from framtid.stories import read_aloud
from framtid.views.claims import Single
from framtid.views.claims_said import said
from framtid.views.registry import build_view

SIDE_BY_SIDE = {"shifts": "full_time_shifts", "sick": "sick_leave", "men": "men_in_care"}
"""States of the hundred at work, and the share each is of."""


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_each_state_and_claim_says_its_year(spoken: str) -> None:
    view = build_view("of_hundred", "0", spoken)
    frames = {each.id: each for each in view.frames}
    claims = {each.measure: each for each in view.claims if isinstance(each, Single)}
    for state, name in SIDE_BY_SIDE.items():
        year = str(evidence()[name].year)
        assert year in frames[state].title
        assert year in frames[state].alt
        assert year in said(claims[name], language_of(spoken))


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_the_story_says_it_too(spoken: str) -> None:
    told = " ".join(text for _, text in read_aloud("hender", "0301", spoken).values())
    assert all(str(evidence()[name].year) in told for name in SIDE_BY_SIDE.values())
