"""How fast a lever answers: 200 moves in Chromium on Veivalg, and what the server computes.

From the key that moves a lever to the end of the frame in which sentence and figure show the new
path. Every path is asked for for the first time, so that neither browser nor server has it kept.
"""

import sys
from itertools import islice
from time import perf_counter

import numpy as np
from playwright.sync_api import Page, sync_playwright

from benchmarks.pathways import moves
from benchmarks.serve import site
from framtid.answers import encode
from framtid.pathways.codec import Decoded
from framtid.stories.simulator import choice
from tests.conftest import BROWSER
from tests.find_browser import find_browser

MOVES = 200
PLACES = ("4026", "0301")
MOVE = """() => new Promise((done) => {
  const levers = [...document.querySelectorAll(".lever")];
  const turn = window.turn = (window.turn ?? 0) + 1;
  const lever = levers[(turn * 7) % levers.length];
  const inputs = [...lever.querySelectorAll("input")];
  const next = inputs[(inputs.findIndex((input) => input.checked) + 1 + turn % 3) % 5];
  const address = location.search;
  const start = performance.now();
  const look = () => {
    if (location.search !== address && window.drawn > start) {
      setTimeout(() => done(performance.now() - start));
    } else if (performance.now() - start > 5000) done(NaN);
    else requestAnimationFrame(look);
  };
  if (!window.watched) {
    window.watched = true;
    document.querySelector(".picture .js-plotly-plot").on("plotly_afterplot", () => {
      window.drawn = performance.now();
    });
  }
  next.click();
  requestAnimationFrame(look);
})"""
"""Moves a lever and looks once a frame whether address, sentence and figure are the new ones."""


def told(what: str, taken: list[float]) -> None:
    """Print the median, the 95th percentile and the slowest."""
    middle, late = np.percentile(taken, [50, 95])
    sys.stdout.write(f"  {what:44}{middle:7.1f} {late:7.1f} {max(taken):7.1f} ms\n")


def in_browser(page: Page, address: str) -> list[float]:
    """Return the milliseconds of each move of a place."""
    page.goto(address)
    page.wait_for_selector(".picture .scatterlayer path")
    page.wait_for_load_state("networkidle")
    return [float(page.evaluate(MOVE)) for _ in range(MOVES)]


def on_server(code: str) -> list[float]:
    """Return the milliseconds that each answer takes to compute and write."""
    taken = []
    for pathway in islice(moves(), MOVES):
        start = perf_counter()
        encode(choice(code, Decoded(pathway)))
        taken.append((perf_counter() - start) * 1000)
    return taken


def main() -> None:
    """Print both for a small and a large place."""
    sys.stdout.write(f"  {MOVES} moves{'median':>42}    95 %    most\n")
    with sync_playwright() as playwright, site() as (address, _):
        browser = playwright.chromium.launch(executable_path=find_browser(), args=list(BROWSER))
        for code in PLACES:
            choice(code, Decoded(next(iter(moves()))))
            told(f"{code}: computed on the server", on_server(code))
            page = browser.new_page(viewport={"width": 1280, "height": 860})
            told(f"{code}: seen in Chromium", in_browser(page, f"{address}/veivalg?sted={code}"))
            page.close()
        browser.close()
