"""What an address of a step's frame asks for, read and checked before anything is computed."""

from collections.abc import Mapping
from dataclasses import dataclass

from framtid.embed.look.style import PLAIN, Style, read_style
from framtid.embed.request import named, read_language, read_pathway, wished_language, written
from framtid.pathways.codec import encode
from framtid.pathways.pathway import Pathway


@dataclass(frozen=True, slots=True)
class AskedStep:
    """One frame of a step: which, of which story, for which place, and how.

    A step has no states to choose a year among: what it tells follows from the path alone.
    """

    story: str
    step: str
    code: str
    language: str
    pathway: Pathway | None = None
    """The future that was chosen; None before any choice."""
    style: Style = PLAIN
    edition: str = ""
    """The edition whose figures it shows for ever; empty for the newest."""

    @property
    def query(self) -> dict[str, str]:
        """What its address says beyond step and place: only what is not the default."""
        told = {
            "lang": "" if self.language == wished_language({}) else self.language,
            "path": encode(self.pathway) if self.pathway else "",
        }
        return {name: value for name, value in told.items() if value} | self.style.query

    @property
    def address(self) -> str:
        """Its address on our host."""
        frozen = f"@{self.edition}" if self.edition else ""
        return written(f"{self.story}/{self.step}", f"{self.code}{frozen}", self.query)


def read_step(story: str, step: str, place: str, query: Mapping[str, str]) -> AskedStep:
    """Return what is asked for; raise as ``read`` does of a view's frame.

    Args:
        story: a story's folder.
        step: the id of a step.
        place: code of a place, with ``@`` and an edition where it is frozen.
        query: the parameters of the address; what is none of ours is left alone.

    """
    code, edition = named(place)
    pathway = read_pathway(query) if query.get("path") else None
    return AskedStep(story, step, code, read_language(query), pathway, read_style(query), edition)
