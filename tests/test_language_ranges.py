"""How many there may be: a range that starts at one or none is said as people say it."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from framtid.folders import TEXTS
from framtid.horizon import HORIZON
from framtid.language import language_of
from framtid.language.texts import OF_PAGES
from framtid.places import places
from framtid.projection.uncertainty.bands import bands
from tests.conftest import ROOT

CLUMSY = {
    "nb": r"mellom (?:ingen|null|én|ett|0|1)(?![\w,.\u00a0])",
    "nn": r"mellom (?:ingen|null|éin|eitt|0|1)(?![\w,.\u00a0])",
    "en": r"between (?:none|zero|nobody|one|0|1)(?![\w,.\u00a0])",
}
"""A range between one and thirteen: nobody says so."""
MIXED = re.compile(r"(?:mellom|between) [^\W\d]+ (?:og|and) \d")
"""One end in words and the other in digits."""
BY_HAND = re.compile(
    r"(?:mellom|between) \{\{ *[^}|]+\|(?:count|about) *\}\} (?:og|and) \{\{ *[^}|]+\|count"
)
"""Two counts that a text joins by itself, and not by ``between``."""


@pytest.mark.parametrize(
    ("spoken", "low", "high", "said"),
    [
        ("nb", 1, 13, "alt fra én til 13"),
        ("nb", 0.3, 13, "alt fra ingen til 13"),
        ("nb", 8, 25, "mellom 8 og 25"),
        ("nb", 3, 9, "mellom tre og ni"),
        ("nb", 12.6, 13.2, "om lag 13"),
        ("nb", 1143, 1390, "mellom 1\u00a0140 og 1\u00a0390"),
        ("nb", 226_512, 241_330, "mellom 227\u00a0000 og 241\u00a0000"),
        ("nn", 1, 13, "alt frå éin til 13"),
        ("en", 1, 13, "anything from one to 13"),
        ("en", 2, 5, "between two and five"),
    ],
)
def test_a_range_is_said_as_people_say_it(spoken: str, low: float, high: float, said: str) -> None:
    assert language_of(spoken).numbers.between(low, high) == said


@given(ends=st.tuples(st.floats(0, 3000), st.floats(0, 3000)).map(sorted))
def test_no_range_is_clumsy(ends: list[float]) -> None:
    for spoken in OF_PAGES:
        said = language_of(spoken).numbers.between(*ends)
        assert not re.search(CLUMSY[spoken], said), said
        assert not MIXED.search(said), said


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_every_places_spread_is_said_well(spoken: str) -> None:
    language, starts = language_of(spoken), set()
    for place in places().municipalities:
        for what in ("1-5", "6-15", "80+"):
            low, high = bands(place.code).interval(what, HORIZON)
            said = language.say("spread.ends", low=low, high=high)
            assert not re.search(CLUMSY[spoken], said), (place.code, said)
            assert not MIXED.search(said), (place.code, said)
            starts.add(round(low))
    assert min(starts) <= 1, "some place has a range that starts at one"


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_no_text_joins_two_counts_by_itself(spoken: str) -> None:
    files = [*(TEXTS / spoken).rglob("*.yml"), *(ROOT / "stories").glob(f"*/{spoken}.md")]
    assert len(files) > 50
    found = [(f.name, m[0]) for f in files for m in BY_HAND.finditer(f.read_text("utf-8"))]
    assert not found
