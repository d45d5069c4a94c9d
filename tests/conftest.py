"""The running app and a browser, started once and shared by every test that needs them."""

import fcntl
import gc
import logging
import os
import socket
import ssl
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Any

import httpx2
import pytest
from hypothesis import settings
from playwright.sync_api import Browser, BrowserContext, Page, expect, sync_playwright
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.api import endpoint
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from framtid.statistics import keeping
from framtid.statistics.budget import Budget
from framtid.web.turns import Shares
from tests.find_browser import find_browser
from tests.sharing_out import FromBothEnds

settings.register_profile("steady", deadline=None)
settings.load_profile("steady")
# Most of what tests compute is kept to the end: it is not looked through again and again.
gc.freeze()
gc.set_threshold(50_000, 20, 20)
for name, logger in logging.root.manager.loggerDict.items():
    if name.startswith("streamlit") and isinstance(logger, logging.Logger):
        # Each test takes hold, thrice, of every logger that keeps what it says to itself.
        logger.propagate = True
ROOT = Path(__file__).parents[1]
PATIENCE = 60
"""Seconds the app may take to open, and a page on a machine that is busy elsewhere."""
PLAIN = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
"""For addresses on this machine: to read whom the world trusts takes longer than the answer."""
BROWSER = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-features=PreloadTopChromeWebUI,Translate",
    "--use-gl=angle",
    "--use-angle=swiftshader",
    "--enable-unsafe-swiftshader",
    "--renderer-process-limit=1",
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost",
)
"""One process draws all windows, as their scripts are then read once and not for every test. Other
machines cannot be found: who asks for one is told of in the console."""
THRIFT = (
    "--disable-features=PreloadTopChromeWebUI,Translate,ScriptStreaming",
    "--js-flags=--no-opt --no-maglev",
)
"""Tests open many pages for a second each: a script is not read anew while it comes in, and none is
made faster than it is worth. No benchmark has this."""
expect.set_options(timeout=1000 * PATIENCE)
NOISE = (
    "GPU stall due to ReadPixels",
    "was preloaded using link preload but not used within",
    "Unrecognized feature",
    "allow-scripts and allow-same-origin",
)
"""Warnings of software drawing, which no visitor has, of a machine that is busy elsewhere, and of
what Streamlit allows the frame on *Bygg inn*."""

SETTLED = """() => {
  const app = document.querySelector("[data-testid=stApp]");
  const reader = document.querySelector(".stBidiComponent, [data-testid=stBidiComponent]");
  const map = document.querySelector("[data-testid=stDeckGlJsonChart]");
  return !document.querySelector(".stand-in, #root ~ .ft-article")
    && (!app || app.dataset.testScriptState === "notRunning")
    && !document.querySelector("[data-testid=stSkeleton]")
    && (!reader || reader.querySelector("h2, h3"))
    && (!map || map.querySelector("canvas"));
}"""
"""The script has run, its fields have come, and so has the reader or the map of the page."""
DRAWN = "new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"
DESKTOP, PHONE = (1280, 860), (375, 760)
ASKED = "() => performance.getEntriesByType('resource').map((one) => one.name)"
LETTERS = "/static/media/"
"""Where Streamlit has letters of its own, many times as heavy as ours."""


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """Run one file in this process, where it is done before workers have started.

    All files run in half as many workers again as there are cores: those who drive a browser wait
    for it most of the time.
    """
    asked = config.args if config.args_source is config.ArgsSource.ARGS else []
    files = {name.partition("::")[0] for name in asked}
    if len(files) == 1 and all(name.endswith(".py") for name in files):
        return 0
    return round(1.5 * (os.cpu_count() or 1))


@pytest.hookimpl(optionalhook=True)
def pytest_xdist_make_scheduler(config: pytest.Config, log: Any) -> FromBothEnds | None:
    """Share files out from both ends."""
    return FromBothEnds(config, log) if config.getvalue("dist") == "loadfile" else None


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the files that drive a browser: what is short at the end leaves no core idle."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is None)


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    ends = time.monotonic() + PATIENCE
    while time.monotonic() < ends:
        if process.poll() is not None:
            pytest.fail(f"the app stopped with status {process.returncode}")
        try:
            if httpx2.get(f"{address}/health", timeout=1, verify=PLAIN).is_success:
                return
        except httpx2.TransportError:
            time.sleep(0.1)
    pytest.fail(f"the app did not open within {PATIENCE} seconds")


@contextmanager
def running(folder: Path, cwd: Path = ROOT, **environment: str) -> Iterator[str]:
    """Run the real app on a free port for as long as the block lasts; its log is in ``folder``.

    ``cwd`` is the project that is run: this one, or a copy of it.
    """
    port = _free_port()
    address = f"http://127.0.0.1:{port}"
    command = [sys.executable, "-m", "uvicorn", "app:app", "--port", str(port)]
    with (folder / "log.txt").open("wb") as output:
        process = subprocess.Popen(
            command,
            cwd=cwd,
            stdout=output,
            stderr=subprocess.STDOUT,
            env=os.environ | environment,
        )
        try:
            _wait(address, process)
            yield address
        finally:
            process.terminate()
            process.wait(10)


@contextmanager
def shared(
    factory: pytest.TempPathFactory, name: str, start: Callable[[Path], AbstractContextManager[str]]
) -> Iterator[str]:
    """Share an app between the workers of a run; its address.

    Who asks first starts it, in a folder of its own, and stops it when nobody uses it any more.
    A worker that dies lets go of its locks, so nobody waits for it.
    """
    run = factory.getbasetemp()
    folder = (run.parent if "PYTEST_XDIST_WORKER" in os.environ else run) / f"shared-{name}"
    folder.mkdir(exist_ok=True)
    told = folder / "address"
    with (folder / "door").open("w") as door, (folder / "users").open("w") as users:
        fcntl.flock(door, fcntl.LOCK_EX)
        if told.exists():
            fcntl.flock(users, fcntl.LOCK_SH)
            fcntl.flock(door, fcntl.LOCK_UN)
            yield told.read_text("utf-8")
            return
        with start(factory.mktemp(name)) as address:
            told.write_text(address, "utf-8")
            fcntl.flock(door, fcntl.LOCK_UN)
            yield address
            fcntl.flock(door, fcntl.LOCK_EX)
            told.unlink()
            fcntl.flock(door, fcntl.LOCK_UN)
            fcntl.flock(users, fcntl.LOCK_EX)


@pytest.fixture(scope="session", autouse=True)
def shares() -> Iterator[None]:
    """Let the tests, which all ask from one address, ask for as many dear answers as they like."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(endpoint, "SHARES", Shares(10**9, 1.0, time.monotonic))
        yield


@pytest.fixture(scope="session", autouse=True)
def editions() -> Iterator[None]:
    """Keep what is computed of the committed figures when tests have looked at many others.

    And keep much of it: the tests go through all places again and again.
    """
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(keeping, "EDITIONS", 10)
        patch.setattr(keeping, "ROOM", 16)
        patch.setattr(keeping, "BUDGET", Budget(float("inf")))
        yield


@pytest.fixture(scope="session", autouse=True)
def frames(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep frozen frames in a folder of this run, apart from what an older program has drawn."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRAMTID_FRAMES", str(tmp_path_factory.mktemp("frames")))
        yield


@pytest.fixture(scope="session", autouse=True)
def rooms_folder(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep the rooms of live debates in a file of this run, whatever database is named outside."""
    with pytest.MonkeyPatch.context() as patch:
        patch.delenv("DATABASE_URL", raising=False)
        patch.setenv("FRAMTID_ROOMS", str(tmp_path_factory.mktemp("rooms")))
        yield


@pytest.fixture(autouse=True)
def main() -> Iterator[None]:
    """Leave the program as it was: a page that is tried out puts its script in ``__main__``.

    A process that is started later would run it.
    """
    ours = sys.modules["__main__"]
    yield
    sys.modules["__main__"] = ours


@pytest.fixture(scope="session")
def client() -> Iterator[TestClient]:
    """Ask our own addresses without a server; redirects and errors come back as answers."""
    application = Starlette(routes=routes(), middleware=list(MIDDLEWARE))
    with TestClient(application, raise_server_exceptions=False, follow_redirects=False) as opened:
        yield opened


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the real app, one for all workers; its address."""
    with shared(tmp_path_factory, "site", running) as address:
        yield address


@pytest.fixture(scope="session")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Start the app of a copy with one more story, view, page and language; its address."""
    from tests import extending  # noqa: PLC0415 - it needs what is above

    with shared(tmp_path_factory, "extended", extending.running_extended) as address:
        yield address


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start Chromium."""
    path = find_browser()
    if path is None:
        pytest.fail("no browser was found; `make test` installs one")
    with sync_playwright() as playwright:
        started = playwright.chromium.launch(executable_path=path, args=[*BROWSER, *THRIFT])
        yield started
        started.close()


@dataclass
class Visit:
    """A browser page that remembers what went wrong while it was open."""

    page: Page
    site: str
    problems: list[str] = field(default_factory=list)
    """Console errors, page errors and refused or foreign requests."""

    def open(self, path: str) -> Page:
        """Go to a path of the site and wait until all of the page is there."""
        self.page.goto(self.site + path)
        self.page.wait_for_selector(
            ".stApp .ft-footer, body > .ft-page main, body > main", state="attached"
        )
        self.page.wait_for_function(SETTLED)
        asked = self.page.evaluate(ASKED)
        self.problems += [f"not ours: {each}" for each in asked if not self._is_ours(each)]
        return self.page

    def both(self) -> Iterator[int]:
        """Yield the width of each window when it is drawn: the narrow one widens as it stands."""
        for width, height in (PHONE, DESKTOP):
            self.page.set_viewport_size({"width": width, "height": height})
            self.page.evaluate(DRAWN)
            yield width

    def _is_ours(self, address: str) -> bool:
        return address.startswith((self.site, "data:", "blob:")) and LETTERS not in address


def _watch(visit: Visit) -> None:
    def note(message: Any) -> None:
        if message.type in {"error", "warning"} and not any(n in message.text for n in NOISE):
            visit.problems.append(f"{message.type}: {message.text}")

    visit.page.on("console", note)
    visit.page.on("pageerror", lambda error: visit.problems.append(f"page error: {error}"))


@lru_cache(maxsize=1)
def _reader(browser: Browser) -> BrowserContext:
    """Return the one reader of all tests, who keeps what has been fetched and nothing else."""
    reader = browser.new_context(locale="nb-NO")
    # A window that stays open keeps the process that draws.
    reader.new_page()
    return reader


@contextmanager
def visiting(browser: Browser, site: str, width: int, height: int) -> Iterator[Visit]:
    """Open a window on a site for as long as the block lasts."""
    reader = _reader(browser)
    before = set(reader.pages)
    visit = Visit(reader.new_page(), site)
    visit.page.set_viewport_size({"width": width, "height": height})
    visit.page.set_default_timeout(1000 * PATIENCE)
    _watch(visit)
    yield visit
    for page in set(reader.pages) - before:
        page.close()
    reader.clear_permissions()
    assert not reader.cookies(), "nobody is known again"


@pytest.fixture
def desktop(browser: Browser, site: str) -> Iterator[Visit]:
    """Open a wide window, 1280 pixels."""
    with visiting(browser, site, *DESKTOP) as opened:
        yield opened


@pytest.fixture
def phone(browser: Browser, site: str) -> Iterator[Visit]:
    """Open a narrow window, 375 pixels."""
    with visiting(browser, site, *PHONE) as opened:
        yield opened


@pytest.fixture(params=[DESKTOP, PHONE], ids=["desktop", "phone"])
def visit(request: pytest.FixtureRequest, browser: Browser, site: str) -> Iterator[Visit]:
    """Open both windows, one after the other."""
    with visiting(browser, site, *request.param) as opened:
        yield opened
