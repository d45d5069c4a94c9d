"""A briefing: all that a councillor needs to know of a place and a path, in words and figures."""

import re
from dataclasses import dataclass

from framtid import addresses
from framtid.debate.markup import Block, blocks
from framtid.debate.motion import motion
from framtid.debate.objections import Objections, objections
from framtid.debate.questions import questions
from framtid.debate.references import references
from framtid.debate.situation import Compared, KeyFigure, compared, key_figures
from framtid.language import Language
from framtid.language.in_a_row import in_a_row
from framtid.pathways import descriptions
from framtid.pathways.called import called
from framtid.pathways.codec import encode
from framtid.pathways.outlook import Outlook
from framtid.pathways.own_told import say_own
from framtid.pathways.recounts import on_paper
from framtid.pathways.switches import Switches
from framtid.pathways.waiting import waiting
from framtid.pathways.waiting_told import WaitingText, say_waiting
from framtid.statistics.snapshot import snapshot
from framtid.stories.among_similar import told_among
from framtid.stories.news import told as news
from framtid.stories.path_facts import PathFacts
from framtid.stories.path_report import tell_path
from framtid.stories.plan_told import ToldPlan, tell_plan

MOST = 3
"""Sentences of what is particular in a place."""
SENTENCE = re.compile(r"[.!?](?=\s|$)")
"""Where a sentence ends."""


@dataclass(frozen=True)
class ChosenLever:
    """A lever that is moved: how far, what that asks of whom, and from when."""

    title: str
    words: str
    amount: str
    """How much the level is, in the lever's own unit; empty where it has none."""
    demands: str
    decides: str
    first: int


@dataclass(frozen=True)
class Part:
    """A heading and what stands below it."""

    heading: str
    blocks: tuple[Block, ...]

    @property
    def plain(self) -> tuple[str, ...]:
        """Its paragraphs as text."""
        return tuple(block.plain for block in self.blocks)


@dataclass(frozen=True)
class Briefing:
    """All of it; headings and labels that are the same everywhere stand at ``debate.brief``."""

    name: str
    path: str
    title: str
    lead: str
    edition: str
    address: str
    """Of the live page; without our own address it is from the root."""
    figures: tuple[KeyFigure, ...]
    special: tuple[str, ...]
    compared: Compared
    chosen: Part
    """What is told of the path as a whole, before its levers."""
    levers: tuple[ChosenLever, ...]
    near: Part
    """2030."""
    far: Part
    """2040."""
    uncertain: Part
    plan: ToldPlan
    waiting: WaitingText
    questions: tuple[str, ...]
    objections: Objections
    """Of the path, or where none is chosen of the one that is debated."""
    sources: tuple[str, ...]
    recount: str
    """When figures were last worked out anew: an older briefing may lie on the same table."""


def _levers(outlook: Outlook, language: Language) -> tuple[ChosenLever, ...]:
    weaker = language.say("debate.brief.levers.weaker")
    return tuple(
        ChosenLever(
            title=each["title"],
            words=each["chosen"]["words"],
            amount=each["chosen"]["value_label"] or "",
            demands=each["parts"]["demands"] if each["chosen"]["level"] > 0 else weaker,
            decides=in_a_row(each["decides"]),
            first=outlook.pathway.choice(each["id"]).begins,
        )
        for each in PathFacts(outlook, language).pulled
    )


def special(outlook: Outlook, language: Language) -> tuple[str, ...]:
    """Return what sets a place most apart from its like and what is news, in a few sentences."""
    new, apart = news(outlook.place.code, language), told_among(outlook, language)
    left, chosen = MOST, set[str]()
    for each in (*apart[:1], *new, *apart[1:]):
        if (long := len(SENTENCE.findall(each))) <= left:
            left -= long
            chosen.add(each)
    return tuple(each for each in (*new, *apart) if each in chosen)


def _chosen(outlook: Outlook, language: Language) -> str:
    """Return what is said of the path as a whole: its words, its note, and whom it counts on."""
    path = descriptions.path(outlook.pathway, outlook.place.code, language)
    quoted = f"> {path.note}" if path.note else None
    return "\n\n".join(filter(None, (path.text, quoted, path.counted)))


def briefing(outlook: Outlook, language: Language, switches: Switches, base: str = "") -> Briefing:
    """Gather the briefing of a place along a pathway.

    Args:
        outlook: the place along the path, under the switches.
        language: whose words.
        switches: where the switches stand.
        base: our own address, "https://example.no"; links to our pages need it on paper.

    """
    place, told = outlook.place, tell_path(outlook, language, switches)
    name, inside = language.name(place), language.inside(place)
    path = called(outlook.pathway, place.code, language)
    parts = {part.id: Part(part.heading, blocks(part.text, base)) for part in told.sections}
    dilemma = objections(motion(outlook), language)
    way, moved = encode(outlook.pathway), not outlook.pathway.is_default
    return Briefing(
        name=name,
        path=path,
        title=language.say("debate.brief.title", name=name),
        lead=" ".join(
            (
                language.say("debate.brief.lead", inside=inside, path=dilemma.path, moved=moved),
                *say_own(outlook.setting.own, language),
            )
        ),
        edition=snapshot().edition,
        address=base + addresses.page(addresses.TOLD, place.code, way, **switches.query),
        figures=key_figures(outlook, language),
        special=special(outlook, language),
        compared=compared(outlook, language),
        chosen=Part(
            language.say("debate.brief.headings.chosen", path=path),
            blocks(_chosen(outlook, language), base),
        ),
        levers=_levers(outlook, language),
        near=parts["i-2030"],
        far=parts["i-2040"],
        uncertain=parts["usikkert"],
        plan=tell_plan(outlook, language),
        waiting=say_waiting(waiting(outlook), language),
        questions=questions(outlook, language),
        objections=dilemma,
        sources=references(outlook, dilemma.dilemma, language),
        recount=on_paper(language),
    )
