"""A share that is known from elsewhere, as people of a hundred: who got in, who works full time."""

from dataclasses import replace

from framtid.consequences.evidence import Evidence, evidence
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.pathways.youth import YOUTHS
from framtid.places import Level
from framtid.statistics.catalogue import Source
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Single
from framtid.views.model import Figure, View
from framtid.views.registry import view
from framtid.views.young import LOW, TOP
from framtid.views.youth import COLUMNS, ROW, TALL

FACTS: dict[str, tuple[str, str | None]] = {
    "shifts": ("full_time_shifts", None),
    "sick": ("sick_leave", None),
    "men": ("men_in_care", None),
    "school": ("upper_secondary", None),
    "place": ("apprentices_placed", None),
    "job": ("supported_at_work", "supported_else"),
}
"""By state: the share it shows, and the part of that which there is in any case, if any is."""
YOUNG = {"school", "place", "job"}
"""States of young people; the others are of those who work."""
KEY = (-2.2, -3.9, -5.6)
"""Where the lines of the key stand."""
LOOKS = {"in": (style.MINE, False), "usual": (style.AGES[0], False), "out": (style.MUTED, True)}
"""Those who are counted, those of them who are in any case, and those who are not."""


def hundredth(fact: Evidence) -> int:
    """Return how many of a hundred a share is."""
    return nearest(YOUTHS * (fact.value or 0))


def _groups(state: str) -> dict[str, int]:
    """Return how many of the hundred are of each group, in the order they stand."""
    name, usual = FACTS[state]
    got = hundredth(evidence()[name])
    without = hundredth(evidence()[usual]) if usual else 0
    return {"usual": without, "in": got - without, "out": YOUTHS - got}


def _figure(state: str, words: Words) -> Figure:
    last = YOUTHS // COLUMNS - 1
    every = scene.in_rows(YOUTHS, COLUMNS, ROW, last)
    shape = "youth" if state in YOUNG else "working"
    traces, entries, at = [], [], 0
    for name, number in _groups(state).items():
        color, hollow = LOOKS[name]
        ids = [str(one) for one in range(at, at + number)]
        traces.append(
            scene.stand(every[at : at + number], shape, color, TALL, ids=ids, hollow=hollow)
        )
        at += number
        if not number:  # The state has a trace of them all the same, as every other has.
            continue
        told = words.language.say(f"views.of_hundred.key.{state}.{name}", n=number)
        entries.append((told, shape, color, hollow))
    traces.append(scene.key(entries, [(0.0, y) for y in KEY[: len(entries)]]))
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (LOW + KEY[2] - KEY[0], TOP)
    return style.figure(traces, scene.layout("of_hundred", "0", across, up, traces))


def source(fact: Evidence) -> Source:
    """Return where a fact is known from, as a view's source."""
    told = fact.sources[0]
    return Source(fact.name, told.title, told.publisher, "", told.link, f"{fact.year}-12-31")


@view("of_hundred", order=121, levels=frozenset({Level.NATION}), told=True)
def of_hundred(outlook: Outlook, language: Language) -> View:
    """How many of a hundred work whole weeks, are ill, are men, got an apprenticeship or a job."""
    facts = {name: evidence()[name] for pair in FACTS.values() for name in pair if name}
    told = {name: hundredth(fact) for name, fact in facts.items()}
    words = Words(language, "of_hundred", outlook, **told)
    claims = [
        Single(name, outlook.place.code, fact.year or 0, told[name], ours=False)
        for name, fact in facts.items()
    ]
    made = words.view(
        [words.frame(state, _figure(state, words)) for state in FACTS],
        [("what", None), ("year", None), ("hundred", 0)],
        [(words.say(f"rows.{name}"), fact.year, told[name]) for name, fact in facts.items()],
        (),
        claims,
    )
    sources: dict[str, Source] = {}
    for each in map(source, facts.values()):
        sources.setdefault(each.link, each)  # Two shares of one publication are one source.
    return replace(made, sources=tuple(sources.values()))
