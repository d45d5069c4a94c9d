"""Where no hands are missing in sum it is said in words, in every language and every text."""

import re
from itertools import product

import pytest

from framtid.language import language_of
from framtid.language.numbers import Told
from framtid.pathways.outlook import outlook_of
from framtid.pathways.waiting import waiting
from framtid.pathways.waiting_told import say_waiting
from framtid.views.registry import build_view
from tests.test_documents_words import NONE_MISSING

NONE = re.compile(r"\b(?:null|zero|0|no man-years|none man)\b|  | [,.]", re.IGNORECASE)
ONE = re.compile(
    r"\b(?:én|ein) (?:flere|fleire|færre|årsverk)|mangl\w+ (?:det )?(?:én|ein)\b|\bone are\b"
)
TEXTS = ("pathways.waiting.hands", "views.path_waiting.frames.all.alt")
CLAIMS = ("unfilled", "unfilled_term", "unfilled_two_terms", "unfilled_course")


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize(("now", "late", "course"), list(product((0, 1, 30), repeat=3)))
def test_sums_of_hands_missing_are_told_in_words(
    spoken: str, now: int, late: int, course: int
) -> None:
    language = language_of(spoken)
    sums = {"now": Told(now), "late": Told(late), "course": Told(course)}
    apart = {"term": Told(0), "two": Told(late - now)}
    years = {"first": 2027, "begins": 2027, "horizon": 2040, "waits": (4, 8), "inside": "her"}
    values = {**sums, **apart, **years, "reach": "Kanskje.", "council": True, "hands": Told(2)}
    for moved, reason, spread in ((False, None, False), (True, "people", True)):
        more = {"moved": moved, "reason": reason, "spread": spread}
        said = [language.say(key, **values, **more) for key in TEXTS]
        said += [language.say("debate.points.waiting.text", **values)]
        said += [language.say("debate.questions.waiting", **values)]
        for text in said:
            assert not NONE.search(text), text
            assert not ONE.search(text), text


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_a_path_without_any_missing_says_so(spoken: str) -> None:
    code, pathway = NONE_MISSING
    outlook, language = outlook_of(code, pathway=pathway), language_of(spoken)
    price = waiting(outlook)
    assert not price.begun[0].unfilled
    view = build_view("path_waiting", code, spoken, pathway)
    claims = [
        language.say(f"claims.kinds.single.{key}", value=0, inside="her", year=2040)
        for key in CLAIMS
    ]
    for text in (say_waiting(price, language).hands, view.frames[0].alt, *claims):
        assert not NONE.search(text), text
