"""What an author writes: a story's order of steps and its prose, read from ``stories/``."""

from collections.abc import Container
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args

from framtid.errors import UnknownStoryError
from framtid.language.texts import DEFAULT
from framtid.parameter_files import read_yaml
from framtid.places import Level
from framtid.stories import prose
from framtid.stories.kinds import Kind, part_of
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
    path: str | None = None
    """The named path that it is drawn along while the reader has chosen nothing else."""
    kind: Kind | None = None
    """What it has beside its prose and its figure."""
    ages: tuple[int, int] = (80, 105)
    """The first and the last age of those that a guess is about."""
    was: tuple[str, ...] = ()
    """Ids of steps of old that lead here."""

    @property
    def parts(self) -> tuple[str, ...]:
        """The ids of its parts of the prose."""
        return tuple(filter(None, (self.id, part_of(self.id, self.kind))))


@dataclass(frozen=True)
class Story:
    """A story's order of steps and what it lets one choose; its prose is read per language."""

    id: str
    steps: tuple[Step, ...]
    folder: Path
    paths: tuple[str, ...]
    """Named paths to choose between."""
    levers: tuple[str, ...]
    result: bool
    """Whether what the levers come to in hands and kroner stands beside them."""
    """Levers to pull on the way."""

    def card(self, level: Level) -> str | None:
        """Return the view that stands for it at a level: the first that it shows there."""
        told = (step.view for step in self.steps if level in step.levels)
        return next((name for name in told if level in views()[name].levels), None)

    def was(self, told: Container[str]) -> dict[str, str]:
        """Return where steps of old lead: the step that says so, or the next one that is told.

        ``told`` are the ids of the steps that a place has.
        """
        order = [step.id for step in self.steps]
        leads: dict[str, str] = {}
        for at, step in enumerate(self.steps):
            nearest = [*order[at:], *reversed(order[:at])]
            goal = next((name for name in nearest if name in told), None)
            leads |= {old: goal for old in (*step.was, step.id) if goal and old != goal}
        return leads

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
    raw = read_yaml(file)
    steps = tuple(_step(act["id"], step) for act in raw["acts"] for step in act["steps"])
    offered = raw.get("choice", {})
    return Story(
        file.parent.name,
        steps,
        file.parent,
        tuple(offered.get("paths", ())),
        tuple(offered.get("levers", ())),
        bool(offered.get("result")),
    )


def _step(act: str, raw: dict[str, Any]) -> Step:
    kind = raw.get("kind")
    if kind not in {None, *get_args(Kind)}:
        message = f"{raw['id']}: no kind of step is called {kind!r}"
        raise ValueError(message)
    return Step(
        raw["id"],
        act,
        raw["view"],
        raw["frame"],
        raw.get("of", "mine"),
        frozenset(Level(name) for name in raw.get("levels", list(Level))),
        raw.get("ask"),
        raw.get("along"),
        raw.get("path"),
        kind,
        tuple(raw.get("ages", (80, 105))),
        tuple(raw.get("was", ())),
    )
