"""What an answer about the causal map is made of."""

from framtid.answers import Id, Model, Text
from framtid.consequences.parameters import Certainty
from framtid.pathways.causes import Kind, Sign, Unit
from framtid.pathways.described import Publication
from framtid.places.answers import NamedPlace


class NodeFigure(Model, frozen=True):
    """What a place's own figures say of a node, beside the nation."""

    label: Text
    place: float
    """A share or a ratio, as the unit says."""
    nation: float
    unit: Unit
    place_said: Text
    nation_said: Text
    weight: int
    """How much heavier it weighs than in the nation: -2 to 2."""
    weight_said: Text
    contrary: bool
    """Whether the figure does not go the way that the node says; its title says so too."""


class Hanging(Model, frozen=True):
    """A lever or a dilemma that touches a node."""

    id: Id
    title: Text


class DescribedNode(Model, frozen=True):
    """A node of the map in words."""

    id: Id
    kind: Kind
    kind_label: Text
    title: Text
    text: Text
    certainty: Certainty
    certainty_label: Text
    source: Publication
    figure: NodeFigure | None
    """None where nobody counts it place by place."""
    removes: list[Text]
    """Who can take a barrier away; empty for what is none."""
    levers: list[Hanging]
    dilemmas: list[Hanging]
    """Those that the place meets."""
    projects: list[Hanging]
    """Those in the place and those of the whole country that touch it."""


class DescribedLink(Model, frozen=True):
    """How one node leads to another, in words."""

    start: Id
    end: Id
    sign: Sign
    text: Text
    certainty: Certainty
    certainty_label: Text
    source: Publication


class DescribedLoop(Model, frozen=True):
    """A ring of nodes that leads back to where it began."""

    nodes: list[Id]
    reinforces: bool
    """Whether it drives itself on, and not itself back."""
    text: Text


class DescribedChain(Model, frozen=True):
    """The way through the map that a place feels most: from a development to what may help."""

    nodes: list[Id]
    leads: list[Text]
    """What leads to what, sentence by sentence."""
    helps: Text
    """What the area of innovation does about it."""
    hinders: str
    """What stands in its way; empty where nothing does."""


class CausesAnswer(Model, frozen=True):
    """The causal map of a place: the answer of ``causes``."""

    edition: str
    language: str
    place: NamedPlace
    year: int
    nodes: list[DescribedNode]
    links: list[DescribedLink]
    loops: list[DescribedLoop]
    chain: DescribedChain
