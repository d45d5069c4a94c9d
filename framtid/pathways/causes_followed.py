"""A node of the causal map followed all the way: what lies behind, what it leads to, and rings."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from typing import Literal

from framtid.pathways.causes import CausalMap, Link, Pair, Sign, causal_map, sign_of

Step = Callable[[str], Mapping[str, Link]]
Way = tuple[str, ...]
State = Literal["", "chosen", "behind", "onward", "ring", "aside"]
FAR = 3
"""Steps that a chain is followed where something on its way gives less."""


@dataclass(frozen=True, slots=True)
class Reached:
    """A node on another's chain: the shortest way between them, and what it comes to."""

    way: Way
    """From cause to effect, both included."""
    sign: Sign
    """Whether more where the way begins gives more or less where it ends: its links' product."""

    @property
    def steps(self) -> int:
        """How far it is."""
        return len(self.way) - 1


@dataclass(frozen=True, slots=True)
class Followed:
    """The nodes on a node's chain, each with the way there and what comes of it.

    A chain that only gives more is followed to its roots and its ends. Where something on the way
    gives less it turns, and is followed for ``FAR`` steps: further on it is nearly all of the map.
    """

    name: str
    behind: dict[str, Reached]
    onward: dict[str, Reached]
    ways_behind: frozenset[Pair]
    """The links of the ways behind."""
    ways_onward: frozenset[Pair]
    """The links of the ways onward."""
    ring: tuple[str, ...]
    """Nodes of the rings it is part of, in the order of the map."""
    around: frozenset[Pair]
    """The links of those rings."""
    roots: tuple[str, ...]
    """Where what only gives more begins: nothing on the map gives more of them."""
    ends: tuple[str, ...]
    """Where it ends: they give more of nothing on the map."""

    def state(self, name: str) -> State:
        """Return what a node is to this one; what is both behind and onward is where it is near."""
        if name == self.name:
            return "chosen"
        if name in self.ring:
            return "ring"
        back, on = self.behind.get(name), self.onward.get(name)
        if back and not (on and on.steps < back.steps):
            return "behind"
        return "onward" if on else "aside"

    def reached(self, name: str) -> Reached | None:
        """Return the way that a node is marked by; none for what is in a ring or no part of it."""
        side = {"behind": self.behind, "onward": self.onward}.get(self.state(name), {})
        return side.get(name)

    def step(self, name: str) -> str:
        """Return how a node is marked: steps back, steps on, or that it is in a ring."""
        if self.state(name) == "ring":
            return "↻"
        found = self.reached(name)
        arrow = "←" if self.state(name) == "behind" else "→"
        return f"{arrow} {found.steps}" if found else ""

    def gives_less(self, name: str) -> bool:
        """Return whether a marked node gives less of this one, or is given less of by it."""
        found = self.reached(name)
        return found is not None and found.sign == "less"

    def thread(self, start: str, end: str) -> State:
        """Return what a link is to this node: on the way to it or from it, or in its ring."""
        if (start, end) in self.around:
            return "ring"
        if (start, end) in self.ways_behind:
            return "behind"
        return "onward" if (start, end) in self.ways_onward else "aside"


def _links(ways: Iterable[Way]) -> frozenset[Pair]:
    return frozenset(pair for way in ways for pair in pairwise(way))


@lru_cache(maxsize=1)
def every_chain() -> dict[str, Followed]:
    """Return the chain of every node of the map."""
    return {name: followed(name, causal_map()) for name in causal_map().nodes}


def followed(name: str, chart: CausalMap) -> Followed:
    """Return the whole chain of a node, both ways."""
    back, on = _only_more(name, chart.causes), _only_more(name, chart.effects)
    around = _around(name, back.keys() & on.keys(), chart)
    ring = {each for pair in around for each in pair} - {name}
    behind, onward = back | _near(name, chart.causes), on | _near(name, chart.effects)
    behind = {far: way[::-1] for far, way in behind.items()}
    return Followed(
        name=name,
        behind={far: _told(way, chart) for far, way in behind.items()},
        onward={far: _told(way, chart) for far, way in onward.items()},
        ways_behind=_links(behind.values()),
        ways_onward=_links(onward.values()),
        ring=tuple(each for each in chart.nodes if each in ring),
        around=around,
        roots=tuple(each for each in back if not _only_more(each, chart.causes)),
        ends=tuple(each for each in on if not _only_more(each, chart.effects)),
    )


def _told(way: Way, chart: CausalMap) -> Reached:
    return Reached(way, sign_of(way, chart))


def _around(name: str, both: Iterable[str], chart: CausalMap) -> frozenset[Pair]:
    """Return the links of the rings that are told, and of what it both comes from and gives."""
    told = [ring for ring in chart.loops() if name in ring]
    within = {name, *both}
    pairs = {pair for ring in told for pair in zip(ring, (*ring[1:], ring[0]), strict=True)}
    return frozenset(pairs) | {
        pair for pair, link in chart.pairs if link.sign == "more" and within.issuperset(pair)
    }


def _near(name: str, step: Step) -> dict[str, Way]:
    """Return a shortest way to all that is at most ``FAR`` steps away."""
    return _ways(name, step, lambda way, _: len(way) <= FAR)


def _only_more(name: str, step: Step) -> dict[str, Way]:
    """Return a shortest way to what is reached by links that give more, one after another."""
    return _ways(name, step, lambda _, link: link.sign == "more")


def _ways(name: str, step: Step, goes: Callable[[Way, Link], bool]) -> dict[str, Way]:
    """Return the first way to each node that links lead to, as far as ``goes`` lets them."""
    ways: dict[str, Way] = {name: (name,)}
    waiting = [name]
    while waiting:
        way = ways[waiting.pop(0)]
        for each, link in step(way[-1]).items():
            if each not in ways and goes(way, link):
                ways[each] = (*way, each)
                waiting.append(each)
    del ways[name]
    return ways
