"""A copy of the project to add something to, and the real app run from it."""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import yaml

from tests.conftest import ROOT, running

COPIED = (
    "framtid",
    "pages",
    "stories",
    "data",
    "tests",
    "app.py",
    ".streamlit",
    "pyproject.toml",
)
LINKED = ("data/snapshot", "node_modules")
"""What is large and only read."""
EXAMPLES = ROOT / "tests" / "fixtures" / "extending"
"""What is added, file by file where it goes."""
PAGE = "greeting: { address: /hilsen, script: hilsen.py, menu: true }"
WORDS = """\
  greeting:
    menu: Hilsen
    title: Hilsen – 2040 begynner nå
    description: En side med en hilsen.
"""
WRITER = """\
    "greeting": lambda _: iter(
        [written("explore_head.html", text=reader_language().entry("hilsen"))]
    ),
"""
"""The page where no script runs."""
MARK = "xx"
"""The code of the language that ``add_language`` makes, and the word that each of its texts has."""
UNMARKED = {"numbers", "dates", "same"}
"""Files that say how something is written; they hold no texts."""
PLAIN = {"id", "locale", "on", "genitive", "in_word", "on_word"}
"""Keys whose value is no text that a reader is told."""


def copy(folder: Path) -> Path:
    """Copy what the app is made of to a folder; return it."""
    linked = {str(ROOT / name) for name in LINKED}

    def left_out(parent: str, names: list[str]) -> set[str]:
        return {one for one in names if one == "__pycache__" or f"{parent}/{one}" in linked}

    for name in COPIED:
        source = ROOT / name
        if source.is_dir():
            shutil.copytree(source, folder / name, ignore=left_out)
        else:
            shutil.copy(source, folder / name)
    for name in LINKED:
        if (ROOT / name).exists():
            (folder / name).symlink_to((ROOT / name).resolve())
    return folder


def in_copy(folder: Path, *arguments: str) -> str:
    """Run Python in the copy and return what it prints."""
    done = subprocess.run(
        [sys.executable, *arguments],
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


@contextmanager
def running_copy(folder: Path) -> Iterator[str]:
    """Run the real app of the copy on a free port for as long as the block lasts; its address."""
    imported = in_copy(folder, "-c", "import framtid; print(*framtid.__path__)").strip()
    assert imported == str(folder / "framtid"), "it is the copy that runs"
    with running(folder, cwd=folder, PYTHONPATH=str(folder)) as address:
        yield address


def change(folder: Path, file: str, before: str, after: str) -> None:
    """Change one place in a file of the copy."""
    path = folder / file
    text = path.read_text("utf-8")
    assert text.count(before) == 1, f"{file} has {text.count(before)} times {before!r}"
    path.write_text(text.replace(before, after), "utf-8")


def _marked(node: Any) -> Any:
    if isinstance(node, str):
        return _marked_prose(node) if re.search("[a-zæøå]", node) else node
    if isinstance(node, list):
        return [_marked(each) for each in node]
    if isinstance(node, dict):
        return {key: value if key in PLAIN else _marked(value) for key, value in node.items()}
    return node


LINK = re.compile(r"\[(?=[^\]]+\]\()")
TAG = re.compile(r"{%.*?%}|{{.*?}}")
QUOTED = re.compile(r"{{[^}]*?'([^'}]+)' if ")
"""A word that is said in one case of two."""
STEERS = re.compile(r"(?:{% set [^%]*%}|{% macro .*?{% endmacro -?%} ?)+")
"""What stands before a text and says nothing by itself."""


def _marked_line(line: str) -> str:
    """Mark a line of prose that says something; what only steers is left alone."""
    steers = STEERS.match(line)
    if steers and steers.end() < len(line):
        return steers[0] + _marked_line(line[steers.end() :])
    if line.startswith(("{% set", "{% macro", "/")):
        return line
    lead = re.match(r"(#{1,2} |- |> )?", line)
    assert lead
    line = LINK.sub(f"[{MARK} ", line)
    said = " ".join([*QUOTED.findall(line), TAG.sub("", line[lead.end() :])])
    return f"{lead[0]}{MARK} {line[lead.end() :]}" if re.search("[a-zæøå]", said) else line


def _marked_prose(text: str) -> str:
    return "\n".join(map(_marked_line, text.split("\n")))


def add_language(folder: Path) -> None:
    """Add a language to the copy: bokmål with every text marked."""
    languages = folder / "framtid" / "language"
    shutil.copytree(languages / "nb", languages / MARK)
    for file in (languages / MARK).rglob("*.yml"):
        if file.stem not in UNMARKED:
            told = _marked(yaml.safe_load(file.read_text("utf-8")))
            file.write_text(yaml.safe_dump(told, allow_unicode=True, sort_keys=False), "utf-8")
    for file in (languages / MARK).rglob("*.md"):
        file.write_text(_marked_prose(file.read_text("utf-8")), "utf-8")
    for file in sorted((folder / "stories").glob("*/nb.md")):
        own = _marked_prose(file.read_text("utf-8"))
        file.with_name(f"{MARK}.md").write_text(own, "utf-8")


def add_examples(folder: Path) -> None:
    """Add a story, a view and a page to the copy, by the steps in CONTRIBUTING.md."""
    shutil.copytree(EXAMPLES, folder, dirs_exist_ok=True)
    change(folder, "data/pages.yml", "\nabout: {", f"\n{PAGE}\nabout: {{")
    change(
        folder,
        "framtid/language/nb/site.yml",
        "\n  about:\n    menu:",
        f"\n{WORDS}  about:\n    menu:",
    )
    writers = '    "embedding": _embedding,\n'
    change(folder, "framtid/site/finished.py", writers, writers + WRITER)


@contextmanager
def running_extended(folder: Path) -> Iterator[str]:
    """Run a copy that has the examples and the language, made in a folder; its address."""
    copy(folder)
    add_examples(folder)
    add_language(folder)
    with running_copy(folder) as address:
        yield address
