"""A story's steps as they come out for a place, and what can be seen of them there."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import TemplateError

from framtid.errors import FramtidError
from framtid.language import Language
from framtid.language.numbers import rounded
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import places
from framtid.stories.kinds_told import Teller, spoken
from framtid.stories.prose import plain
from framtid.stories.prose_values import prose_values
from framtid.stories.story import Step, Story
from framtid.stories.tell import shown
from framtid.views.model import View

FAULTS = (
    TemplateError,
    ArithmeticError,
    AttributeError,
    FramtidError,
    LookupError,
    TypeError,
    ValueError,
)
"""What a text may end in that asks for what is not there."""
SLIPS = re.compile(r"  | [.,:](?!\d)|\bnull\b|\bnan\b|\bNone\b(?! of\b)|én flere|[{}]|<[a-z/]")
"""Traces of a gap in a sentence, of nothing where a figure should be, and of code."""
FIGURE = re.compile(r"\d[\d\u00a0]*(?:,\d+)?")
YEAR = re.compile(r"^(?:19|20)\d\d$")

ROUGHLY = re.compile(
    r"\b(?:om lag|rundt|omtrent|cirka|about|around|roughly) (\d+(?:[\u00a0,]\d{3})*)(?![\d,.]\d)",
    re.IGNORECASE,
)
"""Words that say a count is rounded, with the count."""
WORDS_AND_DIGITS = 100
"""Counts from which on rounding can be seen: smaller ones are told as they are."""


@dataclass(frozen=True)
class Told:
    """A step as a reader of one place meets it."""

    step: Step
    code: str
    heading: str
    text: str
    """Markdown with its figures in."""
    view: View
    frame: str

    @property
    def plain(self) -> str:
        """Heading and prose without marks, each paragraph a line."""
        return f"{self.heading}\n{plain(self.text)}"

    @property
    def finding(self) -> str:
        """The title of the figure as the step shows it."""
        return next((each.title for each in self.view.frames if each.id == self.frame), "")

    @property
    def alternative(self) -> str:
        """What the figure says to those who do not see it."""
        return next((each.alt for each in self.view.frames if each.id == self.frame), "")


@dataclass(frozen=True)
class Failed:
    """A step that cannot be told for a place, and why."""

    step: Step
    code: str
    reason: str


def told(
    story: Story, code: str, language: Language, pathway: Pathway | None = None
) -> Iterator[Told | Failed]:
    """Yield the steps of a story for a place, along a pathway where one is chosen.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    outlook = outlook_of(code)
    values = prose_values(outlook, pathway, language)
    for step in story.steps:
        if outlook.place.level in step.levels:
            try:
                yield _told(story, step, code, language, pathway, values)
            except FAULTS as error:
                yield Failed(step, code, f"{type(error).__name__}: {error}")


def _told(
    story: Story,
    step: Step,
    code: str,
    language: Language,
    pathway: Pathway | None,
    values: Mapping[str, Any],
) -> Told:
    teller = Teller(outlook_of(code), pathway, story.prose(language.code), language, values)
    heading, text = teller.fill(step.id)
    text = "\n\n".join(filter(None, (text, spoken(step.id, step.kind, teller))))
    view, frame = shown(step, places().get(code), pathway, language)
    return Told(step, code, heading, text, view, frame)


def slips(text: str) -> list[str]:
    """Return what looks like a gap in a text as a reader meets it, with a few letters around."""
    found = [text[max(0, each.start() - 20) : each.end() + 20] for each in SLIPS.finditer(text)]
    return [*found, *too_exact(text)]


def too_exact(text: str) -> list[str]:
    """Return what is called rough and is told to the last one: «om lag 15 007»."""
    return [
        each[0]
        for each in ROUGHLY.finditer(text.replace("&nbsp;", "\u00a0"))
        if (value := float(re.sub(r"\D", "", each[1]))) >= WORDS_AND_DIGITS
        and rounded(value) != value
    ]


def figures(text: str) -> set[str]:
    """Return the numbers of a text but for years, as they are written."""
    return {each for each in FIGURE.findall(text) if not YEAR.match(each)}


def untold(each: Told) -> set[str]:
    """Return the figures of a step's figure title that its text lacks.

    What the finding is held against (after «, mot») may be told as a difference.
    """
    return figures(each.finding.split(", mot")[0]) - figures(each.plain)
