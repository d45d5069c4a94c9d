"""What is worked out with the nation's share says so wherever it is told of a place."""

import pytest
from starlette.testclient import TestClient

from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.language import language_of
from framtid.pathways.descriptions import indicator
from framtid.places import places
from framtid.stories import read_aloud
from framtid.views.registry import build_view

SAYS = {"nb": "landets andel", "nn": "andelen", "en": "nation’s share"}


def test_no_borrowed_figure_is_called_solid() -> None:
    language, borrowed = language_of("nb"), 0
    for place in places().by_code.values():
        for found in INDICATORS.values():
            own = found.own(local(place))
            described = indicator(found, place, language)
            assert own or described.certainty != "solid", (place.code, found.id)
            borrowed += not own
    assert borrowed


def test_young_people_outside_are_indicative_in_a_place(client: TestClient) -> None:
    told = client.get("/api/v1/outlook/5601.json").json()["indicators"]["outside"]
    assert told["certainty"] == "indicative"
    assert told["own"] is False


@pytest.mark.parametrize("spoken", SAYS)
@pytest.mark.parametrize("name", ["roads", "path_hands"])
def test_a_shortage_today_says_whose_share_it_is(name: str, spoken: str) -> None:
    for code in ("5601", "46", "ba-5", "0"):
        view = build_view(name, code, spoken)
        heads = [each.label for each in view.table.columns if each.key.startswith("gap")]
        gaps = [each for each in heads if not each.endswith(("alternativer", "alternativ"))]
        assert gaps
        borrowed = code != "0"
        assert (SAYS[spoken] in view.subtitle) is borrowed
        told = [SAYS[spoken] in each for each in gaps]
        assert any(told) if borrowed else not any(told)


@pytest.mark.parametrize("spoken", SAYS)
def test_where_we_do_not_know_the_story_says_what_we_use(spoken: str) -> None:
    for story, step in (("2040", "vaktene"), ("hender", "tomme-vakter")):
        assert SAYS[spoken] in read_aloud(story, "5601", spoken)[step][1]
