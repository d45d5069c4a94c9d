"""What the kinds of step are made of for a place: parts of prose, and a few figures."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways import descriptions
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import Pathway, named
from framtid.projection.uncertainty.bands import bands
from framtid.stories import kinds
from framtid.stories.examples import example
from framtid.stories.path_facts import PathFacts
from framtid.stories.prose import Prose, html

ENDS = {"dark": "mork-vei", "light": "lys-vei"}
"""The futures that are told side by side before any choice."""
HOUR = re.compile(
    r"^- (?P<at>\d\d[.:]\d\d)(?: \[(?P<drawing>[a-z]+\d*)\])? (?P<text>.+)$", re.MULTILINE
)
DRAWN = re.compile(r"^\[(?P<drawing>[a-z]+\d*)\]$", re.M)
MARKS = re.compile(r"(?<=^- )\d\d[.:]\d\d |\[[a-z]+\d*\](?!\()", re.M)
"""What is for the page and not for the ear: times of the day, and names of drawings."""
SINCE = 2000
"""The first year of the curve that a guess goes on from."""


@dataclass(frozen=True)
class Teller:
    """What a story is told of: a place, perhaps along a path, in the prose of one language."""

    outlook: Outlook
    pathway: Pathway | None
    prose: Prose
    language: Language
    values: Mapping[str, Any]

    def fill(self, part: str, **more: object) -> tuple[str, str]:
        """Return heading and text of a part, with more for it to speak of."""
        return self.prose.fill(part, self.language, **{**self.values, **more})

    def versions(self, part: str) -> Iterator[tuple[kinds.Tone, str, str, str]]:
        """Yield tone, name, heading and text of a part for each future that is told.

        In the part ``way`` is that future, a ``PathFacts``.
        """
        if self.pathway is not None:
            futures: dict[kinds.Tone, Pathway] = {_tone(self.pathway): self.pathway}
        else:
            futures = {"dark": named()[ENDS["dark"]], "light": named()[ENDS["light"]]}
        along = {pathway: self.outlook.along(pathway) for pathway in futures.values()}
        for tone, pathway in futures.items():
            others = tuple(each for one, each in along.items() if one != pathway)
            facts = PathFacts(along[pathway], self.language, others=others)
            title = descriptions.path(pathway, self.outlook.place.code, self.language).title
            yield tone, title, *self.fill(part, way=facts)


def _tone(pathway: Pathway) -> kinds.Tone:
    """Return how a path is shown: light where no lever is let down, dark where none is pulled."""
    levels = [level for _, level in pathway.levels]
    if not levels:
        return "plain"
    if min(levels) > 0:
        return "light"
    return "dark" if max(levels) < 0 else "plain"


def _guess(outlook: Outlook, ages: Sequence[int], said: str) -> kinds.Guess:
    first, last = ages
    low, high = bands(outlook.place.code).interval(f"{first}+", HORIZON)
    base = outlook.base_year
    return kinds.Guess(
        since=SINCE,
        history=[nearest(outlook.people(year, first, last)) for year in range(SINCE, base + 1)],
        future=[
            nearest(outlook.people(year, first, last)) for year in range(base + 1, HORIZON + 1)
        ],
        low=nearest(low),
        high=nearest(high),
        html=html(said),
    )


def _you(outlook: Outlook) -> kinds.You:
    """Return how many there are of each age, now and in 2040."""
    ages = range(outlook.population.shape[-1])
    here, later = (
        [nearest(outlook.people(year, age, age)) for age in ages]
        for year in (outlook.base_year, HORIZON)
    )
    return kinds.You(now=outlook.base_year, goal=HORIZON, here=here, later=later)


def hours(text: str) -> list[kinds.Hour]:
    """Return the moments of a day, which its author lists as ``- 07.15 [dor] It knocks``."""
    return [
        kinds.Hour(at=one["at"], drawing=one["drawing"] or "", html=html(one["text"]))
        for one in HOUR.finditer(text)
    ]


def _day(teller: Teller, part: str) -> kinds.Day:
    return kinds.Day(
        versions=[
            kinds.DayVersion(tone=tone, name=name, heading=heading, hours=hours(text))
            for tone, name, heading, text in teller.versions(part)
        ]
    )


def _front(teller: Teller, part: str) -> kinds.Front:
    say = teller.language.say
    named_path = teller.pathway is None or teller.pathway in named().values()
    return kinds.Front(
        paper=say("kinds.paper", inside=teller.values["inside"], level=teller.values["level"]),
        date=say("kinds.date"),
        versions=[
            kinds.FrontVersion(
                tone=tone,
                name=name if named_path else say("kinds.own"),
                heading=heading,
                drawing=((drawn := DRAWN.search(text)) and drawn["drawing"]) or "",
                html=html(DRAWN.sub("", text)),
            )
            for tone, name, heading, text in teller.versions(part)
        ],
    )


def spoken(step: str, kind: kinds.Kind | None, teller: Teller) -> str:
    """Return what a step's further part of prose says, in every version, as Markdown."""
    part = kinds.part_of(step, kind)
    if part is None:
        return ""
    if kind == "guess":
        return "\n\n".join(teller.fill(part))
    told = (f"{heading}\n\n{text}" for _, _, heading, text in teller.versions(part))
    return MARKS.sub("", "\n\n".join(told))


def kind_told(
    step: str, kind: kinds.Kind, ages: Sequence[int], of: Outlook, teller: Teller
) -> kinds.Told:
    """Return what a step of a kind has beside its prose.

    Args:
        step: its id.
        kind: which kind.
        ages: the first and the last age that are guessed at.
        of: the outlook of the place that its figure is of.
        teller: who tells.

    """
    part = kinds.part_of(step, kind) or step
    if kind == "guess":
        return _guess(of, ages, teller.fill(part)[1])
    if kind == "you":
        return _you(of)
    if kind == "day":
        return _day(teller, part)
    if kind == "front":
        return _front(teller, part)
    return example(teller.outlook, teller.language, teller.pathway)


def drawn(told: kinds.Told) -> set[str]:
    """Return the names of the drawings that a step shows."""
    if isinstance(told, kinds.Day):
        return {hour.drawing for one in told.versions for hour in one.hours} - {""}
    if isinstance(told, kinds.Front):
        return {one.drawing for one in told.versions} - {""}
    return set()
