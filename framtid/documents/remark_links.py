"""Links beside what is told to where something is said of it, for who reads for a longer room."""

from collections.abc import Mapping
from dataclasses import dataclass

from framtid import addresses
from framtid.meeting.codes import LENGTH, read_code
from framtid.meeting.subjects import Kind, Subject

SUBJECT = "om"
"""The query parameter of what a remark is about."""


@dataclass(frozen=True, slots=True)
class RemarkLinks:
    """The room one reads for, with the place and the path that are read."""

    code: str
    place: str
    way: str

    @property
    def query(self) -> dict[str, str]:
        """What an address says of the room, so that it comes along when a path is chosen."""
        return {addresses.REMARKS_IN: self.code}

    def to(self, kind: Kind, name: str) -> str:
        """Return the form of the room, with a subject, the place and the path chosen."""
        subject = Subject(kind, name).code
        where = f"{addresses.CONSULTATION}/{self.code}"
        return addresses.page(where, self.place, self.way, **{SUBJECT: subject})

    def of_step(self, story: str, step: str) -> str:
        """Return the form for a step of a document; a gallery's steps are figures."""
        return self.to("step", f"{story}.{step}") if story != "gallery" else self.to("figure", step)


def remark_links(query: Mapping[str, str]) -> RemarkLinks | None:
    """Return the links of an address; None where it names no room, or what cannot be one."""
    typed = query.get(addresses.REMARKS_IN, "")
    if len(typed) != LENGTH or read_code(typed) != typed:
        return None
    place, way = query.get(addresses.PLACE, ""), query.get(addresses.PATH, "")
    return RemarkLinks(typed, place, way)
