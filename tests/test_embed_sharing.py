"""What an address of ours becomes elsewhere: card, frame, files, and sentences for an article."""

import io
import re
import zipfile

import pytest
from fontTools.ttLib import TTFont
from starlette.testclient import TestClient

from framtid.embed.press.files import xlsx
from framtid.embed.press.sentences import sentences
from framtid.embed.request import read
from framtid.embed.snippet import iframe
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.drawing import fonts


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("/historie?sted=5610", "pyramid/5610"),
        ("/kommune?sted=5610", "carers/5610"),
        ("/veivalg?sted=5610&vei=1-heltid2", "path_hands/5610?path=2-he2"),
        ("/vei?sted=5610&vei=1-heltid2", "path_hands/5610?path=2-he2"),
        ("/", "map/0"),
    ],
)
def test_a_pasted_address_becomes_a_frame(client: TestClient, address: str, frame: str) -> None:
    page = client.get(address).text
    link = re.search(r'application/json\+oembed" href="([^"]+)"', page)
    assert link is not None
    told = client.get(link[1].replace("&amp;", "&")).json()
    assert told["type"] == "rich"
    assert f'src="http://testserver/embed/{frame}"' in told["html"]
    assert f'og:image" content="{told["thumbnail_url"]}"' in page.replace("&amp;", "&")
    assert client.get(told["thumbnail_url"]).content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("address", "frame"),
    [
        ("https://x.no/historie?sted=4601", "/embed/pyramid/4601"),
        ("https://x.no/kommune?sted=4601#over80", "/embed/over80/4601"),
        ("https://x.no/veivalg?sted=4601&vei=1-heltid2", "/embed/path_hands/4601?path=2-he2"),
        ("https://x.no/embed/map/0?theme=dark", "/embed/map/0?theme=dark"),
        ("https://x.no/historie", "/embed/pyramid/0"),
    ],
)
def test_oembed_knows_what_our_addresses_stand_for(
    client: TestClient, address: str, frame: str
) -> None:
    told = client.get("/oembed", params={"url": address, "maxwidth": "320"}).json()
    assert f'src="http://testserver{frame}"' in told["html"].replace("&amp;", "&")
    assert told["width"] == 320
    xml = client.get("/oembed", params={"url": address, "format": "xml"})
    assert xml.text.startswith("<?xml")


def test_a_frame_that_follows_is_not_called_by_figures_of_today() -> None:
    follows, stands = (
        iframe(read("over80", f"5610{mark}", {})) for mark in ("", f"@{snapshot().edition}")
    )
    assert 'title="Kárášjohka – Karasjok: 80 år og eldre"' in follows
    assert re.search(r'title="[^"]*\d{3}[^"]*"', stands)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=https://x.no/tallene", 404),
        ("url=https://x.no/kommune?sted=9999", 404),
        ("", 404),
        ("url=https://x.no/historie&format=yaml", 501),
        ("url=http://[", 404),
    ],
)
def test_oembed_says_no_with_the_right_status(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/oembed?{query}").status_code == status


def test_oembed_says_no_in_the_language_of_the_address(client: TestClient) -> None:
    said = client.get("/oembed", params={"url": "http://x/embed/carers/9999?lang=en"}).json()
    assert "municipality" in said["message"] or "place" in said["message"]


@pytest.mark.parametrize("kind", ["csv", "xlsx", "json", "svg", "png"])
@pytest.mark.parametrize("name", ["carers", "map"])
def test_a_view_is_every_kind_of_file(client: TestClient, name: str, kind: str) -> None:
    answer = client.get(f"/api/v1/views/{name}/5610.{kind}?lang=en&form=")
    assert answer.status_code == 200
    assert answer.headers["access-control-allow-origin"] == "*"
    assert client.get(f"/api/v1/views/{name}/5610.{kind}?lang=xx").status_code == 400


def test_a_spreadsheet_holds_numbers_and_says_what_they_are() -> None:
    asked = read("over80", "5610", {})
    archive = zipfile.ZipFile(io.BytesIO(xlsx(asked)))
    sheet = archive.read("xl/worksheets/sheet1.xml").decode()
    assert sheet.count("<v>") > 100
    assert "07459" in archive.read("xl/sharedStrings.xml").decode()
    assert xlsx(asked) == xlsx(asked)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_municipality_has_its_sentences(spoken: str) -> None:
    for place in places().municipalities[::9]:
        for name in ("carers", "over80", "compare", "neighbours", "hands", "path_hands"):
            told = sentences(read(name, place.code, {"lang": spoken}))
            assert not re.search(r"  | [.,:]|\bnan\b|−", told), told
            assert told.endswith(".") or told.endswith("”."), told


def test_pictures_know_the_letters_of_every_name() -> None:
    with TTFont(fonts.files()[fonts.Face(fonts.SANS)]) as cut:
        known = set(cut.getBestCmap())
    said = {letter for place in places().by_code.values() for letter in place.name + place.short}
    assert {ord(letter) for letter in said} <= known
