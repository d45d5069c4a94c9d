"""What a place feels most, told in three steps: what it means, why this, what dampens it."""

from dataclasses import dataclass

from framtid.language import Language, on_one_line
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.causes_told import chain_weight


@dataclass(frozen=True, slots=True)
class Felt:
    """The chain that is felt most, its parts named."""

    leads: list[str]
    """From the development to what an area eases."""
    area: str
    barrier: str
    """Empty where none stands in the way."""
    why: str


def felt(answer: CausesAnswer, language: Language) -> Felt:
    """Return the chain of a place by its parts, and why it is that one."""
    chain, titles = answer.chain, {each.id: each.title for each in answer.nodes}
    leads, rest = chain.nodes[: len(chain.leads) + 1], chain.nodes[len(chain.leads) + 1 :]
    area, barrier = (*rest, "")[:2]
    first, second = (titles[each] for each in leads[:2])
    why = on_one_line(
        language.say(
            f"causes.page.chain.why_{chain_weight(answer)}",
            first=first,
            second=second,
            inside=answer.place.inside,
        )
    )
    return Felt(leads, area, barrier, why)
