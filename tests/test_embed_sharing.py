"""What an address of ours becomes elsewhere: card, frame, files, and sentences for an article."""

import io
import re
import zipfile
from html import unescape
from urllib.parse import quote

import pytest
from fontTools.ttLib import TTFont
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.embed.press import names as names_of
from framtid.embed.press.files import xlsx
from framtid.embed.press.sentences import sentences
from framtid.embed.request import read
from framtid.embed.snippet import iframe
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.drawing import fonts
from framtid.views.registry import views


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
        ("http://testserver/historie?sted=4601", "/embed/pyramid/4601"),
        ("http://testserver/kommune?sted=4601#over80", "/embed/over80/4601"),
        ("http://testserver/veivalg?sted=4601&vei=1-heltid2", "/embed/path_hands/4601?path=2-he2"),
        ("http://testserver/embed/map/0?theme=dark", "/embed/map/0?theme=dark"),
        ("http://testserver/historie", "/embed/pyramid/0"),
        ("http://testserver/embed/2040/dagen/4601?lang=nn", "/embed/2040/dagen/4601?lang=nn"),
        ("http://testserver/historie?sted=4601#dagen", "/embed/2040/dagen/4601"),
        ("http://testserver/historie?sted=4601#anna", "/embed/2040/dagen/4601"),
        ("http://testserver/historie?sted=4601#skolen", "/embed/desks/4601"),
        ("http://testserver/historie?sted=4601#hundre-norge", "/embed/hundred/0"),
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
    assert 'title="Karasjok: 80 år og eldre"' in follows
    assert re.search(r'title="[^"]*\d{3}[^"]*"', stands)


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("url=https://x.no/tallene", 404),
        ("url=https://x.no/kommune?sted=9999", 404),
        ("", 404),
        ("url=http://testserver/historie&format=yaml", 501),
        ("url=http://[", 404),
        ("url=http://testserver/embed/2040/ingen/5610", 404),
        ("url=http://testserver/embed/2040/hundre-2040/5610", 404),
    ],
)
def test_oembed_says_no_with_the_right_status(client: TestClient, query: str, status: int) -> None:
    assert client.get(f"/oembed?{query}").status_code == status


def test_oembed_says_no_in_the_language_of_the_address(client: TestClient) -> None:
    said = client.get(
        "/oembed", params={"url": "http://testserver/embed/carers/9999?lang=en"}
    ).json()
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


TURNS = 5
"""Every view is asked for in every fifth of the places, so that all views and many places meet."""


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_view_has_sentences_of_its_own(spoken: str) -> None:
    language, met = language_of(spoken), set()
    whose = {language.say(f"article.{key}") for key in ("ours", "source")}
    asked = [(places().nation, name) for name in views()]
    for at, place in enumerate(places().municipalities[::13]):
        asked += [(place, name) for name in [*views()][at % TURNS :: TURNS]]
    for place, name in asked:
        if place.level not in views()[name].levels:
            continue
        told = sentences(read(name, place.code, {"lang": spoken}))
        assert not re.search(r"  | [.,:]|\bnan\b|−(?!\d)", told), told
        assert told.endswith(".") or told.endswith("”."), told
        own = told
        for sentence in whose:
            own = own.removesuffix(sentence).strip()
        assert re.search(r"\w+ \w+ \w+.*[.]", own), (name, place.code, told)
        met.add(name)
    assert met == set(views())


def test_pictures_know_the_letters_of_every_name() -> None:
    with TTFont(fonts.files()[fonts.Face(fonts.SANS)]) as cut:
        known = set(cut.getBestCmap())
    said = {letter for place in places().by_code.values() for letter in place.name + place.short}
    assert {ord(letter) for letter in said} <= known


@pytest.mark.parametrize(
    "address",
    [
        "https://x.no/embed/carers/4601",
        "http://testserver.evil.no/kommune?sted=4601",
        "//x.no/embed/carers/4601",
        "http://testserver/embed/no-such-view/4601",
    ],
)
def test_oembed_answers_only_for_frames_of_our_own(client: TestClient, address: str) -> None:
    assert client.get("/oembed", params={"url": address}).status_code == 404


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 2000), st.integers(1, 3000), st.sampled_from(["carers", "map", "strip"]))
def test_oembed_keeps_within_bounds_in_fields_and_html(
    client: TestClient, width: int, height: int, view: str
) -> None:
    pasted = f"http://testserver/embed/{view}/4601"
    bounds = f"maxwidth={width}&maxheight={height}"
    told = client.get(f"/oembed?url={pasted}&{bounds}").json()
    assert told["width"] <= width
    assert told["height"] <= height
    assert f'width="{told["width"]}" height="{told["height"]}"' in told["html"]
    assert f"height:{told['height']}px" in told["html"]


def test_a_frame_leads_those_who_are_given_its_address_to_oembed(client: TestClient) -> None:
    page = client.get("/embed/pyramid/4601?lang=en&year=2026").text
    link = re.search(r'<link rel="alternate" type="application/json\+oembed" href="([^"]+)"', page)
    assert link
    told = client.get(unescape(link[1])).json()
    assert "/embed/pyramid/4601?lang=en&amp;year=2026" in told["html"]
    assert told["type"] == "rich"


def test_a_year_comes_along_from_a_page(client: TestClient) -> None:
    asked = {"url": "http://testserver/kommune?sted=4601&year=2026#pyramid"}
    assert "/embed/pyramid/4601?year=2026" in client.get("/oembed", params=asked).json()["html"]


def test_files_are_called_after_view_place_and_language(client: TestClient) -> None:
    for code, name in (
        ("1151", "utsira"),
        ("5610", "karasjok"),
        ("1811", "bindal"),
        ("0", "norge"),
    ):
        for lang in ("nb", "en"):
            said = client.get(f"/api/v1/views/carers/{code}.xlsx?lang={lang}").headers
            wanted = f'filename="framtid-carers-{name}-{code}-{lang}.xlsx"'
            assert wanted in said["content-disposition"]


def test_every_places_file_name_is_plain_and_its_own() -> None:
    names = [names_of.pack_name(code, "nb") for code in places().by_code]
    assert len(set(names)) == len(names)
    assert all(re.fullmatch(r"framtid-[a-z0-9-]+-[a-z0-9-]+-nb-\d{4}-\d\d-\d\d", n) for n in names)


def test_a_press_pack_lies_in_a_folder_of_its_own(client: TestClient) -> None:
    content = client.get("/api/v1/press/5610.zip").content
    names = zipfile.ZipFile(io.BytesIO(content)).namelist()
    assert {name.split("/")[0] for name in names} == {names_of.pack_name("5610", "nb")}
    text = next(name for name in names if name.endswith(".txt"))
    said = zipfile.ZipFile(io.BytesIO(content)).read(text).decode("utf-8-sig")
    assert "/kommune?sted=5610" in said
    assert "1. januar 2026" in said


def test_a_strangers_host_is_never_ours(
    client: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What is answered may be kept by a cache in front, and shown to others."""
    page = quote("https://evil.example/embed/pupils/5610")
    foreign = {"host": "evil.example"}
    for _ in ("nobody says what we are called", "the operator does"):
        assert client.get(f"/oembed?url={page}", headers=foreign).status_code == 404
        for path in ("/historie?sted=5610", "/embed/pupils/5610", "/bygg-inn"):
            assert "evil.example" not in client.get(path, headers=foreign).text
        monkeypatch.setenv("FRAMTID_ADDRESS", "https://2040.example.no")
    ours = quote("https://2040.example.no/embed/pupils/5610")
    assert client.get(f"/oembed?url={ours}", headers=foreign).status_code == 200


@pytest.mark.parametrize("wide", ["9" * 5000, "-1", "1e9", "٣", ""])
def test_a_width_that_is_none_breaks_nothing(client: TestClient, wide: str) -> None:
    ours = quote("http://testserver/embed/pupils/5610")
    assert client.get(f"/oembed?url={ours}&maxwidth={wide}").status_code == 200
