"""The benchmarks can be begun: what they import, ask for and look for on a page is there.

They take too long to be run here; this is what went wrong unnoticed.
"""

import ast
import re
from collections.abc import Iterator
from functools import lru_cache
from importlib import import_module
from inspect import Parameter, signature
from pathlib import Path

import pytest
from starlette.routing import BaseRoute, Match

from framtid.embed.frame.net import NET
from framtid.site.routes import missing, routes
from framtid.views.registry import views
from tests.conftest import ROOT

HOUSE = ROOT / "framtid"
FILES = sorted((ROOT / "benchmarks").glob("*.py"))
LISTED = re.compile(r'^    "(\w+)",$', re.MULTILINE)
OWN_ARGUMENT = {"against"}
"""What is begun by itself, as it has to be told of another checkout."""
SOUGHT = re.compile(r"""(?:querySelector(?:All)?|selector)\((["'])(.+?)\1""")
CLASS = re.compile(r"\.([a-z][\w-]*)")
NAME = re.compile(r"[a-z][\w-]*")
PLOTLYS = {"js-plotly-plot", "scatterlayer", "main-svg"}
ADDRESS = re.compile(r"/(?:embed|api|health|ready|historie|veivalg)(?![\w.])[\w./-]*")
"""What is asked of the site; addresses that are made by ``framtid.addresses`` need no test."""
FRONT = ("reader/frontend/**/*.js", "web/static/*.js", "**/templates/**/*.html")
CODE = "5610"


def _listed() -> set[str]:
    return set(LISTED.findall((ROOT / "benchmarks" / "__main__.py").read_text("utf-8")))


def _mains() -> set[str]:
    """Return the benchmarks: what has a ``main`` of its own."""
    return {file.stem for file in FILES if "\ndef main(" in file.read_text("utf-8")}


def test_every_benchmark_is_listed() -> None:
    assert _listed() == _mains() - OWN_ARGUMENT


@pytest.mark.parametrize("name", sorted(_mains()))
def test_a_benchmark_is_imported_and_begun_without_an_argument(name: str) -> None:
    taken = signature(import_module(f"benchmarks.{name}").main).parameters.values()
    asks = [each.name for each in taken if each.default is Parameter.empty]
    assert name in OWN_ARGUMENT or asks == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_answers_are_written_as_the_site_writes_them(file: Path) -> None:
    """Types do not tell: ``json.dumps`` takes anything, and fails on an answer."""
    tree = ast.walk(ast.parse(file.read_text("utf-8")))
    written = {ast.unparse(each.func) for each in tree if isinstance(each, ast.Call)}
    assert written & {"json.dumps", "json.dump", "dumps"} == set(), "use framtid.answers.encode"


def _texts(file: Path) -> Iterator[str]:
    """Yield every text of a file whole; what is put into one is Karasjok's code."""
    within = set[ast.AST]()
    for each in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(each, ast.JoinedStr):
            within.update(each.values)
            parts = (part.value if isinstance(part, ast.Constant) else CODE for part in each.values)
            yield "".join(map(str, parts))
        elif isinstance(each, ast.Constant) and isinstance(each.value, str) and each not in within:
            yield each.value


def _asked() -> set[str]:
    return {found for file in FILES for text in _texts(file) for found in ADDRESS.findall(text)}


def test_what_is_asked_for_has_an_address() -> None:
    ours = [route for route in routes() if getattr(route, "endpoint", None) is not missing]
    asked = _asked()
    lost = [each for each in asked if not any(_answers(route, each) for route in ours)]
    assert len(asked) >= 8
    assert lost == []
    framed = {each.split("/")[2] for each in asked if each.startswith("/embed/")}
    assert framed - {*views(), NET} == set()


def _answers(route: BaseRoute, path: str) -> bool:
    asked = {"type": "http", "method": "GET", "path": path, "root_path": "", "headers": []}
    return route.matches(asked)[0] is Match.FULL


@lru_cache(maxsize=1)
def _front_end() -> set[str]:
    """Return every word of what makes elements of a page."""
    files = (file.read_text("utf-8") for each in FRONT for file in HOUSE.glob(each))
    return {word for text in files for word in NAME.findall(text)}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_what_is_looked_for_on_a_page_is_made_by_the_front_end(file: Path) -> None:
    sought = {
        name for _, each in SOUGHT.findall(file.read_text("utf-8")) for name in CLASS.findall(each)
    }
    assert sought - PLOTLYS - _front_end() == set()
