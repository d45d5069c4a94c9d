"""The cards on Min kommune: how sure they are, and what SSB says itself, in every place."""

import pytest
from starlette.testclient import TestClient

from framtid.places import Level, places
from framtid.site.pages.key_figures import key_figures


def test_every_card_has_its_range_and_a_municipality_what_ssb_says() -> None:
    for place in places().by_code.values():
        for figure in key_figures(place.code):
            low, high = figure.reach
            assert low <= figure.then <= high, (place.code, figure)
            has_official = figure.name == "people" and place.level is not Level.NATION
            assert (figure.official is not None) is has_official


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "SSB regnet med 286 i sin framskriving fra 2024."),
        ("nn", "SSB rekna med 286 i framskrivinga si frå 2024."),
        ("en", "Statistics Norway said 286 in its 2024 projection."),
    ],
)
def test_a_card_tells_ssbs_own_figure_beside_ours(
    client: TestClient, language: str, words: str
) -> None:
    page = client.get(f"/kommune?sted=1151&lang={language}").text
    assert words in page
    assert page.count('class="ft-reach"') == 4
