"""Drafts to speak from: an interpellation, a question to the mayor and a motion."""

import re
from dataclasses import dataclass
from itertools import groupby

from framtid import addresses
from framtid.debate.markup import Block, blocks
from framtid.debate.motion import motion
from framtid.debate.objections import objections
from framtid.debate.questions import own_questions
from framtid.debate.references import references
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.adding_up import apart
from framtid.pathways.called import called
from framtid.pathways.codec import encode
from framtid.pathways.economic_plan import SMALLEST, economic_plan
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.pathways.recounts import on_paper
from framtid.pathways.switches import Switches
from framtid.pathways.waiting import waiting
from framtid.pathways.waiting_told import say_waiting
from framtid.statistics.snapshot import snapshot
from framtid.stories import prose
from framtid.stories.path_facts import PathFacts
from framtid.stories.path_report import TITLE
from framtid.stories.place_facts import Facts
from framtid.stories.plan_told import say_sums, tell_plan
from framtid.stories.reach import aside, waited_aside

AIR = re.compile(r"\n{3,}")
ASKED = 3
"""How many questions an interpellation asks."""
WHO = ("council", "leader", "leader_view", "administration")
"""Who is spoken of, by the level of the place."""


@dataclass(frozen=True)
class DraftPart:
    """One draft, or what goes with them."""

    id: str
    heading: str
    blocks: tuple[Block, ...]

    @property
    def rows(self) -> list[tuple[str, list[Block]]]:
        """Its blocks in the order they stand, those of a kind after each other together."""
        return [(kind, list(row)) for kind, row in groupby(self.blocks, key=lambda each: each.kind)]


@dataclass(frozen=True)
class Draft:
    """All drafts of a place and a path, marked as what they are."""

    mark: str
    title: str
    lead: str
    parts: tuple[DraftPart, ...]

    @property
    def plain(self) -> str:
        """All of it as text without marks, each draft marked."""
        told = [f"{self.mark.upper()}: {self.title}", self.lead]
        for part in self.parts:
            told.append(f"{self.mark.upper()}: {part.heading}")
            told.append(AIR.sub("\n\n", "\n".join(_lines(part.blocks)).strip()))
        return "\n\n".join(told) + "\n"


def _lines(told: tuple[Block, ...]) -> list[str]:
    """Return blocks as lines: dashes before items, numbers before points, air around the rest."""
    lines, number = [], 0
    for block in told:
        number = number + 1 if block.kind == "point" else 0
        marks = {"item": f"– {block.plain}", "point": f"{number}. {block.plain}"}
        lines.append(marks.get(block.kind, f"\n{block.plain}\n"))
    return lines


def _costs(path: PathFacts) -> bool:
    """Return whether who speaks for the path asks for money to get hands: said as a wish."""
    spent = economic_plan(path.outlook).at("accumulated", HORIZON) < -SMALLEST
    return spent and path.told("gap")["difference"] < 0


def draft(outlook: Outlook, language: Language, switches: Switches, base: str = "") -> Draft:
    """Write the drafts of a place along a path; along the first of ours where none is chosen.

    Args:
        outlook: the place along the path, under the switches.
        language: whose words.
        switches: where the switches stand.
        base: our own address.

    """
    moved, place = motion(outlook), outlook.place
    way, question = encode(moved.pathway), objections(moved, language)
    path, price = PathFacts(moved, language), waiting(moved)
    aged = Facts(moved.official).before_after("aged", 80)
    values = {
        "path": path,
        "apart": apart(moved, language, ("gap",)),
        "title": called(moved.pathway, place.code, language),
        "replaced": outlook.pathway.is_default,
        "name": language.name(place),
        "inside": language.inside(place),
        "reach": aside("gap", PathFacts(moved.official, language)),
        "old": aged[1],
        "old_now": aged[0],
        "begins": {each.lever: each.begins for each in moved.pathway.choices},
        "questions": own_questions(moved, language)[:ASKED],
        "costs": _costs(path),
        "waiting": say_waiting(price, language),
        "waited": waited_aside(moved, language),
        "two": price.more("unfilled", 2),
        "plan": tell_plan(moved, language),
        "sum": say_sums(moved, language),
        "objections": question,
        "sources": references(moved, question.dilemma, language),
        "edition": snapshot().edition,
        "recount": on_paper(language),
        "address": base + addresses.page(addresses.TOLD, place.code, way, **switches.query),
        **{who: language.say(f"debate.draft.{who}.{place.level.value}") for who in WHO},
    }
    written = prose.read(language.prose("debate_draft"))
    filled = {part: written.fill(part, language, **values) for part in written.parts}
    title, lead = filled.pop(TITLE)
    lead = " ".join((lead, *say_own(outlook.setting.own, language)))
    parts = tuple(DraftPart(id_, head, blocks(text, base)) for id_, (head, text) in filled.items())
    return Draft(language.say("debate.draft.mark"), title, lead, parts)
