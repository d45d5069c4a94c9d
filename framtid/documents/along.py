"""What comes along to a page that asks for something of its own: switches, and a path."""

from dataclasses import dataclass

from starlette.requests import Request

from framtid import addresses
from framtid.documents.serving import own_note, switches_of, way_of
from framtid.pathways.codec import LONGEST
from framtid.pathways.switches import OWN, Switches


@dataclass(frozen=True, slots=True)
class Along:
    """What is assumed, and a path that one comes with."""

    switches: Switches
    way: str
    note: str = ""
    """Why the own figures of the address are not used."""

    @classmethod
    def of(cls, request: Request) -> "Along":
        """Return what an address brings along."""
        return cls(switches_of(request), way_of(request)[:LONGEST], own_note(request))

    @property
    def query(self) -> dict[str, str]:
        """What an address says of it."""
        way = {addresses.PATH: self.way} if self.way else {}
        return way | self.switches.query

    @property
    def without_own(self) -> dict[str, str]:
        """What an address says of the switches beside the own figures."""
        return {name: value for name, value in self.switches.query.items() if name != OWN}
