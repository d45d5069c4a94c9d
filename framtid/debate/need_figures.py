"""What the figures of a need are in people, man-years and kroner, beside the shares."""

from collections.abc import Iterator
from dataclasses import dataclass

from framtid.consequences.parameters import Reference, references
from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.pathways.causes import Measure, causal_map
from framtid.pathways.causes_answer import CausesAnswer, NodeFigure
from framtid.pathways.effects import Effect
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import Figures, told
from framtid.places.tongues import in_sami_area
from framtid.stories.place_facts import Facts

SAMI = "samisk-omraade"
"""What tells which municipalities are in the area for Sámi, in ``data/sources.yml``."""


@dataclass(frozen=True, slots=True)
class NeedFigure:
    """A figure as the causal map has it, and how many that is."""

    figure: NodeFigure
    counted: str
    """In brackets after the figure; empty where nothing can be counted."""


def need_figures(
    nodes: tuple[str, ...], answer: CausesAnswer, outlook: Outlook, language: Language
) -> Iterator[NeedFigure]:
    """Yield the figures of a need's nodes."""
    for each in answer.nodes:
        measure = causal_map().nodes[each.id].measure
        if each.id in nodes and each.figure and measure:
            yield NeedFigure(each.figure, _counted(measure, outlook, language))


def _counted(measure: Measure, outlook: Outlook, language: Language) -> str:
    if measure.when == "change":
        now, then = _change(measure, outlook)
        return language.say("needs.counted.change", now=now, then=then, more=float(then - now))
    if measure.over:
        part, whole = (
            told(outlook.official, indicator, HORIZON)["official"]
            for indicator in (measure.indicator, measure.over)
        )
        return language.say("needs.counted.part", part=part, whole=whole) if part > 0 else ""
    return ""


def _change(measure: Measure, outlook: Outlook) -> tuple[float, float]:
    """Return how many there are now and in 2040, as they are told."""
    if measure.ages:
        facts = Facts(outlook.official)
        return facts.people(facts.now, *measure.ages), facts.people(HORIZON, *measure.ages)
    figures = told(outlook.official, measure.indicator, HORIZON)
    return figures["now"], figures["official"]


def worth(effect: Effect) -> dict[str, float | Figures]:
    """Return what solving a need does: man-years, kroner for each and for all who live there."""
    gap, kroner = effect.gap, effect.balance["difference"]
    people = effect.people["path"]
    return {
        "gap": gap,
        "hands": gap["difference"],
        "kroner": kroner,
        "people": people,
        "kroner_all": float(f"{abs(kroner) * people:.2g}"),
    }


def sami_source(outlook: Outlook) -> list[Reference]:
    """Return the source of a place's standing in the area for Sámi; nothing for all others."""
    return [references()[SAMI]] if in_sami_area(outlook.place) else []
