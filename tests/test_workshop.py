"""The author's workshop: what it finds wrong with a story, and its guide, followed."""

import re
from dataclasses import replace
from pathlib import Path

import pytest

from framtid.language import language_of
from framtid.language.readability import Readability, readability
from framtid.places import Level
from framtid.stories import prose
from framtid.stories.story import story_of
from framtid.stories.workshop import check, preview
from framtid.stories.workshop.check import types
from framtid.stories.workshop.parts import parts
from framtid.stories.workshop.placeholders import placeholders
from framtid.stories.workshop.told import Told, figures, slips, told, untold
from tests.conftest import ROOT
from tests.extending import copy, in_copy

NB = language_of("nb")
GUIDE = (ROOT / "CONTRIBUTING.md").read_text("utf-8")


def _remarks(tmp_path: Path, text: str) -> list[tuple[str, str]]:
    """Return key and words of the remarks on one part with a text."""
    file = tmp_path / "nb.md"
    file.write_text(f"# Tittel {{#story}}\n{text}\n", "utf-8")
    found = placeholders(prose.read(file), types(NB), NB, file.name)
    return [(remark.key, remark.said(NB)) for remark in found]


@pytest.mark.parametrize(
    ("text", "key", "words"),
    [
        ("{{ mine.peple(2040) }}", "unknown", "Mente du «mine.people»?"),
        ("{{ insid }}", "unknown", "Mente du «inside»?"),
        ("{{ known.yong_outside }}", "unknown", "Mente du «known.young_outside»?"),
        ("{{ chosen.shift() }}", "unknown", "Mente du «chosen.shifts»?"),
        ("{{ 3|cuont }}", "syntax", "cuont"),
        ("{% if level == 'nation' %}Hei", "syntax", "linje 1"),
        ('{% if mine.young == "goes" %}Hei{% endif %}', "never", "come, even, leave"),
        ('{% if mine.change(6, 15) == "shrink" %}Hei{% endif %}', "never", "shrinks"),
        ('{% if trend(1, 2) == "up" %}Hei{% endif %}', "never", "grows"),
        ("{% set a = 3 %}Hei", "unused", "«a»"),
    ],
)
def test_a_placeholder_that_does_not_hold_is_told_with_what_was_meant(
    tmp_path: Path, text: str, key: str, words: str
) -> None:
    ((said_key, said),) = _remarks(tmp_path, text)
    assert said_key == key
    assert words in said
    assert said.startswith("nb.md, linje 1, «story»: ")


def test_placeholders_that_hold_are_not_remarked_on(tmp_path: Path) -> None:
    good = (
        '{% set s = mine.surely("80+") %}{{ s.low|count }} {{ name }} '
        '{% if chosen %}{{ chosen.at("gap") }}{% endif %}'
    )
    assert _remarks(tmp_path, good) == []


def test_parts_that_are_missing_left_over_or_without_an_id_are_told(tmp_path: Path) -> None:
    folder = tmp_path / "prove"
    folder.mkdir()
    source = (story_of("2040").folder / "nb.md").read_text("utf-8")
    changed = source.replace("{#skolen}", "{#skolenn}").replace(" {#lenger}", "")
    (folder / "nb.md").write_text(changed, "utf-8")
    story = replace(story_of("2040"), folder=folder)
    found = {(each.key, each.step) for each in parts(story, story.prose("nb"), NB)}
    assert {("missing", "skolen"), ("leftover", "skolenn"), ("missing", "lenger")} <= found
    assert ("lost", "norge") in found


def test_a_step_that_asks_for_what_is_not_there_is_told() -> None:
    story = story_of("2040")
    first = story.steps[0]
    wrong = (
        replace(first, view="livet"),
        replace(first, id="hundre-norge", of="us"),
        replace(first, id="gjett", view="neighbours", of="mine", levels=frozenset(Level)),
        *story.steps[3:],
        story.steps[-1],
    )
    keys = [
        (each.key, each.step)
        for each in parts(replace(story, steps=wrong), story.prose("nb"), NB)
        if each.kind == "fault"
    ]
    assert ("view", "lenger") in keys
    assert ("of", "hundre-norge") in keys
    assert ("levels", "gjett") in keys
    assert ("twice", "begynner-na") in keys


def test_lix_is_words_in_a_sentence_and_long_words_in_a_hundred() -> None:
    number = "5\u00a0627\u00a0400"
    read = readability(f"Det er {number} mennesker her. Kommunen er 2,7 ganger så stor.\nHei!")
    assert read == Readability(words=12, long=2, sentences=3)
    assert read.lix == round(12 / 3 + 100 * 2 / 12)
    assert read.level == "very_easy"
    heavy = "Kommuneplanbestemmelsene forutsetter samordningsprosesser mellom virksomhetsområdene."
    assert readability(heavy).level == "very_hard"
    assert readability("").lix == 0
    assert readability(" ".join(["ord"] * 204)).seconds == 60


def test_gaps_and_figures_are_found_in_a_text() -> None:
    assert slips("Det er  mange . Og nan, og {{ navn }}")
    assert slips("Det er None kroner.")
    assert slips("None of them is a problem.") == []
    assert slips("Det er 2,7 i 2040, og det går an.") == []
    assert figures("I 2040 er 1\u00a0200 av 3,5") == {"1\u00a0200", "3,5"}


def test_text_and_figure_of_one_thing_share_its_figures() -> None:
    steps = {each.step.id: each for each in told(story_of("2040"), "5610", NB)}
    step = steps["de-eldste"]
    assert isinstance(step, Told)
    assert untold(step) == set()
    assert untold(replace(step, text="Noe helt annet.", heading="Hei"))


def test_the_stories_have_no_fault() -> None:
    for report in check("2040", ["5610"]):
        assert report.readings == 4
        assert [each.said(NB) for each in report.remarks if each.kind == "fault"] == []
        assert list(report.steps) == [step.id for step in story_of("2040").steps]
        assert report.whole.lix <= 40
        assert report.claims > 100


def test_a_preview_is_what_a_reader_meets() -> None:
    text = "\n".join(preview("2040", "5610", path="lys-vei", step="dagen"))
    assert text.startswith("## En dag i 2040\n")
    assert "\nAnna bor ved butikken\n" in text
    assert "/historie?sted=5610&vei=lys-vei#dagen" in text
    assert "[path_places / all: " in text


def _guide(kind: str) -> list[str]:
    section = GUIDE[GUIDE.index("## Et nytt steg") : GUIDE.index("\n## A view")]
    return re.findall(rf"```{kind}\n(.*?)```", section, re.DOTALL)


FOLLOWED = """
import sys
from typer.testing import CliRunner
from framtid.__main__ import app
for line in sys.argv[1:]:
    done = CliRunner().invoke(app, line.split())
    print(done.output)
    assert done.exit_code == 0, done.output
from framtid.documents.article import article
from framtid.stories import tell
print(article(tell("2040", "5610")))
"""


def test_the_guide_for_those_who_write_holds_step_by_step(tmp_path: Path) -> None:
    folder = copy(tmp_path)
    ((line,), (text,)), commands = (_guide("yaml"), _guide("markdown")), _guide("sh")
    order = folder / "stories/2040/story.yml"
    before = re.compile(r"^ +- { id: skolen.*\n", re.MULTILINE)
    order.write_text(before.sub(lambda at: at[0] + line, order.read_text("utf-8")), "utf-8")
    for file in order.parent.glob("*.md"):
        after = re.compile(r"({#skolen}\n.*?\n)(?=#)", re.DOTALL)
        said = after.sub(lambda at: f"{at[1]}{text}\n", file.read_text("utf-8"), count=1)
        file.write_text(said, "utf-8")
    verbs = [command.strip().removeprefix(".venv/bin/python -m framtid ") for command in commands]
    assert [verb.split()[1] for verb in verbs] == ["check", "preview"]
    printed = in_copy(folder, "-c", FOLLOWED, *verbs)
    assert "Ingenting må rettes." in printed
    assert "\nbarnehagen " in printed
    assert "## Hvor mange skal i barnehagen?\n\nI dag er det" in printed
    assert "/historie?sted=5610#barnehagen" in printed
    assert re.search(r"<h\d[^>]*>Hvor mange skal i barnehagen\?", printed)
