"""The house: a lower room never imports a higher one, and few rooms know Streamlit."""

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
HOUSE = ROOT / "framtid"
FLOORS = (
    "errors",
    "answers",
    "folders",
    "parameter_files",
    "horizon",
    "nearest",
    "sitemap",
    "statistics",
    "places",
    "language",
    "addresses",
    "projection",
    "consequences",
    "pathways",
    "views",
    "tables",
    "stories",
    "meeting",
    "embed",
    "reader",
    "web",
    "debate",
    "documents",
    "api",
    "site",
    "commands",
    "__main__",
)
"""Every room, from the ground up."""
STREAMLIT = {"reader", "site", "pages"}
LONGEST = 250
"""Lines of a file that is still one room."""


def modules() -> list[Path]:
    return sorted(path for path in HOUSE.rglob("*.py") if path != HOUSE / "__init__.py")


def room(file: Path) -> str:
    return file.relative_to(HOUSE).parts[0].removesuffix(".py")


def imported(file: Path) -> Iterator[str]:
    """Yield what a file imports, dotted, also where it does so late."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        match node:
            case ast.ImportFrom(module=str(module), names=names):
                yield from (f"{module}.{name.name}" for name in names)
            case ast.Import(names=names):
                yield from (name.name for name in names)


def test_every_room_has_a_floor() -> None:
    assert {room(file) for file in modules()} == set(FLOORS)


@pytest.mark.parametrize("floor", FLOORS)
def test_imports_run_downwards(floor: str) -> None:
    above = set(FLOORS[FLOORS.index(floor) + 1 :])
    wrong = [
        f"{file.relative_to(ROOT)} imports {name}"
        for file in modules()
        if room(file) == floor
        for name in imported(file)
        if name.startswith("framtid.") and name.split(".")[1] in above
    ]
    assert not wrong


def test_only_the_app_knows_streamlit() -> None:
    wrong = [
        str(file.relative_to(ROOT))
        for file in modules()
        if room(file) not in STREAMLIT
        and any(name.split(".")[0] == "streamlit" for name in imported(file))
    ]
    assert not wrong


def test_no_module_imports_itself_in_a_ring() -> None:
    names = {
        ".".join(file.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__"): file
        for file in HOUSE.rglob("*.py")
    }
    arrows = {
        name: {
            target if target in names else target.rpartition(".")[0]
            for target in imported(file)
            if target.startswith("framtid")
        }
        & names.keys()
        for name, file in names.items()
        if not name.endswith("__init__")
    }
    done: set[str] = set()

    def walk(name: str, way: tuple[str, ...]) -> None:
        assert name not in way, " → ".join((*way, name))
        if name in done:
            return
        for target in arrows.get(name, ()):
            if target != name and names[target].name != "__init__.py":
                walk(target, (*way, name))
        done.add(name)

    for name in arrows:
        walk(name, ())


def test_a_file_is_one_room() -> None:
    long = {
        str(file.relative_to(ROOT)): count
        for file in modules()
        if (count := len(file.read_text("utf-8").splitlines())) > LONGEST
    }
    assert set(long) <= {"framtid/projection/uncertainty/kernel.py"}, long


def test_every_module_opens_with_a_sentence() -> None:
    for file in modules():
        opening = ast.get_docstring(ast.parse(file.read_text("utf-8"))) or ""
        assert opening.split("\n")[0].endswith((".", ":")), file


def test_a_server_that_only_reads_brings_in_nothing_heavy() -> None:
    """Each of these takes tens of megabytes, or half a second of every start."""
    heavy = {"alembic", "docx", "numba", "pandas", "pptx", "psycopg", "pyproj", "xlsxwriter"}
    read = "from framtid.stories import tell; tell('2040', '5610')"
    command = [sys.executable, "-c", f"import app, sys; {read}; print(*sys.modules)"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert not heavy & set(done.stdout.split())
    assert "framtid.stories" in done.stdout
