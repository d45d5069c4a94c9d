"""A chosen path told back as a page of prose under headings."""

from dataclasses import dataclass
from functools import partial

from framtid.consequences.parameters import parameters
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.adding_up import apart
from framtid.pathways.called import heading
from framtid.pathways.more_people import why_wider
from framtid.pathways.outlook import Outlook
from framtid.pathways.placement_told import jumped
from framtid.pathways.rounding import alone
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.pathways.switches import told as assumed
from framtid.pathways.waiting import waiting
from framtid.pathways.waiting_told import say_waiting
from framtid.stories import prose
from framtid.stories.path_facts import PathFacts

TITLE = "story"
"""The part that holds the page's title and description."""


@dataclass(frozen=True)
class Section:
    """One part of the page; the text is Markdown."""

    id: str
    heading: str
    text: str

    @property
    def html(self) -> str:
        """The text as HTML."""
        return prose.html(self.text)


@dataclass(frozen=True)
class Page:
    """A told path."""

    title: str
    description: str
    sections: tuple[Section, ...]

    @property
    def plain(self) -> str:
        """All of it as text without marks, to paste into a letter or a minute."""
        parts = (f"{part.heading.upper()}\n\n{prose.plain(part.text)}" for part in self.sections)
        return "\n\n".join([self.title, self.description, *parts]) + "\n"


def _grade(outlook: Outlook) -> dict[str, float]:
    """Return the pupils of a year group, each rounded by itself: no difference is told of them."""
    at = outlook.consequences.at
    years = {"now": outlook.base_year, "path": HORIZON}
    return {name: alone("pupils_per_grade", at("pupils_per_grade", y)) for name, y in years.items()}


def tell_path(outlook: Outlook, language: Language, switches: Switches = AS_USUAL) -> Page:
    """Tell a place's path: what is chosen, what it leads to, takes, leaves and rests on."""
    place, written = outlook.place, prose.read(language.prose("path_report"))
    values = {
        "titled": partial(heading, outlook.pathway, place.code, language),
        "path": PathFacts(outlook, language),
        "apart": partial(apart, outlook, language),
        "grade": _grade(outlook),
        "worked_in": parameters("workforce")["participation"].year,
        "outside_in": parameters("outside")["share"].year,
        "care_counted": outlook.local.need["care"].basis == "own",
        "jump": jumped(place, language),
        "name": language.name(place),
        "inside": language.inside(place),
        "code": place.code,
        "level": place.level.value,
        "now": outlook.base_year,
        "assumed": assumed(switches, language),
        "wider": why_wider(outlook, language),
        "waiting": say_waiting(waiting(outlook), language),
    }
    told = {part: written.fill(part, language, **values) for part in written.parts}
    title, description = told.pop(TITLE)
    return Page(title, description, tuple(Section(id_, *part) for id_, part in told.items()))
