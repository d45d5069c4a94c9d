"""Bytes and time to the first figure in Chromium, cold: the story beside a plain Streamlit page."""

import sys
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.serve import free_port, serving, site
from tests.conftest import BROWSER
from tests.find_browser import find_browser

TIMES = 5
TEXT = "h1"
FIGURE = ".main-svg .scatterlayer path"


def visit(browser: Browser, address: str, text: str) -> tuple[float, float, float]:
    """Return megabytes over the wire, and seconds to text and to the figure, in a new browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    page = context.new_page()
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.on(
        "Network.webSocketFrameReceived",
        lambda e: received.append(len(e["response"]["payloadData"])),
    )
    page.goto(address, wait_until="commit")
    clock = "performance.now() / 1000"
    page.wait_for_selector(text)
    first = page.evaluate(clock)
    page.wait_for_selector(FIGURE, state="attached")
    drawn = page.evaluate(clock)
    page.wait_for_load_state("networkidle")
    context.close()
    return sum(received) / 1e6, first, drawn


def report(name: str, browser: Browser, address: str, text: str) -> None:
    """Print the median of some visits."""
    seen = [visit(browser, address, text) for _ in range(TIMES)]
    size, first, drawn = (median(column) for column in zip(*seen, strict=True))
    sys.stdout.write(f"  {name:34} {size:5.2f} MB  text {first:5.2f} s  figure {drawn:5.2f} s\n")


def main() -> None:
    """Measure both in one run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        with site() as (address, _):
            visit(browser, f"{address}/historie?sted=3201", TEXT)
            report("the story", browser, f"{address}/historie?sted=3201", TEXT)
        port = free_port()
        command = ["streamlit", "run", "benchmarks/plain_page.py", "--server.port", str(port)]
        with serving(command, port, "/_stcore/health") as (address, _):
            visit(browser, address, TEXT)
            report("a plain st.plotly_chart page", browser, address, TEXT)
        browser.close()
