"""Finds a Chromium for the browser tests: the system's, or the one Playwright fetched."""

import shutil
import sys
from pathlib import Path

NAMES = ("chromium-headless-shell", "chromium", "chromium-browser", "google-chrome")
"""The shell first: it draws the same and has no windows of its own, which cost half the work."""


def find_browser() -> str | None:
    """Return the path of a browser, or None where there is none."""
    for name in NAMES:
        if found := shutil.which(name):
            return found
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow, and seldom needed

    with sync_playwright() as playwright:
        own = Path(playwright.chromium.executable_path)
    return str(own) if own.is_file() else None


if __name__ == "__main__":
    browser = find_browser()
    print(browser or "no browser found")
    sys.exit(browser is None)
