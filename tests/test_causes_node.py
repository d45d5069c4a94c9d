"""A chosen node of the causal map: what gives more of it, what gives less, and where it stands."""

from html import unescape
from itertools import pairwise

import pytest
from starlette.testclient import TestClient

from framtid.documents.causes_node import LONGEST, chosen_node
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import causes_answer


def _between(page: str, start: str, *ends: str) -> str:
    """Return what stands under a heading of the chosen node."""
    told = page.partition(f"<h3>{start}</h3>")[2]
    return min((told.partition(end)[0] for end in (*ends, "<h3>", "ft-turning")), key=len)


@pytest.mark.parametrize("name", causal_map().nodes)
def test_what_gives_more_is_told_apart_from_what_gives_less(client: TestClient, name: str) -> None:
    page = unescape(client.get(f"/sammenheng?sted=5610&punkt={name}").text)
    more, less = "gir mer av", "gir mindre av"
    for heading in ("Hva ligger bak?", "Hva fører det til?"):
        assert less not in _between(page, heading)
    for heading in ("Dette demper", "Dette står i veien", "Hva demper det?"):
        assert more not in _between(page, heading)
    links = [(pair, link.sign) for pair, link in causal_map().pairs if name in pair]
    told = page.partition('id="punkt"')[2].partition("</section>")[0]
    assert told.count(f">{less}<") == sum(sign == "less" for _, sign in links)
    assert told.count(f">{more}<") == sum(sign == "more" for _, sign in links)


@pytest.mark.parametrize("name", causal_map().nodes)
def test_roots_that_are_told_give_more_and_say_by_which_way(name: str) -> None:
    chart = causal_map()
    told = chosen_node(name, causes_answer("5610"), chart, lambda key, **_: key)
    for way in told["behind"]:
        steps = [chart.links[a.id][b.id].sign for a, b in pairwise(way)]
        assert steps.count("less") % 2 == 0
        assert way[-1].id == name
        assert 2 < len(way) <= LONGEST
    assert not {each.id for each in told["onward"]} & {each.id for each in told["onward_less"]}


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_place_comes_before_the_map_and_the_map_where_a_point_leads(
    client: TestClient, spoken: str
) -> None:
    page = client.get(f"/sammenheng?sted=5610&punkt=omsorg&lang={spoken}").text
    marks = ["ft-other-place", 'id="kart"', "ft-map-narrow", "<svg viewBox", 'id="punkt"']
    places = [page.index(each) for each in marks]
    assert places == sorted(places)
    assert "behov=hverdag" in page
