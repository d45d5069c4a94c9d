"""Who gets more hands is named where they are few, and a bar is as long as it says."""

import re

import pytest

from framtid.language import language_of
from framtid.pathways.outlook import outlook_of
from framtid.places import places
from framtid.stories.place_facts import Facts
from framtid.stories.prose_values import prose_values
from framtid.stories.story import story_of
from framtid.views.registry import build_view

FEW = 2
SHARED = [
    place.code for place in places().municipalities if len(places().region_of(place).members) > 1
]


def test_a_bar_says_nought_only_where_it_has_no_length_to_be_seen() -> None:
    for place in places().municipalities:
        bars = build_view("neighbours", place.code).frames[0].figure["data"][0]
        for change, label in zip(bars["x"], bars["text"], strict=True):
            said = float(re.sub(r"[^0-9,-]", "", label.replace("\u2212", "-")).replace(",", "."))
            finest = 0.05 if abs(change) < 1 else 0.5
            assert abs(said - change) <= finest + 0.01, (place.code, change, label)


@pytest.mark.parametrize("code", [*SHARED[::6], "1577", "1520"])
def test_one_or_two_that_get_more_hands_are_named(code: str) -> None:
    outlook, language = outlook_of(code), language_of("nb")
    grow = Facts(outlook.region).growers()
    _, text = (
        story_of("2040")
        .prose("nb")
        .fill("arbeidsmarkedet", language, **prose_values(outlook, None, language))
    )
    said = text.split(". ")[1]
    if 0 < len(grow) <= FEW and len(grow) < len(outlook.region.place.members):
        assert all(language.name(place) in said for place in grow), said
        if outlook.place in grow:
            assert said.startswith(language.name(outlook.place)), said
    assert (
        "flere ansatte i full stilling" in text
        or "én ansatt mer i full stilling" in text
        or (
            outlook.official.consequences.at("hands_needed", 2040)
            <= outlook.consequences.at("hands_needed", outlook.base_year) + 0.5
        )
    )
