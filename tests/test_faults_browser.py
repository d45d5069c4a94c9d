"""A damaged table in the real app: told where it is used, in the reader's language."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect

from tests.conftest import DESKTOP, Visit, visiting
from tests.extending import copy, running_copy

pytestmark = pytest.mark.browser
DAMAGED = "bands"
"""Bands around projections: stories, all the figures of a place and frames need them."""


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which one table is half of what it was."""
    folder = copy(tmp_path_factory.mktemp("damaged"))
    snapshot = folder / "data" / "snapshot"
    figures = snapshot.resolve()
    snapshot.unlink()
    shutil.copytree(figures, snapshot)
    file = snapshot / f"{DAMAGED}.parquet"
    file.write_bytes(file.read_bytes()[: file.stat().st_size // 2])
    return folder


@pytest.fixture(scope="module")
def damaged(project: Path) -> Iterator[str]:
    """Start the app that has it; its address."""
    with running_copy(project) as address:
        yield address


@pytest.fixture
def reader(browser: Browser, damaged: str) -> Iterator[Visit]:
    """Open a window on it."""
    with visiting(browser, damaged, *DESKTOP) as opened:
        yield opened


@pytest.mark.parametrize(
    ("path", "told"),
    [
        ("/kommune?sted=5610", f"Tallene kan ikke leses akkurat nå ({DAMAGED})"),
        ("/historie?sted=5610&lang=nn", f"Tala kan ikkje lesast akkurat no ({DAMAGED})"),
        ("/staasted?sted=5610&lang=en", f"The figures cannot be read right now ({DAMAGED})"),
    ],
)
def test_the_page_that_needs_it_says_so_under_a_number_of_the_log(
    reader: Visit, project: Path, path: str, told: str
) -> None:
    page = reader.page
    page.goto(reader.site + path)
    said = page.locator("main").inner_text()
    assert told in said
    number = re.search(r"\b[0-9a-f]{8}\b", said)
    assert number
    log = (project / "log.txt").read_text("utf-8")
    assert f"{number[0]}: SnapshotError: table {DAMAGED}" in log
    assert log.count("Traceback") <= 2, "of each kind of fault once, however often it comes"


def test_a_frame_that_needs_it_says_so(reader: Visit) -> None:
    reader.page.goto(f"{reader.site}/embed/carers/5610?lang=en")
    expect(reader.page.locator("main")).to_contain_text("This figure cannot be shown")


@pytest.mark.parametrize("path", ["/", "/veivalg?sted=5610", "/fortellinger"])
def test_a_page_that_does_not_need_it_stands(reader: Visit, path: str) -> None:
    page = reader.open(path)
    expect(page.get_by_role("heading", level=1).first).to_be_visible()
    assert page.get_by_test_id("stException").count() == 0
    assert DAMAGED not in page.locator("body").inner_text()
    assert reader.problems == []
