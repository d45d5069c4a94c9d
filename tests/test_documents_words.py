"""The words of paths told back and of levers' sheets: whole sentences for places of every kind."""

import io
import re
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from pypdf import PdfReader

from framtid.documents.levers import sheet, sheet_pdf
from framtid.language import language_of
from framtid.pathways.comparison import compare
from framtid.pathways.levers import LEVELS, lever, levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway, named
from framtid.pathways.rounding import told
from framtid.places import places
from framtid.stories.path_facts import PathFacts
from framtid.stories.path_report import Page, tell_path
from framtid.stories.prose import plain

NB = language_of("nb")
CODES = ("0", "46", "ba-5", "0301", "3209", "3415", "5610", "1151")
"""The nation, a county, a region, the capital, a suburb that grows, districts, the smallest."""
PARTS = ["valgt", "i-2030", "i-2040", "krever", "vente", "ulost", "usikkert"]
WRONG = re.compile(
    r"None|\bnan\b|\binf\b|Undefined|\{\{|\{%|  | [.,:;)]|\( |\.\.|,\.|−0\b|\bén årsverk"
    r"|\bett (?:stilling|krone|elev|innbygger)|\b(?:én|ett) kroner|\bén stillinger|\bén elever"
    r"|(?<!\d)(?<!\d[\xa0 ,])1 (?:stillinger|elever|spaker|kroner)\b"
    r"|\bnull (?:årsverk|elever|stillinger|færre|flere|innbyggere|kroner)"
)
"""Signs of a hole in a sentence, or of one and many mixed up."""
pathways = st.dictionaries(st.sampled_from(list(levers())), st.sampled_from(LEVELS)).map(Pathway.of)


def check(text: str) -> None:
    found = WRONG.search(text)
    assert not found, text[max(0, found.start() - 80) : found.end() + 40]


def whole(page: Page) -> None:
    """Check a page's headings and every sentence of it."""
    assert [section.id for section in page.sections] == PARTS
    for section in page.sections:
        assert section.heading[0].isupper()
        assert "\n" not in section.heading
        check(section.heading)
        lines = [line for line in plain(section.text).split("\n") if line]
        assert lines
        for line in lines:
            check(line)
            item = line.startswith("– ")
            assert item or line[0].isupper(), line
            assert item or line[-1] in ".:", line
    check(page.plain)


@pytest.mark.parametrize("level", LEVELS)
@pytest.mark.parametrize("name", levers())
def test_every_level_of_every_lever_is_told_in_whole_sentences(name: str, level: int) -> None:
    for code in CODES:
        whole(tell_path(outlook_of(code, pathway=Pathway.of({name: level})), NB))


@pytest.mark.parametrize("name", named())
def test_every_named_path_is_told_in_whole_sentences(name: str) -> None:
    for code in CODES:
        page = tell_path(outlook_of(code, pathway=named()[name]), NB)
        whole(page)
        assert page.title.startswith(NB.say(f"pathways.paths.{name}.title"))


NONE_MISSING = "4629", Pathway.of({"lenger": 3, "heltid": 3, "naervaer": 3})
"""Begun in time, there are hands enough in every year."""


@settings(max_examples=60)
@example(*NONE_MISSING)
@given(st.sampled_from([place.code for place in places().by_code.values()]), pathways)
def test_any_path_anywhere_is_told_in_whole_sentences(code: str, pathway: Pathway) -> None:
    whole(tell_path(outlook_of(code, pathway=pathway), NB))


def test_a_path_says_the_figures_it_is_told_by() -> None:
    outlook = outlook_of("3415", pathway=named()["lys-vei"])
    page, gap = tell_path(outlook, NB), told(outlook, "gap", 2040)
    heading = next(section.heading for section in page.sections if section.id == "i-2040")
    assert f"mangler {NB.numbers.count(gap['path'])} årsverk" in heading
    assert f"{NB.numbers.count(-gap['difference'])} færre enn i dagens kurs" in heading


def test_a_municipality_is_spoken_to_and_others_spoken_of() -> None:
    assert "Dere er " in tell_path(outlook_of("3209"), NB).plain
    assert "Fylket har " in tell_path(outlook_of("46"), NB).plain
    assert "Vi er " in tell_path(outlook_of("0"), NB).plain


def test_a_place_reads_its_own_note_on_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    own = "Boligplanen er vedtatt."
    monkeypatch.setattr("framtid.pathways.descriptions.note", lambda *_: own)
    page = tell_path(outlook_of("4601", pathway=named()["hjemme-lenger"]), NB)
    assert f"<blockquote>\n<p>{own}</p>" in page.sections[0].html


def test_figures_that_are_the_nations_are_said_to_be() -> None:
    assert (
        "Det samme gjelder hvor mange som går i barnehage"
        in tell_path(outlook_of("1151"), NB).plain
    )
    assert "Det samme gjelder" not in tell_path(outlook_of("0301"), NB).plain
    assert "Departementet har bare gitt ut" in tell_path(outlook_of("5605"), NB).plain


def test_a_cost_is_only_said_to_pay_back_where_it_does() -> None:
    pays = "Mye koster før det gir noe igjen"
    assert pays in tell_path(outlook_of("5610", pathway=named()["lys-vei"]), NB).plain
    assert pays not in tell_path(outlook_of("5610", pathway=named()["flytt-hit"]), NB).plain


@given(st.sampled_from(CODES), pathways)
@settings(max_examples=30)
def test_the_span_holds_the_path_and_all_who_decide_have_something_to_decide(
    code: str, pathway: Pathway
) -> None:
    chosen = PathFacts(outlook_of(code, pathway=pathway), NB)
    low, high = chosen.span("gap")
    assert low <= high
    assert all(chosen.deciders.values())
    assert len(chosen.pulled) + chosen.at_rest == len(levers())


@pytest.mark.parametrize("name", levers())
def test_a_sheet_is_in_whole_sentences_and_on_one_page(name: str) -> None:
    for code in CODES:
        place = places().get(code)
        made = sheet(lever(name), place, NB)
        assert len(made["levels"]) == len(LEVELS)
        said = [made["today"], made["most"], made["phase"], *made["cautions"]]
        said += [part["text"] for part in made["sheet"]]
        for text in said:
            check(text)
            assert text[-1] == "."
        for level in made["levels"]:
            for cell in ("words", "gap", "kroner", "people"):
                assert level[cell]
                check(level[cell])
        assert made["levels"][1]["gap"] == "–"
        pdf = PdfReader(io.BytesIO(sheet_pdf(name, place).body))
        assert len(pdf.pages) == 1
        root: Any = pdf.root_object
        assert root["/Lang"] == "nb"
        assert root["/MarkInfo"]["/Marked"]
        assert made["title"] in pdf.pages[0].extract_text()


def test_a_sheet_is_set_the_same_every_time() -> None:
    place = places().get("5610")
    first = sheet_pdf("heltid", place)
    sheet_pdf.cache_clear()
    assert sheet_pdf("heltid", place) == first


@given(st.sampled_from(CODES), pathways, pathways)
@settings(max_examples=30)
def test_figures_of_one_place_add_up_side_by_side(code: str, one: Pathway, other: Pathway) -> None:
    first, second = outlook_of(code, pathway=one), outlook_of(code, pathway=other)
    there = {each.indicator: each for each in compare(first, second)}
    back = {each.indicator: each for each in compare(second, first)}
    for name, each in there.items():
        assert each.difference == -back[name].difference
        assert each.one == back[name].other
    assert all(each.difference == 0 for each in compare(first, first))


def test_as_today_beside_itself_has_no_difference() -> None:
    assert {
        each.difference for each in compare(outlook_of("0"), outlook_of("0", pathway=AS_IT_IS))
    } == {0}
