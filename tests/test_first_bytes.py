"""What a first visit to the story weighs, counted without a browser, and how its files are sent."""

import re

from starlette.testclient import TestClient

from framtid.web import assets
from framtid.web.joined import FRONTEND

MOST = 1_200_000
ASKED = re.compile(r'(?:href|src)="(/(?:static|assets|api|_stcore)/[^"]+)"|url\("([^"]+)"\)')
LATER = "/assets/forced."
"""What only some browsers ask for."""


def sent(client: TestClient, address: str) -> int:
    """Return bytes of an answer as they are sent, its headers with them."""
    with client.stream("GET", address) as answer:
        assert answer.status_code == 200, address
        headers = sum(len(name) + len(value) + 4 for name, value in answer.headers.raw)
        return headers + len(b"".join(answer.iter_raw()))


def test_a_first_visit_to_the_story_is_light(client: TestClient) -> None:
    page = client.get("/historie?sted=3201").text.partition("ft-article")[0]
    named = {one or other for one, other in ASKED.findall(page)}
    named = {address.replace("&amp;", "&") for address in named if not address.startswith(LATER)}
    weights = {address: sent(client, address) for address in named}
    assert len(weights) > 60
    assert assets.plotly().address in weights
    total = sum(weights.values()) + sent(client, "/historie?sted=3201")
    # The rest are Streamlit's answers about itself and the two words of its WebSocket.
    assert total < MOST - 20_000, sorted(weights.items(), key=lambda one: -one[1])[:12]


def test_a_style_sheet_comes_with_those_that_it_imports(client: TestClient) -> None:
    sheet = client.get(assets.READER_STYLES).text
    assert "@import" not in sheet
    imported = re.findall(r'@import "./([^"]+)"', (FRONTEND / "reader.css").read_text("utf-8"))
    assert len(imported) > 10
    for name in imported:
        assert (FRONTEND / name).read_text("utf-8") in sheet


def test_the_app_waits_until_the_first_screen_is_there(client: TestClient) -> None:
    page = client.get("/historie?sted=3201").text
    waiting = page[page.index('<template id="ft-app">') : page.index("</template>")]
    for of_the_app in ("/static/js/index.", "modulepreload", "/static/css/", "plotly-basic"):
        assert of_the_app in waiting
        assert of_the_app not in page.replace(waiting, "")
    assert page.index("stand-in") < page.index('<template id="ft-app">')
    assert (
        page.index('<template id="ft-app">')
        < page.rindex("/assets/app.")
        < page.index("ft-article")
    )


def test_only_a_page_has_the_rules_of_a_page(client: TestClient) -> None:
    page = client.get("/historie").headers
    assert "content-security-policy" in page
    for part in (assets.address("app.js"), assets.READER_STYLES, *client_fonts()):
        headers = client.get(part).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert "content-security-policy" not in headers
    assert "content-security-policy" in client.get(assets.address("mark.svg")).headers


def client_fonts() -> list[str]:
    """Return where the fonts of pages are."""
    return [font.address for font in assets.fonts().values()]
