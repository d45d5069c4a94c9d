"""A page never stays white: a network without WebSockets, and a server that goes and comes back."""

import re

import pytest
from playwright.sync_api import Page, Route, WebSocketRoute, expect
from starlette.testclient import TestClient

from framtid import addresses
from framtid.sitemap import pages
from framtid.web import assets
from tests.conftest import Visit

pytestmark = pytest.mark.browser
STREAM, PINGS = "**/_stcore/stream*", "**/_stcore/health*"
CONNECTION = assets.STATIC / "connection.js"


class Network:
    """The way to the server, which can be broken and mended."""

    def __init__(self, page: Page) -> None:
        self.broken = False
        self.sockets: list[WebSocketRoute] = []
        page.route_web_socket(STREAM, self._connect)
        page.route(PINGS, self._ping)

    def _connect(self, socket: WebSocketRoute) -> None:
        if self.broken:
            socket.close()
            return
        socket.connect_to_server()
        self.sockets.append(socket)

    def _ping(self, route: Route) -> None:
        if self.broken:
            route.abort()
        else:
            route.continue_()

    def break_down(self) -> None:
        """Cut what is open, and let nothing new through."""
        self.broken = True
        for socket in self.sockets:
            socket.close()

    def mend(self) -> None:
        """Let all through again."""
        self.broken = False


def test_every_page_of_the_app_has_the_words_at_hand(client: TestClient) -> None:
    for page in pages().values():
        if page.script:
            html = client.get(page.address, params={"sted": "5610"}).text
            assert html.count('data-when="late"') == 1, page.name
            assert "/assets/connection." in html


def test_the_words_are_shown_within_ten_seconds() -> None:
    soon = re.search(r"const SOON = (\d+); // milliseconds", CONNECTION.read_text("utf-8"))
    assert soon
    assert int(soon[1]) < 10_000


@pytest.mark.parametrize("address", [addresses.STORY, addresses.CHOICE, addresses.ABOUT])
def test_without_websockets_all_of_the_page_is_there_to_read(phone: Visit, address: str) -> None:
    window = phone.page
    window.route_web_socket(STREAM, lambda socket: socket.close())
    window.goto(f"{phone.site}{address}?sted=5610")
    expect(window.get_by_text("Her står alt sammen uten den.")).to_be_visible()
    expect(window.get_by_role("heading", level=1)).to_be_visible()
    last = window.locator("main section").last
    last.scroll_into_view_if_needed()
    expect(last).to_be_in_viewport()


def test_a_lost_server_is_told_and_the_page_stands_and_comes_back(desktop: Visit) -> None:
    network = Network(desktop.page)
    page = desktop.open("/kommune?sted=5610")
    network.break_down()
    told = page.get_by_text("Vi har mistet kontakten med tjeneren")
    expect(told).to_be_visible()
    assert page.get_by_role("dialog").count() == 0
    expect(page.locator(".reader h2").first).to_be_visible()
    network.mend()
    expect(page.get_by_text("Kontakten er tilbake.")).to_be_visible()
    expect(told).to_be_hidden()
    expect(page.get_by_text("Kontakten er tilbake.")).to_be_hidden()


def test_where_all_is_well_nothing_is_said(desktop: Visit) -> None:
    page = desktop.open("/om")
    expect(page.locator(".ft-connection")).to_have_attribute("data-state", "")
    assert page.locator(".ft-connection").inner_text().strip() == ""


def test_who_listens_hears_the_page_once_while_the_app_is_built_below_it(desktop: Visit) -> None:
    desktop.page.add_init_script(
        """addEventListener("DOMContentLoaded", () => {
          const shown = document.querySelector(".ft-article")?.checkVisibility();
          window.atFirst = [shown, document.getElementById("root").inert];
        });"""
    )
    page = desktop.open(addresses.ABOUT)
    assert page.evaluate("window.atFirst") == [True, True]
    expect(page.locator(".ft-article")).to_have_count(0)
    assert page.evaluate("document.getElementById('root').inert") is False
