"""The causal map: its nodes, the links between them, chains along them, and loops."""

from collections.abc import Callable, Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Annotated, Literal, get_args

import msgspec
from msgspec import Meta

from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty, references
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_as
from framtid.pathways.levers import levers
from framtid.projection.parameters import AGES

FILE = PARAMETERS / "causes.yml"
LOOP = 4
"""Nodes of the longest loop that is told; longer ones are hard to follow."""
OWN = "egen-vurdering"
Kind = Literal["development", "challenge", "barrier", "area"]
KINDS: tuple[Kind, ...] = get_args(Kind)
"""The columns of the map, from the left."""
Unit = Literal["percent", "ratio", "share"]
Sign = Literal["more", "less"]
Against = Literal["zero", "now", "nothing"]
Remover = Literal["council", "state", "employers", "inhabitants"]


class Measure(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """What a place is told by; the file explains each field."""

    when: Literal["horizon", "change"]
    heavier: Literal["up", "down"]
    unit: Unit
    step: Annotated[float, Meta(gt=0)]
    against: Against = "zero"
    indicator: str = ""
    over: str = ""
    ages: tuple[int, int] | None = None

    def __post_init__(self) -> None:
        """Refuse an indicator that there is none of, and a measure of both or neither."""
        if bool(self.indicator) == bool(self.ages):
            message = "a measure has an indicator or ages"
            raise ValueError(message)
        for name in filter(None, (self.indicator, self.over)):
            if name not in INDICATORS:
                message = f"no indicator is called {name!r}"
                raise ValueError(message)
        if self.ages and not 0 <= self.ages[0] <= self.ages[1] < AGES:
            message = "ages run upwards from 0 to 105"
            raise ValueError(message)


class Node(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One thing that leads to others; its words stand at ``causes.nodes.<id>``."""

    kind: Kind
    row: Annotated[float, Meta(ge=0, le=10)]
    certainty: Certainty
    source: str
    measure: Measure | None = None
    levers: tuple[str, ...] = ()
    removes: tuple[Remover, ...] = ()
    """Who can take it away, where it is a barrier."""

    def __post_init__(self) -> None:
        """Refuse a source and a lever that there is none of, and a barrier nobody can remove."""
        if (self.kind == "barrier") != bool(self.removes):
            message = "a barrier says who can take it away, and nothing else does"
            raise ValueError(message)
        _known(self.source)
        unknown = set(self.levers) - set(levers())
        if unknown:
            message = f"no lever is called {min(unknown)!r}"
            raise ValueError(message)


class Link(msgspec.Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How one node leads to another; its sentence stands at ``causes.links.<from>.<to>``."""

    sign: Sign = "more"
    certainty: Certainty = Certainty.JUDGEMENT
    source: str = OWN

    def __post_init__(self) -> None:
        """Refuse a source that there is none of."""
        _known(self.source)


def _known(source: str) -> None:
    if source not in references():
        message = f"no source is called {source!r}"
        raise ValueError(message)


Pair = tuple[str, str]
"""The nodes a link goes from and to."""


class CausalMap(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The whole map, as the file has it."""

    nodes: dict[str, Node]
    links: dict[str, dict[str, Link]]

    def __post_init__(self) -> None:
        """Refuse a link to or from nowhere, and one from a node to itself."""
        for start, targets in self.links.items():
            for name in (start, *targets):
                if name not in self.nodes:
                    message = f"no node is called {name!r}"
                    raise ValueError(message)
            if start in targets:
                message = f"{start!r} leads to itself"
                raise ValueError(message)

    @property
    def pairs(self) -> Iterator[tuple[Pair, Link]]:
        """Every link with the nodes it goes from and to, in the order of the file."""
        for start, targets in self.links.items():
            for end, link in targets.items():
                yield (start, end), link

    def effects(self, name: str) -> Mapping[str, Link]:
        """Return what a node leads to."""
        return self.links.get(name, {})

    def causes(self, name: str) -> Mapping[str, Link]:
        """Return what leads to a node."""
        return {start: link for (start, end), link in self.pairs if end == name}

    def onward(self, name: str) -> dict[str, int]:
        """Return every node that one leads to in the end, and in how many steps."""
        return self._reached(name, self.effects)

    def behind(self, name: str) -> dict[str, int]:
        """Return every node that leads to one in the end, and in how many steps."""
        return self._reached(name, self.causes)

    def _reached(self, name: str, step: Callable[[str], Mapping[str, Link]]) -> dict[str, int]:
        reached, edge = {name: 0}, [name]
        while edge:
            here = edge.pop(0)
            for each in step(here):
                if each not in reached:
                    reached[each] = reached[here] + 1
                    edge.append(each)
        del reached[name]
        return reached

    def shortest(self, start: str, end: str) -> tuple[str, ...]:
        """Return the nodes on a shortest way from one to another, both included; () for none."""
        steps = self.behind(end) | {end: 0}
        if start not in steps:
            return ()
        way = [start]
        while way[-1] != end:
            way.append(min(self.effects(way[-1]), key=lambda each: steps.get(each, len(steps))))
        return tuple(way)

    def loops(self, longest: int = LOOP) -> list[tuple[str, ...]]:
        """Return every ring of at most so many nodes, each once, begun where the file is first."""
        order = {name: place for place, name in enumerate(self.nodes)}

        def rings(way: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
            for each in self.effects(way[-1]):
                if each == way[0]:
                    yield way
                elif len(way) < longest and each not in way and order[each] > order[way[0]]:
                    yield from rings((*way, each))

        found = (ring for name in self.nodes for ring in rings((name,)))
        return sorted(found, key=lambda ring: (len(ring), order[ring[0]]))

    def reinforces(self, ring: tuple[str, ...]) -> bool:
        """Return whether a loop drives itself on: an even number of its links weaken."""
        return sign_of((*ring, ring[0]), self) == "more"


def sign_of(way: tuple[str, ...], chart: CausalMap) -> Sign:
    """Return whether more at the beginning of a way gives more or less at its end."""
    less = sum(chart.links[start][end].sign == "less" for start, end in pairwise(way))
    return "less" if less % 2 else "more"


@lru_cache(maxsize=1)
def causal_map() -> CausalMap:
    """Return the map.

    Raises:
        msgspec.ValidationError: the file is not as it must be; the message says where.

    """
    return read_as(FILE, CausalMap)


def barriers() -> tuple[str, ...]:
    """Return every barrier of the map, in the order of the file."""
    return tuple(name for name, node in causal_map().nodes.items() if node.kind == "barrier")
