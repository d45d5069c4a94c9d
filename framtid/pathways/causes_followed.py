"""A node of the causal map followed all the way: what lies behind, what it leads to, and rings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from framtid.pathways.causes import CausalMap, Link, Pair

Step = Callable[[str], Mapping[str, Link]]
State = Literal["", "chosen", "behind", "onward", "ring", "aside"]


@dataclass(frozen=True, slots=True)
class Followed:
    """The nodes on a node's chain, each with how many steps away it is.

    A chain goes on where one gives more of the next: nearly all of the map leads to all of it when
    what dampens is followed too. What dampens the node, or is dampened by it, is one step away; a
    node that only dampens is followed on through what it dampens.
    """

    name: str
    behind: dict[str, int]
    onward: dict[str, int]
    gives_it: frozenset[str]
    """Those behind that give more of it."""
    given: frozenset[str]
    """Those onward that it gives more of."""
    ring: tuple[str, ...]
    """Nodes of the rings it is part of, in the order of the map."""
    around: frozenset[Pair]
    """The links of those rings."""
    roots: tuple[str, ...]
    """Where the chain begins: nothing on the map gives more of them."""
    ends: tuple[str, ...]
    """Where it ends: they give more of nothing on the map."""

    def state(self, name: str) -> State:
        """Return what a node is to this one."""
        if name == self.name:
            return "chosen"
        if name in self.ring:
            return "ring"
        if name in self.behind:
            return "behind"
        return "onward" if name in self.onward else "aside"

    def step(self, name: str) -> str:
        """Return how a node is marked: steps back, steps on, or that it is in a ring."""
        match self.state(name):
            case "ring":
                return "↻"
            case "behind":
                return f"← {self.behind[name]}"
            case "onward":
                return f"→ {self.onward[name]}"
        return ""

    def thread(self, start: str, end: str, link: Link) -> State:
        """Return what a link is to this node: on a shortest way to or from it, or in its ring."""
        more = link.sign == "more"
        if (start, end) in self.around:
            return "ring"
        if end == self.name or (more and _follows(end, start, self.behind)):
            return "behind"
        if start == self.name or (more and _follows(start, end, self.onward)):
            return "onward"
        return "aside"


def _follows(near: str, far: str, steps: Mapping[str, int]) -> bool:
    return near in steps and steps.get(far) == steps[near] + 1


def followed(name: str, chart: CausalMap) -> Followed:
    """Return the whole chain of a node, both ways."""
    back, on = _reached([name], chart.causes), _reached([name], chart.effects)
    dampers, damped = _less(chart.causes(name)), _less(chart.effects(name))
    through = _reached(damped, chart.effects) if not on else {}
    around = _around(name, back.keys() & on.keys(), chart)
    ring = {each for pair in around for each in pair} - {name}
    return Followed(
        name=name,
        behind=dict.fromkeys(dampers, 1) | back,
        onward={each: 1 + steps for each, steps in through.items()} | dict.fromkeys(damped, 1) | on,
        gives_it=frozenset(back),
        given=frozenset(on),
        ring=tuple(each for each in chart.nodes if each in ring),
        around=around,
        roots=tuple(each for each in back if not _reached([each], chart.causes)),
        ends=tuple(each for each in on if not _reached([each], chart.effects)),
    )


def _less(beside: Mapping[str, Link]) -> list[str]:
    return [each for each, link in beside.items() if link.sign == "less"]


def _around(name: str, both: Iterable[str], chart: CausalMap) -> frozenset[Pair]:
    """Return the links of the rings that are told, and of what it both comes from and gives."""
    told = [ring for ring in chart.loops() if name in ring]
    within = {name, *both}
    pairs = {pair for ring in told for pair in zip(ring, (*ring[1:], ring[0]), strict=True)}
    return frozenset(pairs) | {
        pair for pair, link in chart.pairs if link.sign == "more" and within.issuperset(pair)
    }


def _reached(edge: Iterable[str], step: Step) -> dict[str, int]:
    """Return what is reached by links that give more, and in how many steps; not the first ones."""
    reached = dict.fromkeys(edge, 0)
    first, waiting = set(reached), list(reached)
    while waiting:
        here = waiting.pop(0)
        for each, link in step(here).items():
            if link.sign == "more" and each not in reached:
                reached[each] = reached[here] + 1
                waiting.append(each)
    return {each: steps for each, steps in reached.items() if each not in first}
