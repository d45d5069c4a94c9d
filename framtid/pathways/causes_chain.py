"""The chain of the causal map that a place feels most: from a development to what may help."""

from collections.abc import Mapping
from dataclasses import dataclass

from framtid.pathways.causes import CausalMap, Pair
from framtid.pathways.causes_measured import Measured


@dataclass(frozen=True, slots=True)
class Chain:
    """A development, what it leads to, the area that eases that, and the barrier in its way."""

    leads: tuple[str, ...]
    """From the development on to what an area eases."""
    area: str
    barrier: str
    """Empty where none stands in the way."""

    @property
    def leading(self) -> list[Pair]:
        """The links that lead on, in order."""
        return list(zip(self.leads, self.leads[1:], strict=False))

    @property
    def nodes(self) -> list[str]:
        """Every node of it, each once."""
        return list(dict.fromkeys([*self.leads, self.area, *filter(None, [self.barrier])]))


def heaviest(figures: Mapping[str, Measured], chart: CausalMap) -> Chain:
    """Return the chain whose development and challenge weigh most beside the nation.

    The first of the file goes first where several weigh as much. Every challenge that is measured
    is eased by an area, or leads on to what is (tested). A node whose figure goes the other way in
    the place begins no chain, and is led to by none, as long as another chain is left.
    """

    def weighs(pair: Pair) -> int:
        return sum(figures[name].weight for name in pair)

    starts = [
        pair
        for pair, link in chart.pairs
        if link.sign == "more"
        and set(pair) <= figures.keys()
        and [chart.nodes[name].kind for name in pair] == ["development", "challenge"]
    ]
    holding = [pair for pair in starts if not any(figures[name].contrary for name in pair)]
    start, challenge = max(holding or starts, key=weighs)
    eased = next(name for name in (challenge, *chart.onward(challenge)) if _areas(chart, name))
    area = _areas(chart, eased)[0]
    return Chain(
        leads=(start, *chart.shortest(challenge, eased)),
        area=area,
        barrier=next(iter(_barriers(chart, area)), ""),
    )


def _areas(chart: CausalMap, name: str) -> list[str]:
    return [
        start
        for start, link in chart.causes(name).items()
        if link.sign == "less" and chart.nodes[start].kind == "area"
    ]


def _barriers(chart: CausalMap, area: str) -> list[str]:
    return [
        start
        for start, link in chart.causes(area).items()
        if link.sign == "less" and chart.nodes[start].kind == "barrier"
    ]
