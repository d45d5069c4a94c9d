"""Telling a story for a place: its steps in order, prose filled with that place's figures."""

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml
from markdown_it import MarkdownIt

from framtid.errors import UnknownStoryError
from framtid.language import Language, language
from framtid.pathways.outlook import municipalities, outlook
from framtid.places import Level, Place, places
from framtid.projection.editions import worst_miss
from framtid.stories.document import Document, document
from framtid.stories.evidence import evidence
from framtid.stories.facts import GOAL, Facts, lives
from framtid.stories.onward import onward
from framtid.views.registry import build_view, views
from framtid.views.uncertainty import BACK

FOLDER = Path(__file__).parents[2] / "stories"
HEADING = re.compile(r"^(#{1,2}) (?P<text>.+?) \{#(?P<id>[a-z0-9-]+)\}\s*$", re.MULTILINE)
_markdown = MarkdownIt("commonmark", {"html": False})


@dataclass(frozen=True)
class Step:
    """One step as the story's author lists it."""

    id: str
    act: str
    view: str
    frame: str
    of: str
    levels: frozenset[Level]
    ask: str | None


@dataclass(frozen=True)
class Story:
    """A story's order of steps; its prose is read per language."""

    id: str
    steps: tuple[Step, ...]
    folder: Path

    def prose(self, code: str) -> dict[str, tuple[str, str]]:
        """Return heading and text of every act and step by id, in one language."""
        return _prose(self.folder / f"{code}.md")


@lru_cache
def _prose(path: Path) -> dict[str, tuple[str, str]]:
    text = path.read_text(encoding="utf-8")
    found = list(HEADING.finditer(text))
    ends = [match.start() for match in found[1:]] + [len(text)]
    return {
        match["id"]: (match["text"], text[match.end() : end].strip())
        for match, end in zip(found, ends, strict=True)
    }


@lru_cache(maxsize=1)
def stories() -> dict[str, Story]:
    """Return every story under ``stories/`` by its folder's name."""
    return {path.parent.name: _read(path) for path in sorted(FOLDER.glob("*/story.yml"))}


def _read(path: Path) -> Story:
    steps = tuple(
        Step(
            raw["id"],
            act["id"],
            raw["view"],
            raw["frame"],
            raw.get("of", "mine"),
            frozenset(Level(name) for name in raw.get("levels", list(Level))),
            raw.get("ask"),
        )
        for act in yaml.safe_load(path.read_text(encoding="utf-8"))["acts"]
        for raw in act["steps"]
    )
    return Story(path.parent.name, steps, path.parent)


def _values(place: Place, spoken: Language) -> dict[str, Any]:
    """Return everything prose may speak of."""
    seen = outlook(place.code)
    everyone = municipalities()
    mine, goal = seen.carers(GOAL), everyone.carers(GOAL)
    return {
        "mine": Facts(seen),
        "region": Facts(seen.region),
        "nation": Facts(seen.nation),
        "lives": lives(),
        "known": {name: fact.value for name, fact in evidence().items()},
        "name": spoken.name(place),
        "official": place.name,
        "inside": spoken.inside(place),
        "of": spoken.of(place),
        "region_name": spoken.name(seen.region.place),
        "in_region": spoken.inside(seen.region.place),
        "level": place.level.value,
        "code": place.code,
        "more_hands": int((goal > mine).sum()),
        "fewer_hands": int((goal < mine).sum()),
        "under_two": int((goal < 2).sum()),
        "all": len(goal),
        "back": BACK,
        "old_miss": worst_miss(67),
    }


def tell(name: str, code: str = "0", spoken: str = "nb") -> Document:
    """Tell a story for a place.

    Raises:
        UnknownStoryError: no story has that name.
        UnknownPlaceError: no place has that code.

    """
    try:
        story = stories()[name]
    except KeyError as error:
        raise UnknownStoryError(name) from error
    place, words = places().get(code), language(spoken)
    prose, values = story.prose(words.code), _values(place, words)
    subjects = {"nation": places().nation, "region": places().region_of(place), "mine": place}
    steps, shown = [], {}
    for step in story.steps:
        if place.level not in step.levels:
            continue
        subject = subjects[step.of]
        made = build_view(step.view, subject.code, words.code)
        shown[f"{made.id}/{made.place}"] = (made, words.name(subject))
        heading, text = (words.fill(part, **values) for part in prose[step.id])
        steps.append(
            {
                "id": step.id,
                "act": step.act,
                "heading": heading,
                "html": _markdown.render(text),
                "view": f"{made.id}/{made.place}",
                "frame": step.frame,
                "ask": step.ask,
            }
        )
    reached = {step["act"] for step in steps}
    acts = [
        {
            "id": act,
            "title": words.fill(prose[act][0], **values),
            "subtitle": words.fill(prose[act][1], **values),
        }
        for act in dict.fromkeys(step.act for step in story.steps)
        if act in reached
    ]
    title, description = (words.fill(part, **values) for part in prose["story"])
    told = document(name, title, description, place, words, acts, steps, shown.values())
    return told | {"onward": onward(place, words)}


def gallery(code: str, spoken: str = "nb") -> Document:
    """Return every view that fits a place as a document: the page *Min kommune*."""
    place, words = places().get(code), language(spoken)
    made = [
        build_view(name, code, words.code)
        for name, maker in views().items()
        if place.level in maker.levels and not maker.along
    ]
    steps = [
        {
            "id": view.id,
            "act": "all",
            "heading": view.title,
            "html": "",
            "view": f"{view.id}/{code}",
            "frame": view.frames[-1].id,
            "ask": None,
        }
        for view in made
    ]
    title = words.say("site.gallery.title", name=words.name(place))
    acts = [{"id": "all", "title": title, "subtitle": words.say("site.gallery.subtitle")}]
    pairs = [(view, words.name(place)) for view in made]
    told = document("gallery", title, acts[0]["subtitle"], place, words, acts, steps, pairs)
    return told | {"contents": True}
