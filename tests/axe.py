"""What axe finds amiss for those who hear a page or use it by keyboard."""

from pathlib import Path

import pytest
from playwright.sync_api import Page

SCRIPT = Path(__file__).parents[1] / "node_modules" / "axe-core" / "axe.min.js"
needs_axe = pytest.mark.skipif(
    not SCRIPT.is_file(), reason="axe-core comes with npm, which is not here"
)

STILL = """() => Promise.allSettled(document.getAnimations()
  .filter((one) => Number.isFinite(one.effect.getComputedTiming().endTime))
  .map((one) => one.finished)).then(() => undefined)"""
"""Waits until what comes in is in: what is half seen has too little contrast."""


def violations(page: Page) -> list[tuple[str, list[str]]]:
    """Return the rules that a page breaks, each with how what breaks it begins."""
    page.evaluate(STILL)
    # Through the debugger, not as a script element: the page's own policy would refuse it.
    page.evaluate(SCRIPT.read_text("utf-8"))
    broken = page.evaluate("axe.run(document).then((result) => result.violations)")
    return [(rule["id"], [node["html"][:200] for node in rule["nodes"]]) for rule in broken]
