"""What is told of accuracy is what the commands give: in README, in the method, on Om tallene."""

import csv
import io
import re
from collections.abc import Callable
from functools import partial
from html.parser import HTMLParser

import pytest
from typer.testing import CliRunner

from framtid.__main__ import app
from framtid.commands.accuracy import BLOCK, FILES, filled
from framtid.commands.accuracy_tables import BLOCKS, METHODS
from framtid.language import language_of
from framtid.projection.evaluation.backtest import HINDSIGHT, OURS
from framtid.projection.evaluation.rivals import nearest
from framtid.site.pages.about import _sections, _tell
from framtid.site.pages.accuracy import accuracy
from framtid.web.templates import environment

README, METHOD = (file.read_text(encoding="utf-8") for file in FILES)
BOKMAL = language_of("nb")
Row = dict[str, str]


def _command(*arguments: str) -> list[Row]:
    result = CliRunner().invoke(app, [*arguments, "--format", "csv"])
    assert result.exit_code == 0, result.output
    return list(csv.DictReader(io.StringIO(result.stdout)))


@pytest.fixture(scope="module")
def averages() -> list[Row]:
    return _command("backtest", "--average")


class Tables(HTMLParser):
    """The tables of a page: caption → rows of cells as written."""

    def __init__(self) -> None:
        """Begin with none."""
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self._rows: list[list[str]] = []
        self._inside, self._caption = "", ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Open a table, a row or a cell."""
        del attrs
        if tag == "table":
            self._rows, self._caption = [], ""
        elif tag == "tr":
            self._rows.append([])
        elif tag in {"th", "td"}:
            self._rows[-1].append("")
        self._inside = tag if tag in {"th", "td", "caption"} else ""

    def handle_data(self, data: str) -> None:
        """Write into the cell or the caption."""
        if self._inside == "caption":
            self._caption += data
        elif self._inside:
            self._rows[-1][-1] += data

    def handle_endtag(self, tag: str) -> None:
        """Close it."""
        self._inside = ""
        if tag == "table":
            self.tables[self._caption] = self._rows


@pytest.fixture(scope="module")
def page() -> str:
    told = accuracy()
    tell: Callable[..., str] = partial(_tell, BOKMAL)
    return (
        environment().get_template("accuracy.html").render(tell=tell, accuracy=told, unforeseen="")
    )


@pytest.fixture(scope="module")
def tables(page: str) -> dict[str, list[list[str]]]:
    parser = Tables()
    parser.feed(page)
    return parser.tables


@pytest.mark.parametrize("text", [README, METHOD], ids=["README", "method"])
def test_every_figure_of_accuracy_in_the_documents_is_the_commands(text: str) -> None:
    remedy = "run `python -m framtid accuracy --write`"
    assert BLOCK.search(text)
    assert filled(text) == text, remedy


def test_the_documents_hold_every_table_and_no_figure_of_accuracy_beside_them() -> None:
    held = {match["name"] for match in BLOCK.finditer(README + METHOD)}
    assert held == BLOCKS.keys()
    section = METHOD[METHOD.index("## How near it comes") : METHOD.index("## Levers")]
    beside = BLOCK.sub("", section)
    aims = re.findall(r"\d+\.\d+", beside)
    assert aims == ["1.2", "2.4", "1.7"], "the aims, and the error of SSB's edition of 2020"


@pytest.mark.parametrize(("block", "bases"), [("errors", "all"), ("held out", "held out")])
def test_the_documents_errors_are_the_backtests(
    averages: list[Row], block: str, bases: str
) -> None:
    rows = [line.strip("| ").split(" | ") for line in BLOCKS[block]().splitlines()[2:]]
    told = {
        (years, method): cell
        for years, *cells in rows
        for method, cell in zip(METHODS, cells, strict=True)
        if cell != "–"
    }
    found = {
        (row["years"], row["method"]): f"{float(row['mean %']):.2f} / {float(row['median %']):.2f}"
        for row in averages
        if row["bases"] == bases and row["method"] in METHODS
    }
    assert told == found


def test_every_method_stands_on_the_same_bases(averages: list[Row]) -> None:
    for bases in ("all", "held out"):
        for years in ("2", "5", "10", "15"):
            rows = [row for row in averages if (row["bases"], row["years"]) == (bases, years)]
            assert len({(row["n"], row["places"]) for row in rows if row["method"] != "ssb"}) <= 1


def test_the_pages_errors_are_the_backtests(
    tables: dict[str, list[list[str]]], averages: list[Row]
) -> None:
    for key, bases in (("table", "all"), ("held_out.table", "held out")):
        head, *rows = tables[BOKMAL.say(f"accuracy.{key}")]
        years = [re.findall(r"\d+", cell)[0] for cell in head[1:]]
        for method, (name, *cells) in zip(METHODS, rows, strict=True):
            assert name == BOKMAL.say(f"accuracy.methods.{method}")
            for ahead, cell in zip(years, cells, strict=True):
                found = [
                    BOKMAL.say(
                        "accuracy.pair", mean=float(row["mean %"]), median=float(row["median %"])
                    )
                    for row in averages
                    if (row["method"], row["bases"], row["years"]) == (method, bases, ahead)
                ]
                # The command has two decimals, the page one: a tie may round either way.
                assert _near(cell, found[0] if found else "–")


def _near(told: str, found: str) -> bool:
    pairs = zip(told.split(" / "), found.split(" / "), strict=True)
    return all(
        one == other or abs(_number(one) - _number(other)) <= 0.1000001 for one, other in pairs
    )


def _number(text: str) -> float:
    return float(text.replace(",", ".").replace("\N{MINUS SIGN}", "-").replace("+", ""))


def test_the_pages_bias_is_the_backtests(tables: dict[str, list[list[str]]]) -> None:
    found = {
        (row["method"], row["centrality"], row["years"]): float(row["bias %"])
        for row in _command("backtest", "--by", "centrality", "--average")
        if row["bases"] == "all"
    }
    _, *rows = tables[BOKMAL.say("accuracy.bias.table")]
    assert len(rows) == 6
    for label, (_, *cells) in enumerate(rows, start=1):
        for years, cell in zip(("2", "5", "10", "15"), cells, strict=True):
            for method, told in zip((OURS, HINDSIGHT), cell.split(" / "), strict=True):
                assert _number(told) == pytest.approx(found[method, str(label), years], abs=0.056)


def test_the_page_tells_where_rivals_are_nearer(page: str) -> None:
    told = [one for one in nearest() if one.group == "all" and one.measure == "median"]
    assert told, "the line's median is lower after ten years"
    for one in told:
        name = BOKMAL.say(f"accuracy.methods.{one.rival}")
        numbers = f"{BOKMAL.fill('{{ v|decimal(2) }}', v=one.theirs)} prosent"
        assert f"«{name}» {numbers}" in page


def test_the_pages_coverage_is_base_by_base(tables: dict[str, list[list[str]]]) -> None:
    _, *rows = tables[BOKMAL.say("accuracy.coverage.table")]
    table = [line.strip("| ").split(" | ") for line in BLOCKS["coverage"]().splitlines()[2:]]
    totals = [[cell.split(" / ")[0] for cell in row] for row in table]
    assert rows == totals


def test_the_formula_has_the_pools_weight() -> None:
    formulas = next(section for section in _sections("nb") if section["id"] == "formler")
    assert "0,75 · (andel av landets flyttere" in formulas["html"]
    assert "0,25 · (nettoflytting" in formulas["html"]
