"""What an author writes: a story's order of steps and its prose, read from ``stories/``."""

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal

import yaml

from framtid.errors import UnknownStoryError
from framtid.language.texts import DEFAULT
from framtid.places import Level
from framtid.stories import prose
from framtid.views.registry import views

Ask = Literal["place", "path", "levers", "onward"]
"""What a step may ask the reader."""


@dataclass(frozen=True)
class Step:
    """One step as the story's author lists it."""

    id: str
    act: str
    view: str
    frame: str
    of: str
    levels: frozenset[Level]
    ask: Ask | None
    along: str | None
    """The view that is shown instead, in its last frame, along a road the reader has taken."""


@dataclass(frozen=True)
class Story:
    """A story's order of steps and what it lets one choose; its prose is read per language."""

    id: str
    steps: tuple[Step, ...]
    folder: Path
    paths: tuple[str, ...]
    """Named paths to choose between."""
    levers: tuple[str, ...]
    """Levers to pull on the way."""

    def card(self, level: Level) -> str | None:
        """Return the view that stands for it at a level: the first that it shows there."""
        told = (step.view for step in self.steps if level in step.levels)
        return next((name for name in told if level in views()[name].levels), None)

    def prose(self, code: str) -> prose.Prose:
        """Return heading and text of every act and step by id; bokmål where untranslated."""
        return prose.read(self.folder / f"{self.spoken(code)}.md")

    def spoken(self, code: str) -> str:
        """Return the language that it is told in to who asks for one."""
        return code if (self.folder / f"{code}.md").exists() else DEFAULT


@lru_cache(maxsize=1)
def stories() -> dict[str, Story]:
    """Return every story under ``stories/`` by its folder's name."""
    return {file.parent.name: _read(file) for file in sorted(prose.FOLDER.glob("*/story.yml"))}


def story_of(name: str) -> Story:
    """Return a story by its folder's name.

    Raises:
        UnknownStoryError: no story has that name.

    """
    try:
        return stories()[name]
    except KeyError as error:
        raise UnknownStoryError(name) from error


def _read(file: Path) -> Story:
    raw = yaml.safe_load(file.read_text(encoding="utf-8"))
    steps = tuple(_step(act["id"], step) for act in raw["acts"] for step in act["steps"])
    offered = raw.get("choice", {})
    return Story(
        file.parent.name,
        steps,
        file.parent,
        tuple(offered.get("paths", ())),
        tuple(offered.get("levers", ())),
    )


def _step(act: str, raw: dict[str, Any]) -> Step:
    return Step(
        raw["id"],
        act,
        raw["view"],
        raw["frame"],
        raw.get("of", "mine"),
        frozenset(Level(name) for name in raw.get("levels", list(Level))),
        raw.get("ask"),
        raw.get("along"),
    )
