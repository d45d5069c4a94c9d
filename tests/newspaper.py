"""Somebody else's site, in which frames of ours stand, and the window that reads it."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from playwright.sync_api import Browser, Frame, Page


@dataclass
class Host:
    """Somebody else's site: pages by path, each with its headers."""

    address: str
    pages: dict[str, tuple[str, dict[str, str]]] = field(default_factory=dict)

    def put(
        self,
        body: str,
        *,
        policy: str = "",
        style: str = "",
        head: str = "",
        headers: dict[str, str] | None = None,
    ) -> str:
        """Publish a page and return its address."""
        told = {"content-security-policy": policy} if policy else {}
        path = f"/{len(self.pages)}"
        html = (
            f'<!doctype html><html lang="nb"><head><meta charset="utf-8"><title>Avis</title>{head}'
            f'<meta name="viewport" content="width=device-width"><style>body{{margin:0;{style}}}'
            f"</style></head><body>{body}</body></html>"
        )
        self.pages[path] = (html, told | (headers or {}))
        return self.address + path


@pytest.fixture(scope="module")
def host() -> Iterator[Host]:
    published = Host("")

    class Pages(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            html, headers = published.pages.get(self.path, ("", {}))
            self.send_response(200 if html else 404)
            self.send_header("content-type", "text/html; charset=utf-8")
            for name, text in headers.items():
                self.send_header(name, text)
            self.end_headers()
            self.wfile.write(html.encode())

        def log_message(self, format: str, *args: object) -> None:  # noqa: A002
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Pages)
    published.address = f"http://localhost:{server.server_port}"
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield published
    server.shutdown()
    server.server_close()


@pytest.fixture
def newspaper(browser: Browser, site: str, host: Host) -> Iterator[Page]:
    """Open a window that notes requests to anyone but the newspaper and us."""
    context = browser.new_context(viewport={"width": 680, "height": 900}, bypass_csp=False)
    page = context.new_page()
    page.set_default_timeout(20_000)
    foreign: list[str] = []

    def note(url: str) -> None:
        if not url.startswith((site, host.address, "data:")):
            foreign.append(url)

    page.on("request", lambda request: note(request.url))
    yield page
    assert not foreign
    assert not context.cookies()
    context.close()


def framed(page: Page) -> Frame:
    """Return our frame when it is there."""
    page.wait_for_selector("iframe")
    page.locator("iframe").first.scroll_into_view_if_needed()
    page.frame_locator("iframe").first.locator("svg:visible").first.wait_for()
    (frame,) = (one for one in page.frames if "/embed/" in one.url)
    return frame


def fits(frame: Frame) -> None:
    """Check that nothing is cut off and nothing scrolls."""
    across = "document.documentElement.scrollWidth <= innerWidth"
    down = "document.documentElement.scrollHeight <= innerHeight + 1"
    assert frame.evaluate(across)
    assert frame.evaluate(down), frame.evaluate(
        "[document.documentElement.scrollHeight,innerHeight]"
    )
    box = frame.locator(".f").bounding_box()
    assert box is not None
    assert box["height"] >= 180
