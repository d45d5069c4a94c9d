"""The code of a pathway in an address: short, readable, for ever, and never an error."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid.language import language_of
from framtid.pathways.codec import (
    LONGEST,
    Decoded,
    Side,
    decode,
    decode_comparison,
    encode,
    encode_comparison,
)
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.pathway import AS_IT_IS, Pathway, named

OLD = (Path(__file__).parent / "fixtures" / "old_links.txt").read_text(encoding="utf-8")
LINES = [line for line in OLD.splitlines() if line and not line.startswith("#")]
pathways = st.dictionaries(st.sampled_from(list(levers())), st.sampled_from(LEVELS)).map(Pathway.of)
codes = st.sampled_from(["3201", "0", "ba-5", "46", None])
hostile = st.one_of(
    st.text(),
    st.from_regex(r"[0-9](-[a-z]{1,12}-?[0-9]){0,9}", fullmatch=True),
    st.text(alphabet="1-~.heltid²٣ \x00%&=<>\"'", max_size=300),
)


@given(pathways)
def test_a_pathway_comes_back_from_its_code(pathway: Pathway) -> None:
    code = encode(pathway)
    assert decode(code) == Decoded(pathway)
    assert len(code) <= LONGEST
    assert set(code) <= set("abcdefghijklmnopqrstuvwxyz0123456789-")


@pytest.mark.parametrize("level", LEVELS)
def test_the_longest_code_fits(level: int) -> None:
    assert len(encode(Pathway.of(dict.fromkeys(levers(), level)))) <= 120


def test_a_code_is_readable_and_holds_only_what_differs() -> None:
    assert encode(AS_IT_IS) == "1"
    assert (
        encode(Pathway.of({"flytt": -1, "hjemme": 3, "heltid": 2})) == "1-heltid2-hjemme3-flytt-1"
    )


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
    levels, _, note = given.partition("|")
    wanted = {name: int(level) for name, level in (part.split("=") for part in levels.split())}
    assert decode(code) == Decoded(Pathway.of(wanted), note.strip() or None)  # type: ignore[arg-type]


@pytest.mark.parametrize("told", [None, "", "  "])
def test_no_code_is_as_today_without_a_note(told: str | None) -> None:
    assert decode(told) == Decoded(AS_IT_IS)
