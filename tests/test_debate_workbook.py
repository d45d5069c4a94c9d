"""The workbook of a path: its formulas give the økonomiplan, and follow what is changed."""

from textwrap import wrap

import pytest

from framtid.debate.workbook import workbook
from framtid.language import language_of
from framtid.pathways.codec import decode
from framtid.pathways.descriptions import all_levers
from framtid.pathways.economic_plan import PARTS, economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.switches import Switches
from framtid.tables.on_paper import LINE, TOLD
from tests.formulas import Book

FIRST = 3
"""The column of the first year, as a spreadsheet counts."""


def made(code: str, way: str, spoken: str, **switches: str) -> tuple[Outlook, Book]:
    outlook = Switches.of(**switches).outlook(code, decode(way).pathway)
    return outlook, Book(workbook(outlook, language_of(spoken)))


@pytest.mark.parametrize(
    ("code", "way", "spoken", "state"),
    [
        ("3209", "lys-vei", "nb", "history"),
        ("1151", "mork-vei", "en", "nothing"),
        ("ba-5", "2-bo2fl131un3", "nn", "wholly"),
        ("5610", "2", "nb", "history"),
    ],
)
def test_formulas_give_the_plan(code: str, way: str, spoken: str, state: str) -> None:
    outlook, book = made(code, way, spoken, state=state)
    plan, sheet = economic_plan(outlook), book.names[0]
    for row, name in enumerate((*PARTS, "balance", "choices", "accumulated"), 3):
        assert (sheet, row, FIRST) in book.formulas, name
        got = [book.at(sheet, row, FIRST + at) for at in range(len(plan.years))]
        assert got == pytest.approx(plan.columns[name], abs=0.02), name
        kept = [book.values[sheet, row, FIRST + at] for at in range(len(plan.years))]
        assert kept == pytest.approx(plan.columns[name], abs=1e-6), name


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_what_is_told_of_sources_has_room_for_all_its_lines(spoken: str) -> None:
    """LibreOffice leaves rows as low as they are written, and words would stand over words."""
    _, book = made("0301", "lys-vei", spoken)
    sheet, several = book.names[-1], 0
    for (name, row, column), text in book.values.items():
        if name == sheet and row > 3:
            lines = len(wrap(str(text), TOLD[column - 1]))
            several += lines > 1
            assert book.heights.get((sheet, row), LINE) >= LINE * lines
    assert several > 5


def test_a_changed_assumption_is_counted_anew() -> None:
    language = language_of("nb")
    _, book = made("3209", "2-he2", "nb")
    plan, assumed = book.names[:2]
    lever = book.row(assumed, language.say("levers.heltid.title"))
    changed = book.row(plan, language.say("debate.workbook.rows.changed"))
    last = FIRST + 13
    assert book.at(plan, changed, last) == pytest.approx(0, abs=0.02)
    before = book.at(plan, 2 + PARTS.index("running") + 1, last)
    book.changed[assumed, lever, FIRST + 3] = book.at(assumed, lever, FIRST + 3) + 100
    assert book.at(plan, 2 + PARTS.index("running") + 1, last) == pytest.approx(before - 100)
    assert book.at(plan, changed, last) == pytest.approx(-100, abs=0.02)
    book.changed[assumed, lever, FIRST] = 2045
    assert book.at(plan, 2 + PARTS.index("running") + 1, last) == 0


@pytest.mark.parametrize(
    ("spoken", "more"), [("nb", "i tillegg"), ("nn", "i tillegg"), ("en", "on top")]
)
def test_what_is_paid_on_top_of_running_a_lever_is_named_so(spoken: str, more: str) -> None:
    """A lever that costs both is told on *Veivalg* with the sum; the workbook parts it."""
    language = language_of(spoken)
    parted = [
        (each.starting, each.running, cost)
        for lever in all_levers(language)
        for each in lever.levels
        if each.starting > 0 and each.running > 0 and (cost := each.cost_label)
    ]
    assert parted
    for starting, running, cost in parted:
        assert f"{starting + running:.0f} " in cost
        assert more not in cost
    assert more in language.say("debate.workbook.heads.starting")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_it_is_said_where_years_are_moved_that_hands_do_not_follow(spoken: str) -> None:
    """A lever begun later costs less in the plan, and what it gives stays: it looked a bargain."""
    language = language_of(spoken)
    _, book = made("5610", "lys-vei", spoken)
    plan, assumed = book.names[:2]
    lever = book.row(assumed, language.say("levers.heltid.title"))
    parts = {name: row for row, name in enumerate(PARTS, 3)}
    before = {name: book.at(plan, row, FIRST + 3) for name, row in parts.items()}
    book.changed[assumed, lever, FIRST] = 2039
    after = {name: book.at(plan, row, FIRST + 3) for name, row in parts.items()}
    assert after["running"] > before["running"]
    assert after["savings"] == before["savings"]
    said = book.row(assumed, language.say("debate.workbook.moved"))
    first = book.row(assumed, language.say("debate.workbook.heads.lever")) + 1
    assert said == first - 2
    assert book.names[3] in language.say("debate.workbook.moved")
