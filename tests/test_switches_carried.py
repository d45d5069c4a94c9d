"""What is assumed follows a path to frames, pictures, link cards and the comparison."""

import re
from html import unescape

import pytest
from starlette.testclient import TestClient

from framtid.embed.links import more
from framtid.embed.oembed import meant, picture
from framtid.embed.request import Asked, read
from framtid.embed.snippet import iframe
from framtid.language import language_of
from framtid.pathways.codec import decode
from framtid.pathways.switches import AS_USUAL, CHOICES, Switches
from framtid.statistics.snapshot import snapshot
from framtid.stories.simulator import choice

ASKED = {"path": "lys-vei", "state": "nothing"}
HERE = "/embed/path_kroner/5610"


def test_a_frame_shows_and_tells_what_is_assumed(client: TestClient) -> None:
    usual = client.get(f"{HERE}?path=lys-vei").text
    under = client.get(f"{HERE}?path=lys-vei&state=nothing").text
    assert "Regnet med ikke mer fra staten" in under
    assert "Regnet med" not in usual
    titles = [re.findall("<h1>(.*?)</h1>", each)[0] for each in (usual, under)]
    assert titles[0] != titles[1]
    assert "state=nothing" in under


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_every_setting_has_words_in_a_frame(spoken: str) -> None:
    language = language_of(spoken)
    for name, values in CHOICES.items():
        for value in values:
            if Switches.of(**{name: value}) != AS_USUAL:
                assert language.say(f"embed.assumed.{name}.{value}")
    all_three = {"alternative": "LLML", "state": "nothing", "use": "trend"}
    what = [language.say(f"embed.assumed.{name}.{value}") for name, value in all_three.items()]
    told = language.say("embed.assumed.text", what=what)
    assert told.count(", ") == 1
    assert all(each in told for each in what)


def test_an_address_holds_what_is_assumed_and_nothing_where_all_is_usual() -> None:
    asked = read("path_kroner", "5610", ASKED)
    assert asked.address.endswith("&state=nothing")
    assert asked != read("path_kroner", "5610", {"path": "lys-vei"})
    assert "state=nothing" in more(asked)
    assert "state=nothing" in iframe(asked)
    assert "state=nothing" in picture(asked, "")
    assert (
        "state" not in read("path_kroner", "5610", {"path": "lys-vei", "state": "history"}).address
    )
    # A view that shows no path is the same under all.
    assert read("carers", "5610", ASKED).address == "/embed/carers/5610"


def test_a_frozen_frame_of_the_usual_stands_at_the_address_it_had() -> None:
    frozen = f"5610@{snapshot().edition}"
    assert read("path_kroner", frozen, {}).address == f"/embed/path_kroner/{frozen}"
    under = read("path_kroner", frozen, {"use": "trend"}).address
    assert under == f"/embed/path_kroner/{frozen}?use=trend"


def test_a_misspelt_switch_is_told_in_a_frame(client: TestClient) -> None:
    assert client.get(f"{HERE}?state=tull").status_code in {400, 404}


def test_files_hold_what_is_assumed(client: TestClient) -> None:
    address = "/api/v1/views/path_kroner/5610"
    usual, under = (
        client.get(f"{address}.csv?path=lys-vei{more}").text for more in ("", "&state=nothing")
    )
    assert usual != under
    assert "Regnet med" in client.get(f"{address}.svg?path=lys-vei&state=nothing").text
    assert client.get(f"{address}.png?alternative=LLML&state=nothing&use=trend").status_code == 200


def test_a_link_card_is_of_what_the_link_assumes(client: TestClient) -> None:
    asked, odd = (meant(f"/vei?sted=5610&vei=lys-vei&state={each}") for each in ("nothing", "tull"))
    assert isinstance(asked, Asked)
    assert asked.switches.query == {"state": "nothing"}
    assert isinstance(odd, Asked)
    assert odd.switches == AS_USUAL
    page = unescape(client.get("/vei?sted=5610&vei=lys-vei&state=nothing").text)
    card = re.findall(r'property="og:image" content="([^"]+)"', page)[0]
    assert "state=nothing" in card


def test_a_comparison_is_under_what_is_assumed_and_so_are_its_ways_on(client: TestClient) -> None:
    usual = client.get("/sammenlign?sted=5610").text
    under = unescape(client.get("/sammenlign?sted=5610&state=nothing").text)
    assert "staten ikke gir mer" in under
    assert "staten ikke gir mer" not in usual
    cells = [re.findall("<td>(.*?)</td>", page)[:8] for page in (usual, under)]
    assert cells[0] != cells[1]
    onward = re.findall(r'href="(/(?:sammenlign|vei|veivalg)\?[^"]+vei=[^"]*)"', under)
    assert onward
    assert all("state=nothing" in address for address in onward)
    assert '<input type="hidden" name="state" value="nothing">' in under


def test_veivalg_leads_on_with_what_is_assumed() -> None:
    shown = choice("5610", decode("lys-vei"), "path_kroner", "nb", Switches.of(state="nothing"))
    assert "state=nothing" in shown.picture.embed
    assert "state=nothing" in shown.picture.csv
