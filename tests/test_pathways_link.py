"""The code of a pathway in an address: short, readable, for ever, and never an error."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid.language import language_of
from framtid.pathways.codec import (
    LONGEST,
    LONGEST_COMPARISON,
    Decoded,
    Side,
    decode,
    decode_comparison,
    earlier_codes,
    encode,
    encode_comparison,
)
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.pathway import AS_IT_IS, Choice, Pathway, named, starts

OLD = (Path(__file__).parent / "fixtures" / "old_links.txt").read_text(encoding="utf-8")
LINES = [line for line in OLD.splitlines() if line and not line.startswith("#")]
names = st.sampled_from(list(levers()))
pathways = st.builds(
    Pathway().moved,
    st.dictionaries(names, st.sampled_from(LEVELS)),
    st.dictionaries(names, st.sampled_from(starts())),
)
codes = st.sampled_from(["3201", "0", "ba-5", "46", None])
hostile = st.one_of(
    st.text(),
    st.from_regex(r"[0-9](-[a-z]{1,12}-?[0-9]){0,9}", fullmatch=True),
    st.from_regex(r"[1-3]-([a-z]{1,3}[0-4m]([0-9]{2})?){0,12}", fullmatch=True),
    st.lists(st.from_regex(r"(he|hj|fl|xx)[0-4m]([23][0-9])?", fullmatch=True)).map(
        lambda parts: "2-" + "".join(parts)
    ),
    st.text(alphabet="12-~.hejm²٣ \x00%&=<>\"'", max_size=300),
)


@given(pathways)
def test_a_pathway_comes_back_from_its_code(pathway: Pathway) -> None:
    code = encode(pathway)
    assert decode(code) == Decoded(pathway)
    assert len(code) <= LONGEST
    assert set(code) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


def test_a_code_is_short_and_holds_only_what_differs() -> None:
    assert encode(AS_IT_IS) == "2"
    chosen = Pathway.of({"flytt": -1, "hjemme": 3, "heltid": 2}, {"hjemme": 2031, "heltid": 2027})
    assert encode(chosen) == "2-he2hj331flm"


def test_every_lever_has_two_letters_of_its_own() -> None:
    codes = [each.code for each in levers().values()]
    assert all(re.fullmatch("[a-z]{2}", code) for code in codes)
    assert len(set(codes)) == len(codes)


@given(pathways)
def test_a_code_of_version_1_still_gives_the_same(pathway: Pathway) -> None:
    for code in earlier_codes(pathway):
        assert decode(code) == Decoded(pathway, earlier=True)
    assert bool(earlier_codes(pathway)) == all(each.start is None for each in pathway.choices)


@given(pathways, names, st.sampled_from(LEVELS))
def test_a_lever_that_is_moved_keeps_its_year_and_leaves_the_others_alone(
    pathway: Pathway, name: str, level: int
) -> None:
    moved = pathway.moved({name: level})
    assert moved.choice(name) == (
        replace(pathway.choice(name), level=level) if level else Choice(name)
    )
    for choice in pathway.choices:
        assert choice.lever == name or moved.choice(choice.lever) == choice


def test_the_longest_comparison_fits() -> None:
    side = Side(Pathway(), "ba-159")
    assert len(encode_comparison(side, side)) + 2 * (LONGEST - 1) == LONGEST_COMPARISON


@given(hostile)
def test_anything_typed_gives_a_pathway_and_a_note(told: str) -> None:
    read = decode(told)
    assert decode(encode(read.pathway)).pathway == read.pathway
    assert read.note is None or language_of("nb").say(f"pathways.link.{read.note}")


@given(hostile)
def test_anything_typed_gives_a_comparison(told: str) -> None:
    one, other = decode_comparison(told)
    assert decode_comparison(encode_comparison(one, other))[0].pathway == one.pathway


@given(pathways, pathways, codes, codes)
def test_a_comparison_comes_back(
    one: Pathway, other: Pathway, here: str | None, there: str | None
) -> None:
    sides = Side(one, here), Side(other, there)
    assert decode_comparison(encode_comparison(*sides)) == sides


@pytest.mark.parametrize("name", named())
def test_a_named_path_is_read_by_its_name(name: str) -> None:
    assert decode(name).pathway == named()[name]


@pytest.mark.parametrize("line", LINES)
def test_an_old_link_gives_what_it_always_gave(line: str) -> None:
    code, _, given = line.partition("\t")
    choices, _, note = given.partition("|")
    parts = re.findall(r"(\w+)=(-?\d)(?:@(\d{4}))?", choices)
    levels = {name: int(level) for name, level, _ in parts}
    starts = {name: int(year) for name, _, year in parts if year}
    found = decode(code)
    assert (found.pathway, found.note) == (Pathway.of(levels, starts), note.strip() or None)


@pytest.mark.parametrize("told", [None, "", "  "])
def test_no_code_is_as_today_without_a_note(told: str | None) -> None:
    assert decode(told) == Decoded(AS_IT_IS)
