"""How long the longest tasks are while a hundred live, on a CPU slowed to a fourth.

Two measures of the same: the browser's own long tasks (over 50 ms by the clock, so that a busy
machine adds to them), and each task's own time on the CPU, out of a trace.
"""

import json
import sys
from typing import Any

from playwright.sync_api import Browser, sync_playwright

from benchmarks.serve import site
from tests.conftest import BROWSER
from tests.find_browser import find_browser

SLOWED = 4
LONG = 50
TIMES = 3
WATCH = """
window.long = [];
new PerformanceObserver((list) => list.getEntries().forEach((one) => long.push(one.duration)))
  .observe({ type: "longtask", buffered: true });
"""
BACK_AND_ON = """() => {
  const slider = document.querySelector(".hundred__year");
  const press = (key) => slider.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
  long.length = 0;
  for (let year = 0; year < 14; year++) press("ArrowLeft");
}"""


def tasks(trace: bytes) -> list[float]:
    """Return milliseconds on the CPU of each task of the page's main thread, ascending."""
    events: list[dict[str, Any]] = json.loads(trace)["traceEvents"]
    main = {
        (each["pid"], each["tid"])
        for each in events
        if each["name"] == "thread_name" and each["args"]["name"] == "CrRendererMain"
    }
    return sorted(
        each.get("tdur", 0) / 1000
        for each in events
        if each["ph"] == "X"
        and each["name"] == "ThreadControllerImpl::RunTask"
        and (each["pid"], each["tid"]) in main
    )


def live(browser: Browser, address: str) -> tuple[list[float], list[float]]:
    """Return the long tasks by the clock, and every task's time on the CPU, over fourteen years."""
    page = browser.new_page(viewport={"width": 375, "height": 740})
    page.add_init_script(WATCH)
    page.goto(address)
    page.wait_for_selector(".hundred__one")
    page.wait_for_timeout(2000)
    wire = page.context.new_cdp_session(page)
    wire.send("Emulation.setCPUThrottlingRate", {"rate": SLOWED})
    browser.start_tracing(page=page, categories=["toplevel"])
    page.evaluate(BACK_AND_ON)
    page.wait_for_timeout(7000)
    trace = browser.stop_tracing()
    clock: list[float] = page.evaluate("long")
    page.close()
    return clock, tasks(trace)


def main() -> None:
    """Print the longest tasks and how many are over 50 ms."""
    with site() as (host, _), sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        address = f"{host}/historie?sted=5610#hundre-2040"
        for _ in range(TIMES):
            clock, cpu = live(browser, address)
            sys.stdout.write(
                f"{len(cpu)} tasks, on the CPU the longest {cpu[-1]:.0f} ms and "
                f"{sum(each > LONG for each in cpu)} over {LONG}; by the clock "
                f"{len(clock)} over {LONG}, the longest {max(clock, default=0):.0f} ms\n"
            )
        browser.close()
