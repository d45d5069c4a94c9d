"""Klarspråk: phrases that were found wanting stand in no text, written or as rendered."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from framtid.documents.levers import sheet
from framtid.folders import TEXTS
from framtid.language import language_of
from framtid.language.plain_words import avoided
from framtid.language.texts import LANGUAGES
from framtid.pathways.balance import sentences
from framtid.pathways.codec import decode
from framtid.pathways.levers import levers
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import named, path
from framtid.places import places
from framtid.stories import read_aloud, stories
from framtid.stories.news import told
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import tell_plan
from framtid.views.claims_said import said
from framtid.views.registry import build_view, views

CODES = ("0", "0301", "1151", "5610")
WAYS = (None, "lys-vei", "mork-vei")


def _files(spoken: str) -> Iterator[Path]:
    yield from (file for file in (TEXTS / spoken).rglob("*.yml") if file.stem != "avoid")
    yield from (TEXTS / spoken).rglob("*.md")
    for story in stories().values():
        yield from story.folder.glob(f"{spoken}.md")


NOT_TEXT = re.compile(
    r"\{\{.*?\}\}|\{%.*?%\}|\]\([^)]*\)|\{#[^}]*\}|^\s*#\s.*?$|\s#\s.*?$|<[^>]*>",
    re.DOTALL | re.MULTILINE,
)
BROKEN = re.compile(
    r"(?<![\w{\-./@])"
    r"(?:[bp](?![jlrs])|d(?![jrv])|[fg](?![jlnr])|h(?![jv])|k(?![jlnrv])|[lmnr](?!j)|t(?![jrsv])|v(?![lr]))"
    r"[bcdfghjklmnpqrstvwxz][a-zæøåéòó]+(?![\w}:=(_\-])"
)
"""Words that begin as no Norwegian word does: what a change of many texts at once leaves behind."""
ENGLISH = re.compile(r"th|wh|sh|ch|ph|tw")


def _check(text: str, spoken: str, where: object) -> None:
    assert not list(avoided(text, language_of(spoken))), where


@pytest.mark.parametrize("spoken", ["nb", "nn"])
def test_no_word_begins_as_no_norwegian_word_does(spoken: str) -> None:
    """«Held vmed dagens kurs» stood in the story: «i dagens kurs» had been changed within it."""
    assert BROKEN.findall("Held vmed dagens kurs, bli med, tsjekkisk, kva, hvis, knekk") == ["vmed"]
    for file in _files(spoken):
        words = BROKEN.findall(NOT_TEXT.sub(" ", file.read_text(encoding="utf-8")))
        assert not [each for each in words if not ENGLISH.match(each)], file


def test_a_phrase_to_avoid_is_found_in_its_language_alone() -> None:
    text = "Det er bra med hensyn til samarbeidet."
    assert list(avoided(text, language_of("nb"))) == [text]
    assert list(avoided(text, language_of("en"))) == []


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_text_that_is_written_says_what_is_forbidden(spoken: str) -> None:
    for file in _files(spoken):
        for line in file.read_text(encoding="utf-8").split("\n"):
            if not line.lstrip().startswith("#"):
                _check(line, spoken, file)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_figure_says_what_is_forbidden(spoken: str) -> None:
    language = language_of(spoken)
    for code in CODES:
        for name, maker in views().items():
            if places().get(code).level not in maker.levels:
                continue
            view = build_view(name, code, spoken, path("lys-vei" if maker.along else "som-i-dag"))
            frames = (part for frame in view.frames for part in (frame.title, frame.alt))
            heads = (column.label for column in view.table.columns)
            claims = (said(claim, language) for claim in view.claims)
            texts = (view.subtitle, view.action, view.table.caption, *frames, *heads, *claims)
            _check("\n".join(texts), spoken, (name, code))
        _check("\n".join(told(code, language)), spoken, ("news", code))


@pytest.mark.parametrize("code", CODES)
def test_no_prose_says_what_is_forbidden(code: str) -> None:
    language, place = language_of("nb"), places().get(code)
    for way in WAYS:
        steps = read_aloud("2040", code, "nb", decode(way) if way else None)
        for name, parts in steps.items():
            _check(" ".join(parts), "nb", (code, way, name))
    for pathway in named().values():
        outlook = outlook_of(code, pathway=pathway)
        plan = tell_plan(outlook, language)
        _check("\n".join(sentences(outlook, language)), "nb", code)
        _check(tell_path(outlook, language).plain, "nb", code)
        _check(f"{plan.answer} {plan.spread} {plan.unit}", "nb", code)
    for lever in levers().values():
        made = sheet(lever, place, language)
        said_there = [made["today"], made["most"], *(part["text"] for part in made["sheet"])]
        _check("\n".join(said_there), "nb", (code, lever.id))


COUNTED = re.compile(r"(?<!else %})\{\{ ([^{}]*)\|count(?:\|start)? \}\}(?: \w+)? årsverk")
"""A count that stands before the word for man-years, where one is not an ordinary one."""


@pytest.mark.parametrize("spoken", ["nb", "nn"])
def test_one_man_year_is_never_counted_in_the_wrong_gender(spoken: str) -> None:
    found = [
        (file, asked) for file in _files(spoken) for asked in COUNTED.findall(file.read_text())
    ]
    assert len(found) > 20
    one = {"nb": "ett", "nn": "eitt"}[spoken]
    assert not [(file.name, asked) for file, asked in found if one not in asked.lower()]


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_place_that_is_an_island_is_lived_on_in_every_language(spoken: str) -> None:
    language = language_of(spoken)
    islands = [place for place in places().municipalities if place.short in {"Utsira", "Træna"}]
    for place in (*islands, *(p for p in places().municipalities if p.short == "Frøya")):
        assert language.inside(place).split(" ")[0] in {"på", "on"}
    assert len(islands) == 2


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_one_course_has_one_name(spoken: str) -> None:
    language = language_of(spoken)
    name = language.say("pathways.paths.som-i-dag.title").lower()
    lines = {f"views.{each.id}.line" for each in views().values() if each.along}
    keys = {"views.roads.names.course", "simulator.sim_meter_line", "meeting.path.as_today"} | {
        key for key in lines if language.has(key)
    }
    assert len(keys) > len(lines) / 2 + 3
    said = {language.say(key).strip().lower() for key in keys}
    # Beside a line there is no room for it in English: there it is a path among paths.
    assert name in said <= {name, name.replace("today’s course", "today’s path")}
