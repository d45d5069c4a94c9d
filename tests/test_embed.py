"""Frames: what an address gives, what it weighs, and what strangers may send."""

import gzip
import re
from html.parser import HTMLParser
from urllib.parse import quote, urlencode

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.embed.frame.render import frame
from framtid.embed.look.contrast import contrast, readable
from framtid.embed.look.themes import DARK, palette
from framtid.embed.request import read
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views import style
from framtid.views.registry import views

CURVE, MAP = 15_000, 40_000
"""Bytes that a frame may weigh as it is sent."""
HUNDREDS = settings(deadline=None, max_examples=500)


def fitting(name: str) -> str:
    """Return a place that a view is made for."""
    levels = views()[name].levels
    return next(code for code in ("5610", "ba-5", "0") if places().get(code).level in levels)


@pytest.mark.parametrize("name", list(views()))
def test_a_view_is_one_light_page(name: str) -> None:
    html = frame(read(name, fitting(name), {}))
    weight = len(gzip.compress(html.encode(), 9))
    print(f"{name}: {weight:,} bytes")
    assert weight <= (MAP if name in {"map", "similar_map", "young_map"} else CURVE)
    assert not re.search(r"(?:\bsrc(?:set)?=|@import|url\()", html.split("<script>")[0])
    assert html.count("<script") == 1
    assert html.count("<h1>") == 1
    assert "<svg" in html


def test_a_frame_is_open_to_any_host_and_the_rest_of_the_site_is_not(client: TestClient) -> None:
    answer = client.get("/embed/carers/5610")
    policy = answer.headers["content-security-policy"]
    assert answer.status_code == 200
    assert "frame-ancestors" not in policy, "a star would shut out files and apps"
    assert "unsafe-inline" not in policy.split("style-src")[0]
    assert answer.headers["x-robots-tag"] == "noindex, indexifembedded"
    assert "set-cookie" not in answer.headers
    for path in ("/", "/historie", "/kommune?sted=5610"):
        assert "frame-ancestors 'self'" in client.get(path).headers["content-security-policy"]


def test_a_frame_says_where_it_is_from(client: TestClient) -> None:
    html = client.get("/embed/over80/5610").text
    assert 'rel="canonical" href="/kommune?sted=5610#over80"' in html
    assert "https://www.ssb.no/" in html
    assert "Folketallene gjelder per 1. januar" in html


def test_our_own_calculation_is_told_of_by_us(client: TestClient) -> None:
    page = client.get("/embed/carers/5610").text
    assert re.search(r'href="(https?://[^"]+)?/om#metode"', page)


def test_an_address_that_follows_is_asked_anew_and_a_frozen_one_never(client: TestClient) -> None:
    assert "max-age=300" in client.get("/embed/carers/5610").headers["cache-control"]
    frozen = client.get(f"/embed/carers/5610@{snapshot().edition}")
    assert frozen.status_code == 200
    assert "immutable" in frozen.headers["cache-control"]
    assert "frosset" in frozen.text


def test_a_year_shows_the_state_of_that_year(client: TestClient) -> None:
    then = client.get("/embed/pyramid/5610?year=2006").text
    assert then != client.get("/embed/pyramid/5610").text


@pytest.mark.parametrize(
    ("path", "status", "said"),
    [
        ("nei/5610", 404, "Vi har ingen figur"),
        ("carers/9999", 404, "Vi finner ikke noe sted"),
        ("births/5610", 404, "finnes ikke for dette stedet"),
        ("carers/1850", 404, "er delt"),
        ("pyramid/5610?year=1999", 404, "ingen utgave for 1999"),
        ("pyramid/5610?year=tja", 400, "tja"),
        ("path_hands/5610?path=1-heltid2-", 400, "Vi kan ikke lese veien"),
        ("carers/5610?theme=rosa", 400, "rosa"),
        ("carers/5610?accent=red", 400, "red"),
        ("carers/5610?lang=xx", 400, "xx"),
        ("carers/5610@0123456789", 404, "0123456789"),
        ("carers", 404, "Vi har ingen figur"),
        ("a/b/c", 404, "Vi har ingen fortelling"),
        ("2040/x/5610", 404, "Vi har ingen figur"),
    ],
)
def test_what_cannot_be_shown_says_so_in_the_frame(
    client: TestClient, path: str, status: int, said: str
) -> None:
    answer = client.get(f"/embed/{path}")
    assert answer.status_code == status
    assert said in answer.text
    assert "frame-ancestors" not in answer.headers["content-security-policy"]
    assert answer.headers["cache-control"] == "no-store"


def test_a_code_of_old_leads_on(client: TestClient) -> None:
    answer = client.get("/embed/carers/5437?theme=dark")
    assert answer.status_code == 301
    assert answer.headers["location"] == "/embed/carers/5610?theme=dark"


class Strict(HTMLParser):
    """Counts what may run, and the tags that do not belong."""

    def __init__(self) -> None:
        super().__init__()
        self.scripts = 0
        self.handlers: list[str] = []
        self.tags: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Note a tag."""
        self.scripts += tag == "script"
        self.tags.add(tag)
        self.handlers += [name for name, _ in attrs if name.startswith("on")]


HOSTILE = st.text(max_size=200) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "</style><script>alert(1)</script>",
        '"><img src=x onerror=alert(1)>',
        "javascript:alert(1)",
        "{{ 7*7 }}",
        "{% raw %}",
        "../../etc/passwd",
        "\x00",
        "@",
        "%3Cscript%3E",
        "#E2001A;}body{display:none",
    ]
)


@HUNDREDS
@given(
    HOSTILE | st.just("carers"),
    HOSTILE | st.just("5610"),
    st.dictionaries(st.sampled_from(["lang", "path", "year", "theme", "accent", "font"]), HOSTILE),
)
@example("\n", "", {})
def test_nothing_hostile_gets_into_a_frame(
    client: TestClient, view: str, place: str, query: dict[str, str]
) -> None:
    assume(not {".", ".."} & {view, place})  # the client itself takes these for folders
    path = f"/embed/{quote(view, safe='')}/{quote(place, safe='')}?{urlencode(query)}"
    answer = client.get(path, follow_redirects=True)
    assert answer.status_code in {200, 400, 404}
    found = Strict()
    found.feed(answer.text)
    assert found.scripts == ("<main" in answer.text)
    assert not found.handlers
    assert "img" not in found.tags
    assert "Traceback" not in answer.text


colours = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06X}")


@given(colours, colours)
def test_an_accent_can_be_read_on_any_ground(accent: str, ground: str) -> None:
    assert contrast(readable(accent, ground), ground) >= 4.5


def test_our_own_text_can_be_read_on_both_grounds() -> None:
    for theme in ("light", "dark"):
        found = palette(theme, "")
        for color in (style.INK, style.MUTED, style.MINE):
            assert contrast(found[color], found[style.PAPER]) >= 4.5
    assert set(DARK) == set(palette("light", ""))
