"""What views claim: against their tables, for every place, and the same in every language."""

import re
from collections.abc import Iterator

import pytest

from framtid.embed.press.files import data
from framtid.embed.press.sentences import sentences
from framtid.embed.request import read
from framtid.horizon import HORIZON
from framtid.language.texts import LANGUAGES, language_of
from framtid.language.trends import trend
from framtid.pathways.outlook import outlook_of
from framtid.places import Level, places
from framtid.views.claims import PEOPLE, Change, Claim, Comparison, Pair, Tally
from framtid.views.claims_said import said
from framtid.views.model import View
from framtid.views.registry import build_view, views

COLUMNS = {
    "over80": ("aged", "main"),
    "pupils": ("pupils", "main"),
    "kindergarten": ("kindergarten", "main"),
    "workers": ("workers", "main"),
    "futures": ("all", "main"),
    "hands": ("workers", "people"),
    "carers": ("carers", "main"),
    "uncertainty": ("all", "ours"),
}
"""Views whose table has a row a year, the measure of a change, and the column it stands in."""
SAME = {"nb": "om lag det samme", "nn": "om lag det same", "en": "about the same"}
SLIGHTLY = {
    "nb": {"more": "litt høyere", "fewer": "litt lavere"},
    "nn": {"more": "litt høgare", "fewer": "litt lågare"},
    "en": {"more": "slightly higher", "fewer": "slightly lower"},
}
CHANCE = {"nb": "Så lite kan være tilfeldig.", "nn": "Så lite kan vere tilfeldig."}
CHANCE["en"] = "So little may be chance."
WAYS = {
    "nb": {"grows": "går opp", "shrinks": "går ned", "same": SAME["nb"]},
    "nn": {"grows": "går opp", "shrinks": "går ned", "same": SAME["nn"]},
    "en": {"grows": "rises", "shrinks": "falls", "same": SAME["en"]},
}
STANDS = {
    "nb": {"grows": "høyere", "shrinks": "lavere", "same": SAME["nb"]},
    "nn": {"grows": "høgare", "shrinks": "lågare", "same": SAME["nn"]},
    "en": {"grows": "higher", "shrinks": "lower", "same": SAME["en"]},
}
SOME = [*places().by_code][::60]
MANY = [*places().by_code][::6]


def _column(view: View, key: str) -> list[float]:
    at = [column.key for column in view.table.columns].index(key)
    cells = (row[at] for row in view.table.rows)
    return [float(cell) for cell in cells if isinstance(cell, int | float)]


def _fitting(code: str) -> Iterator[View]:
    level = places().get(code).level
    for name, maker in views().items():
        if level in maker.levels:
            yield build_view(name, code)


def _change(view: View, measure: str) -> Change:
    return next(c for c in view.claims if isinstance(c, Change) and c.measure == measure)


def test_every_view_of_every_kind_of_place_claims_something() -> None:
    for code in ("0", "5610"):
        assert [view.id for view in _fitting(code) if not view.claims] == []


def test_every_measure_has_words_and_people_are_counted_whole() -> None:
    """What is no count of people is a rate, and no rate of ours is so high in the whole country."""
    claims = [each for view in _fitting("0") for each in view.claims if isinstance(each, Change)]
    for spoken in ("nb", "nn", "en"):
        told = language_of(spoken).entry("claims.measures")
        assert {each.measure for each in claims} <= told.keys()
    assert {each.measure for each in claims if each.second > 200} <= PEOPLE


def test_a_change_is_that_of_the_people_it_is_about_everywhere() -> None:
    ages = {"aged": (80, 105), "pupils": (6, 15), "workers": (20, 66)}
    wrong: list[tuple[object, ...]] = []
    for code in places().by_code:
        outlook = outlook_of(code)
        for measure, span in ages.items():
            before, after = (outlook.people(y, *span) for y in (outlook.base_year, HORIZON))
            claim = Change(measure, code, before, after, True, (outlook.base_year, HORIZON))
            first, second = claim.told
            error = abs((second - first) - (after - before))
            turned = (second - first) * (after - before) < 0 and abs(after - before) > 1
            if error > max(0.1 * abs(after - before), 1) or turned:
                wrong.append((code, measure, before, after, first, second))
            up = {"grows": first < second, "shrinks": first > second, "same": True}
            if not up[claim.direction]:
                wrong.append((code, measure, claim.direction))
    assert wrong == []


@pytest.mark.parametrize("name", COLUMNS)
def test_a_change_stands_in_the_views_table(name: str) -> None:
    measure, column = COLUMNS[name]
    for code in SOME:
        view = build_view(name, code)
        claim = _change(view, measure)
        years, values = _column(view, "year"), _column(view, column)
        at = dict(zip(years, values, strict=True))
        assert claim.second == pytest.approx(at[HORIZON], abs=1e-6), code
        assert claim.first == pytest.approx(at[claim.years[0]], abs=1e-6), code


def test_neighbours_are_counted_as_the_table_has_them() -> None:
    for code in [c for c in MANY if places().get(c).level is not Level.NATION]:
        view = build_view("neighbours", code)
        spans = zip(_column(view, "before"), _column(view, "after"), strict=True)
        ways = [trend(before, after, count=True) for before, after in spans]
        counted = {c.measure: c.number for c in view.claims if isinstance(c, Tally)}
        assert counted == {
            "grow": ways.count("grows"),
            "shrink": ways.count("shrinks"),
        }, code
        told = {"grows": "flere", "shrinks": "færre", "same": "om lag like mange"}
        assert [row[-1] for row in view.table.rows] == [told[way] for way in ways], code


def test_a_place_is_no_grower_among_its_neighbours_that_is_the_same_by_itself() -> None:
    for place in places().municipalities:
        own = build_view("workers", place.code).claims
        went = next(c for c in own if isinstance(c, Change) and c.years[1] == HORIZON)
        rows = build_view("neighbours", place.code).table.rows
        mine = next((row for row in rows if row[0] == place.label), None)
        if mine is None:
            continue
        told = {"grows": "flere", "shrinks": "færre", "same": "om lag like mange"}
        assert mine[-1] == told[went.direction], place.code


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_language_says_the_direction_and_the_figures_of_the_claim(spoken: str) -> None:
    language = language_of(spoken)
    for code in SOME:
        for view in _fitting(code):
            for claim in view.claims:
                _says(claim, said(claim, language), spoken)


def _says(claim: Claim, sentence: str, spoken: str) -> None:
    assert not re.search(r"  | [.,:]|\bnan\b|\{", sentence), sentence
    if not isinstance(claim, Pair):
        return
    numbers = language_of(spoken).numbers
    write = numbers.exact if claim.measure in PEOPLE else numbers.decimal
    assert all(write(float(figure)) in sentence for figure in claim.told), sentence
    slight = claim.direction == "same" and claim.near != "same"
    assert (CHANCE[spoken] in sentence) is slight, sentence
    if slight:
        assert SLIGHTLY[spoken][claim.near] in sentence, sentence
        return
    ways = STANDS[spoken] if isinstance(claim, Comparison) else WAYS[spoken]
    assert ways[claim.direction] in sentence, sentence
    others = [word for way, word in ways.items() if way != claim.direction]
    assert not any(f" {word} " in f" {sentence} " for word in others), sentence


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_headline_and_the_sentence_tell_the_same_figure(spoken: str) -> None:
    numbers = language_of(spoken).numbers
    for name in ("over80", "pupils", "workers"):
        for code in SOME:
            view = build_view(name, code, spoken)
            told = numbers.count(_change(view, COLUMNS[name][0]).told[1])
            labels = [text for trace in view.figure["data"] for text in trace.get("text", [])]
            assert told in view.frames[-1].alt, code
            assert any(told in str(text) for text in labels), (code, told)


def test_ours_is_called_ours_and_files_lead_to_our_method() -> None:
    ours, theirs = (language_of("nb").say(f"article.{key}") for key in ("ours", "source"))
    assert sentences(read("over80", "5610", {})).endswith(ours)
    assert sentences(read("births", "0", {})).endswith(theirs)
    links = {source.label: source.link for source in data(read("over80", "5610", {})).sources}
    assert links["2040 begynner nå: egen beregning"].endswith("/om#metode")
