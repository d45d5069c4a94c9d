"""The parts of a story's file: those that are missing, left over, or lack their id."""

import re
from collections import Counter
from collections.abc import Iterator

from framtid.language import Language
from framtid.language.texts import DEFAULT, OF_PAGES
from framtid.places import Level
from framtid.stories.prose import HEADING, Prose
from framtid.stories.story import Story
from framtid.stories.workshop.remark import Remark
from framtid.views.registry import views

OWNERS = ("mine", "region", "nation")
LOST = re.compile(r"^#{1,2} (?P<heading>.+)$", re.MULTILINE)


def listed(story: Story) -> set[str]:
    """Return the ids that a story's prose has to have: its own, its acts' and its steps'."""
    parts = (part for step in story.steps for part in step.parts)
    return {"story", *parts, *(step.act for step in story.steps)}


def parts(story: Story, prose: Prose, language: Language) -> Iterator[Remark]:
    """Yield where a file of prose and the list of steps are not of one mind."""
    file = f"{language.code}.md"
    for missing in sorted(listed(story) - prose.parts.keys()):
        yield Remark("fault", "missing", file, missing)
    for name in prose.parts:
        if name not in listed(story):
            yield Remark("fault", "leftover", file, name, prose.lines[name])
    yield from _headings(story, prose, file)
    if language.code == DEFAULT:
        yield from _order(story)
        for code in OF_PAGES:
            if not (story.folder / f"{code}.md").exists():
                yield Remark("advice", "untranslated", f"{code}.md")


def _headings(story: Story, prose: Prose, file: str) -> Iterator[Remark]:
    """Yield headings that are there twice, and those without an id, which become text."""
    source = (story.folder / file).read_text(encoding="utf-8")
    for name, count in Counter(match["id"] for match in HEADING.finditer(source)).items():
        if count > 1:
            yield Remark("fault", "twice", file, name, prose.lines[name])
    for name, (_, text) in prose.parts.items():
        for match in LOST.finditer(text):
            values: dict[str, object] = {"heading": match["heading"]}
            yield Remark("fault", "lost", file, name, prose.lines[name], values)


def _order(story: Story) -> Iterator[Remark]:
    """Yield what the list of steps asks for that is not there."""
    for name, count in Counter(step.id for step in story.steps).items():
        if count > 1:
            yield Remark("fault", "twice", "story.yml", name)
    for step in story.steps:
        for view in filter(None, (step.view, step.along)):
            if view not in views():
                values: dict[str, object] = {"view": view, "known": ", ".join(views())}
                yield Remark("fault", "view", "story.yml", step.id, values=values)
        if step.of not in OWNERS:
            owners: dict[str, object] = {"of": step.of, "known": ", ".join(OWNERS)}
            yield Remark("fault", "of", "story.yml", step.id, values=owners)
        if step.view in views() and step.of == "mine":
            lacking = [level for level in Level if level in step.levels - views()[step.view].levels]
            if lacking:
                fits: dict[str, object] = {"view": step.view, "levels": ", ".join(lacking)}
                yield Remark("fault", "levels", "story.yml", step.id, values=fits)
