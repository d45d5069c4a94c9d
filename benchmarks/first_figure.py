"""Bytes and time to the first figure in Chromium, cold: the story beside a plain Streamlit page.

Three times from the click on, each the end of the frame that shows it: the headline, a picture of
the first figure (in the story the one that the page brings with it), and Plotly's own figure in a
page that can be used, with nothing lying over it.
"""

import sys
from statistics import median

from playwright.sync_api import Browser, sync_playwright

from benchmarks.serve import free_port, serving, site
from tests.conftest import BROWSER
from tests.find_browser import find_browser

TIMES = 9
PATIENCE = 180_000
"""Milliseconds: on a busy machine a visit is slow, and still one."""
WATCH = """
const wanted = {
  text: "h1",
  figure: ".stand-in__picture path, .main-svg .scatterlayer path",
  usable: "body:not(:has(.stand-in)) .main-svg .scatterlayer path",
};
const seen = window.seen = {};
const onScreen = (node) => {
  const { width, height, top } = node.getBoundingClientRect();
  return width && height && top < innerHeight
    && node.checkVisibility({ opacityProperty: true, visibilityProperty: true });
};
const look = () => {
  for (const [name, selector] of Object.entries(wanted)) {
    if (!(name in seen) && [...document.querySelectorAll(selector)].some(onScreen)) {
      seen[name] = null;
      setTimeout(() => { seen[name] = performance.now() / 1000; });
    }
  }
  requestAnimationFrame(look);
};
requestAnimationFrame(look);
"""
"""Looks once a frame, just before it is painted; the task after it tells when it was."""

Visit = tuple[float, float, float, float]


def visit(browser: Browser, address: str) -> Visit:
    """Return megabytes over the wire, and seconds to text, figure and use, in a new browser."""
    context = browser.new_context(viewport={"width": 1280, "height": 800})
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    page.add_init_script(WATCH)
    wire = context.new_cdp_session(page)
    wire.send("Network.enable")
    received: list[float] = []
    wire.on("Network.loadingFinished", lambda event: received.append(event["encodedDataLength"]))
    wire.on(
        "Network.webSocketFrameReceived",
        lambda e: received.append(len(e["response"]["payloadData"])),
    )
    page.goto(address, wait_until="commit")
    page.wait_for_function("() => seen.text && seen.figure && seen.usable")
    page.wait_for_load_state("networkidle")
    text, figure, usable = page.evaluate("[seen.text, seen.figure, seen.usable]")
    context.close()
    return sum(received) / 1e6, text, figure, usable


def report(name: str, browser: Browser, address: str) -> None:
    """Print the median of some visits."""
    visit(browser, address)
    seen = [visit(browser, address) for _ in range(TIMES)]
    size, text, figure, usable = (median(column) for column in zip(*seen, strict=True))
    sys.stdout.write(
        f"  {name:30} {size:5.2f} MB  text {text:5.2f} s  figure {figure:5.2f} s"
        f"  usable {usable:5.2f} s\n"
    )


def main() -> None:
    """Measure both in one run."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        with site() as (address, _):
            report("the story", browser, f"{address}/historie?sted=3201")
        port = free_port()
        command = ["streamlit", "run", "benchmarks/plain_page.py", "--server.port", str(port)]
        with serving(command, port, "/_stcore/health") as (address, _):
            report("a plain st.plotly_chart page", browser, address)
        browser.close()
