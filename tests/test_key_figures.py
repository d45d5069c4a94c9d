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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "ikke av hvor mange som er ansatt der i dag"),
        ("nn", "ikkje av kor mange som er tilsette der i dag"),
        ("en", "not from how many are employed there today"),
    ],
)
def test_where_places_are_compared_it_says_what_the_hands_are_worked_out_from(
    client: TestClient, language: str, words: str
) -> None:
    two_places = f"/sammenlign?vei=3201.1-heltid2~4601.1&lang={language}"
    assert words in client.get(two_places).text
    one_place = f"/sammenlign?sted=3201&vei=lys-vei~mork-vei&lang={language}"
    assert words not in client.get(one_place).text
