"""The reader's package is whole: it can be found, its modules meet, and it never lacks a word."""

import json
import re
import tomllib
from itertools import pairwise
from pathlib import Path
from typing import Any

import jsonschema_rs
import pytest

from framtid.answers import as_data
from framtid.language import language_of
from framtid.reader import component
from framtid.stories.document import Document
from framtid.stories.simulator import desk
from tests.schemas import check_schema

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "framtid"
FRONTEND = PACKAGE / "reader" / "frontend"
READER = sorted(FRONTEND.glob("*.js"))
SIMULATOR = sorted(FRONTEND.glob("simulator/*.js"))
MODULES = [*READER, *SIMULATOR]
SHEETS = sorted(FRONTEND.rglob("*.css"))
STATIC = PACKAGE / "web" / "static"
ENTRIES = {"index.js", "reader.css", "simulator.css"}
SAID = re.compile(r"""say\([\w.]*(?:labels|words), ["`]([\w$]+)(?:{other})?["`]""")


def document() -> dict[str, Any]:
    told: dict[str, Any] = json.loads(
        (ROOT / "tests/fixtures/document.json").read_text(encoding="utf-8")
    )
    return told


def test_the_sample_document_keeps_the_schema() -> None:
    check_schema(document(), Document)


@pytest.mark.parametrize("part", ["steps", "views", "labels", "place"])
def test_a_document_without_a_part_breaks_the_schema(part: str) -> None:
    broken = {name: value for name, value in document().items() if name != part}
    with pytest.raises(jsonschema_rs.ValidationError):
        check_schema(broken, Document)


def test_the_sample_has_frames_that_tween_and_steps_that_share_a_view() -> None:
    told = document()
    views = [step["view"] for step in told["steps"]]
    assert any(before == after for before, after in pairwise(views))
    for view in told["views"].values():
        shapes = {
            tuple((trace["type"], len(trace["x"])) for trace in frame["figure"]["data"])
            for frame in view["frames"].values()
        }
        assert len(shapes) == 1


def test_the_component_is_declared_where_its_files_are() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    declared = project["tool"]["streamlit"]["component"]["components"]
    names = ("reader", "simulator")
    assert declared == [{"name": name, "asset_dir": "reader/frontend"} for name in names]
    assert project["project"]["name"] == "framtid"


@pytest.mark.parametrize(
    "name", ["index.js", "reader.css", "simulator/index.js", "simulator/simulator.css"]
)
def test_each_file_streamlit_asks_for_is_matched_once(name: str) -> None:
    assert list(FRONTEND.glob(name)) == [FRONTEND / name]


@pytest.mark.parametrize("module", MODULES, ids=lambda path: path.name)
def test_modules_import_only_their_neighbours(module: Path) -> None:
    text = module.read_text(encoding="utf-8")
    for target in re.findall(r'(?:from|import\() ?"([^"]+)"', text):
        assert target.startswith("./" if module.parent == FRONTEND else ("./", "../"))
        assert (module.parent / target).is_file()


@pytest.mark.parametrize("sheet", SHEETS, ids=lambda path: path.name)
def test_style_sheets_import_only_their_neighbours(sheet: Path) -> None:
    text = sheet.read_text(encoding="utf-8")
    for target in re.findall(r'@import "([^"]+)"', text):
        assert (sheet.parent / target).is_file()
    assert "url(" not in text


@pytest.mark.parametrize("sheet", [*SHEETS, *STATIC.glob("*.css")], ids=lambda path: path.name)
def test_no_rule_looks_through_the_whole_page(sheet: Path) -> None:
    """Chromium asks such a rule again at every change, of everything that there is."""
    screen = sheet.read_text("utf-8").partition("@media print")[0]
    assert not re.search(r"(^|[\s,])(html|body|\*)?:has\(", screen, re.MULTILINE)


@pytest.mark.parametrize("path", [*MODULES, *SHEETS], ids=lambda path: path.name)
def test_files_are_short_reached_and_name_no_other_host(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= 200
    assert "http://" not in text
    assert "https://" not in text
    others = "".join(
        other.read_text(encoding="utf-8") for other in [*MODULES, *SHEETS] if other != path
    )
    assert path.name in ENTRIES or f"/{path.name}" in others


def test_every_word_the_reader_says_is_written_and_every_written_word_is_said() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in READER)
    written = set(language_of("nb").entry("reader"))
    said = {key for key in SAID.findall(code) if "$" not in key}
    assert said <= written
    assert len(said) > 15
    # What is said aloud of a way to read is put together of its mode.
    assert {key for key in written if f'"{key}"' not in code} == {"now_article", "now_scroll"}
    assert "`now_${this.mode}`" in code


def test_every_word_of_veivalg_is_written_and_every_written_word_is_said() -> None:
    code = "".join(module.read_text(encoding="utf-8") for module in SIMULATOR)
    said = as_data(desk("5610"))["labels"]
    written = {name for name in said if name.startswith("sim_")}
    assert set(re.findall(r"\bsim_\w+", code)) == written


def test_only_addresses_and_first_words_travel(monkeypatch: pytest.MonkeyPatch) -> None:
    sent: dict[str, Any] = {}
    monkeypatch.setattr(component, "_component", lambda: lambda **given: sent.update(given))
    component.reader(
        "/d.json",
        places="/p.json",
        plotly="/plotly.js",
        words=language_of("nb").entry("reader"),
        template="/{code}.json",
        key="story",
    )
    assert sent["key"] == "story"
    assert set(sent["data"]["words"]) == set(component.FIRST_WORDS)
    assert len(json.dumps(sent["data"])) < 1000
