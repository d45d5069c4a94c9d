"""What is left of a meeting: what it asked and answered, the path it chose, a draft decision.

Made of numbers alone, and for who leads the room of what was written: nobody is in it.
"""

from collections.abc import Iterable, Iterator
from typing import Any

from msgspec import field

from framtid import addresses
from framtid.answers import Model
from framtid.language import Language, on_one_line
from framtid.language.dates import day
from framtid.meeting.agenda import settings
from framtid.meeting.protocol_read import Said
from framtid.meeting.tally import ANSWERS, Tally, pathway
from framtid.meeting.written import Written
from framtid.pathways.codec import encode
from framtid.pathways.dilemmas import in_words
from framtid.pathways.outlook import outlook_of
from framtid.pathways.recounts import on_paper
from framtid.places import Place
from framtid.statistics.snapshot import snapshot
from framtid.stories import prose
from framtid.stories.path_report import tell_path

DECIDED = {True: "yes", False: "no", None: "none"}


class Asked(Model, frozen=True):
    """One question, and what the meeting said to it."""

    title: str
    question: str
    spread: str
    split: str
    """How it spread on hands and on phones, where both were counted."""
    decided: str
    groups: list[str]
    """How each group spread that enough have answered for."""


class Part(Model, frozen=True):
    """One part of the prose."""

    heading: str
    text: str


class Protocol(Model, frozen=True):
    """A protocol in words."""

    language: str
    mark: str
    """What kind of document it is."""
    title: str
    held: str
    headings: dict[str, str]
    groups_hint: str
    """Which groups are told of; empty where none is."""
    asked: list[Asked]
    path: list[Part]
    more: list[Part]
    """What the room did with the levers and the game of four councils, where it came to them."""
    draft: str
    link: str
    recount: str
    """When figures were last worked out anew, for who reads the protocol later."""
    footer: str
    written: list[Written] = field(default_factory=list)
    """What the phones wrote, where who leads the room asks for it."""

    @property
    def heading(self) -> str:
        """What it is called."""
        return f"{self.mark}: {self.title}"

    @property
    def plain(self) -> str:
        """All of it as text, to paste into a minute."""
        return "\n\n".join(_lines(self)) + "\n"


def _lines(told: Protocol) -> Iterator[str]:
    yield from (told.heading, told.held, told.headings["questions"].upper())
    for each in told.asked:
        yield f"{each.title}\n{each.question}\n{_spread(each)} {each.decided}"
        if each.groups:
            yield "\n".join((told.headings["groups"], *(f"– {line}" for line in each.groups)))
    if told.groups_hint:
        yield told.groups_hint
    yield from (told.headings["draft"].upper(), told.draft, told.link)
    yield told.headings["path"].upper()
    for part in told.path:
        yield f"{part.heading}\n{part.text}"
    for part in told.more:
        yield from (part.heading.upper(), part.text)
    if told.written:
        yield told.headings["written"].upper()
    for one in told.written:
        yield "\n".join((one.heading, *(f"– {text}" for text in one.texts)))
    yield from (told.recount, told.footer)


def _spread(each: Asked) -> str:
    return f"{each.spread} {each.split}".strip()


def chosen(said: Said) -> str:
    """Return the code of the path that a meeting chose."""
    return encode(pathway({name: tally.decided for name, tally in said.items()}))


def protocol(
    place: Place,
    length: int,
    said: Said,
    base: str,
    language: Language,
    joined: int = 0,
    hands: Said | None = None,
) -> Protocol:
    """Return the protocol of a meeting.

    Args:
        place: the municipality.
        length: minutes of the meeting.
        said: how it spread.
        base: our own address, that links begin with.
        language: that it is written in.
        joined: how many took part with a phone, nought where nobody was counted.
        hands: of how it spread, those who raised a hand.

    """

    def say(key: str, **values: object) -> str:
        return on_one_line(language.say(f"meeting.protocol.{key}", **values))

    inside = language.inside(place)
    way = pathway({name: tally.decided for name, tally in said.items()})
    page = tell_path(outlook_of(place.code, pathway=way), language)
    return Protocol(
        language=language.code,
        mark=say("mark"),
        title=say("title", inside=inside),
        held=held(place, length, language, joined),
        headings={name: say(name) for name in ("questions", "groups", "path", "written", "draft")},
        groups_hint=say("groups_hint", fewest=settings().fewest)
        if any(tally.groups for tally in said.values())
        else "",
        asked=[
            _asked(name, tally, language, (hands or {}).get(name)) for name, tally in said.items()
        ],
        path=[Part(part.heading, prose.plain(part.text, base).strip()) for part in page.sections],
        more=[],
        draft=_draft(said, say, language),
        link=say("link", address=base + addresses.page(addresses.TOLD, place.code, chosen(said))),
        recount=on_paper(language),
        footer=say("footer", name=language.name(place), edition=snapshot().edition),
    )


def held(place: Place, length: int, language: Language, joined: int = 0) -> str:
    """Return where and when a meeting was held, with room for what only who was there knows."""
    told = language.say(
        "meeting.protocol.held",
        length=length,
        date=day(snapshot().catalogue.updated, language),
        name=language.name(place),
        joined=joined,
    )
    return on_one_line(told)


def _asked(name: str, tally: Tally, language: Language, hands: Tally | None = None) -> Asked:
    words, spread = in_words(name, language), {each: getattr(tally, each) for each in ANSWERS}
    return Asked(
        title=words.title,
        question=words.question,
        spread=on_one_line(language.say("meeting.protocol.answer", **spread)),
        split=_split(tally, hands, language),
        decided=on_one_line(language.say(f"meeting.protocol.decided.{DECIDED[tally.decided]}")),
        groups=[
            f"{_role(role, language)}: {_answer(counts, language)}"
            for role, counts in tally.groups.items()
        ],
    )


def _role(role: str, language: Language) -> str:
    return language.say(f"meeting.roles.{role}.name")


def _answer(counts: Iterable[int], language: Language) -> str:
    told = dict(zip(ANSWERS, counts, strict=True))
    return on_one_line(language.say("meeting.protocol.answer", **told))


def _split(tally: Tally, hands: Tally | None, language: Language) -> str:
    """Return how many of each were hands and how many phones; nothing where one had all."""
    if hands is None:
        return ""
    raised = {each: getattr(hands, each) for each in ANSWERS}
    phones = {each: getattr(tally, each) - many for each, many in raised.items()}
    if min(phones.values()) < 0 or not any(phones.values()) or not any(raised.values()):
        return ""
    told = {
        kind: language.say("meeting.protocol.answer", **given).strip().rstrip(".")
        for kind, given in (("hands", raised), ("phones", phones))
    }
    return on_one_line(language.say("meeting.protocol.split", **told))


def _draft(said: Said, say: Any, language: Language) -> str:  # noqa: ANN401 - a text by its key
    wanted = [in_words(name, language).title for name, tally in said.items() if tally.decided]
    titles = "; ".join(f"«{title}»" if language.code != "en" else f"“{title}”" for title in wanted)
    draft: str = say("draft_text", titles=titles) if wanted else say("draft_nothing")
    return draft


def rows(said: Said, language: Language) -> Iterator[tuple[object, ...]]:
    """Yield what was asked and answered as rows: all who answered, and then group by group."""
    everybody = language.say("meeting.protocol.everybody")
    for name, tally in said.items():
        asked = _asked(name, tally, language)
        counts = (getattr(tally, each) for each in ANSWERS)
        yield asked.title, everybody, *counts, asked.decided
        for role, spread in tally.groups.items():
            yield asked.title, _role(role, language), *spread, ""


def columns(language: Language) -> tuple[str, ...]:
    """Return the names of those columns."""
    names = ("question", "group", *ANSWERS, "decided")
    return tuple(language.say(f"meeting.protocol.columns.{name}") for name in names)
