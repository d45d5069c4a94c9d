"""``python -m benchmarks.against FOLDER``: this program beside another checkout, by turns.

The other has its own ``.venv``. Both servers run for the whole of it and one browser visits them in
turn, so that what else the machine does falls on both.
"""

import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
from playwright.sync_api import Browser, sync_playwright

from benchmarks.first_figure import visit
from benchmarks.moves import MOVE
from benchmarks.serve import ROOT, answered, free_port, memory
from tests.conftest import BROWSER
from tests.find_browser import find_browser

ROUNDS = 3
MOVES = 40
NOTCHES = 60
FRAMES = """() => {
  const times = window.frameTimes = [];
  const note = (now) => { times.push(now); requestAnimationFrame(note); };
  requestAnimationFrame(note);
}"""
"""Notes when each frame is drawn from now on."""

Figures = dict[str, list[float]]


@contextmanager
def program(folder: Path) -> Iterator[tuple[str, int]]:
    """Run a checkout with its own Python; give its address and process id."""
    port = free_port()
    python = folder / ".venv" / "bin" / "python"
    process = subprocess.Popen(
        [python, "-m", "uvicorn", "app:app", "--port", str(port)],
        cwd=folder,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        answered(f"{address}/health")
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


def scrolling(browser: Browser, address: str) -> float:
    """Return frames per second while the story is scrolled."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(f"{address}/historie?sted=3201")
    page.wait_for_selector("body:not(:has(.stand-in)) .panel .main-svg")
    page.wait_for_load_state("networkidle")
    page.mouse.move(200, 500)
    page.evaluate(FRAMES)
    for _ in range(NOTCHES):
        page.mouse.wheel(0, 120)
        page.wait_for_timeout(50)
    times: list[float] = page.evaluate("frameTimes")
    page.close()
    return 1000 * (len(times) - 1) / (times[-1] - times[0])


def levers(browser: Browser, address: str) -> list[float]:
    """Return milliseconds from a lever's move to the frame that shows what it led to."""
    page = browser.new_page(viewport={"width": 1280, "height": 860})
    page.goto(f"{address}/veivalg?sted=4026")
    page.wait_for_selector(".picture .scatterlayer path")
    page.wait_for_load_state("networkidle")
    taken = [float(page.evaluate(MOVE)) for _ in range(MOVES)]
    page.close()
    return taken


def measure(browser: Browser, address: str, figures: Figures) -> None:
    """Add one round's figures of a program."""
    size, text, figure, usable = visit(browser, f"{address}/historie?sted=3201")
    figures["story, MB over the wire"].append(size)
    figures["story, s to text"].append(text)
    figures["story, s to the first figure"].append(figure)
    figures["story, s until it can be used"].append(usable)
    figures["story, frames per second scrolled"].append(scrolling(browser, address))
    taken = levers(browser, address)
    figures["a lever, ms (median)"].append(float(np.median(taken)))
    figures["a lever, ms (95 %)"].append(float(np.percentile(taken, 95)))


def main(other: Path) -> None:
    """Print the median of some rounds, the other first."""
    with (
        sync_playwright() as playwright,
        program(other) as (before, its_id),
        program(ROOT) as (now, own_id),
    ):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        both: tuple[Figures, Figures] = (defaultdict(list), defaultdict(list))
        for number in range(ROUNDS + 1):
            for address, figures in zip((before, now), both, strict=True):
                # The first round warms up what both keep.
                measure(browser, address, figures if number else defaultdict(list))
        browser.close()
        for process, figures in zip((its_id, own_id), both, strict=True):
            figures["server, MB resident afterwards"].append(memory(process))
    sys.stdout.write(f"  {'':36}{'other':>9}{'this':>9}\n")
    for name, taken in both[0].items():
        sys.stdout.write(f"  {name:36}{np.median(taken):9.2f}{np.median(both[1][name]):9.2f}\n")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
