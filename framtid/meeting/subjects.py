"""What a remark may be about: a step of a story, a lever, or a figure."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from framtid import addresses
from framtid.errors import UnknownOptionError
from framtid.language import Language
from framtid.pathways.levers import levers
from framtid.places import places
from framtid.statistics.keeping import kept
from framtid.stories import read_aloud, stories
from framtid.views.registry import views

Kind = Literal["step", "lever", "figure"]
WRITTEN: Mapping[Kind, str] = {"step": "steg", "lever": "spak", "figure": "figur"}
"""What each kind is called in an address."""


@dataclass(frozen=True, slots=True)
class Subject:
    """One thing that is told."""

    kind: Kind
    name: str
    """The id of a lever or of a view; of a step, with its story before it: ``"2040.kartet"``."""

    @property
    def code(self) -> str:
        """How it is written in an address: ``"steg.2040.kartet"``."""
        return f"{WRITTEN[self.kind]}.{self.name}"

    @property
    def story(self) -> str:
        """The id of its story, where it is a step."""
        return self.name.partition(".")[0]

    @property
    def step(self) -> str:
        """The id of the step in its story, where it is one."""
        return self.name.partition(".")[2]

    def address(self, place: str, way: str = "", **more: str) -> str:
        """Return where it is told, for a place and along a path where one is chosen."""
        if self.kind == "step":
            story = "" if self.story == addresses.DEFAULT_STORY else self.story
            told = addresses.page(
                addresses.STORY, place, way, **{addresses.STORY_ID: story}, **more
            )
            return f"{told}#{self.step}"
        if self.kind == "lever":
            return f"{addresses.page(addresses.CHOICE, place, way, **more)}#spak-{self.name}"
        if self.name in views() and views()[self.name].along:  # drawn where there is a path
            return addresses.page(addresses.CHOICE, place, way, **more)
        return f"{addresses.page(addresses.MUNICIPALITY, place, **more)}#{self.name}"


@lru_cache(maxsize=1)
def subjects() -> Mapping[str, Subject]:
    """Return all that a remark may be about, by its code: as it is told, the main story first."""
    order = sorted(stories(), key=lambda name: name != addresses.DEFAULT_STORY)
    steps = [f"{name}.{step.id}" for name in order for step in stories()[name].steps]
    every = [
        *(Subject("step", name) for name in steps),
        *(Subject("lever", name) for name in levers()),
        *(Subject("figure", name) for name in views()),
    ]
    return {subject.code: subject for subject in every}


def read(code: str) -> Subject:
    """Return the subject of a code that was kept, also where it is told no longer."""
    written, _, name = code.partition(".")
    kinds = {word: kind for kind, word in WRITTEN.items()}
    return subjects().get(code) or Subject(kinds.get(written, "step"), name)


def subject_of(code: str) -> Subject:
    """Return the subject of a code; raises UnknownOptionError where there is none."""
    known = subjects()
    if code not in known:
        raise UnknownOptionError("subject", code[:40], tuple(known)[:5])
    return known[code]


@kept(maxsize=2048)
def _headings(story: str, place: str, spoken: str) -> Mapping[str, str]:
    return {name: heading for name, (heading, _) in read_aloud(story, place, spoken).items()}


def title(subject: Subject, place: str, language: Language) -> str:
    """Return what a subject is called: of a step its heading as a place is told it."""
    if subject.code not in subjects():
        return subject.step or subject.name
    if subject.kind == "lever":
        return language.say(f"levers.{subject.name}.title")
    if subject.kind == "figure":
        return language.say(f"views.{subject.name}.name")
    for told in (place, places().nation.code):
        if heading := _headings(subject.story, told, language.code).get(subject.step):
            return heading
    return subject.step
