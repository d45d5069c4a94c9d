"""The projection as a source among the others: our own calculation, on official figures."""

from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import Snapshot, snapshot

OWN = "egen beregning"
"""The id of everything that we computed ourselves; its name and address stand in the texts."""
PUBLISHER = "2040 begynner nå, på tall fra Statistisk sentralbyrå (SSB)"


def own(name: str, table: str, figures: Snapshot) -> Source:
    """Return a calculation of ours as a source; ``table`` is SSB's table that it rests on most.

    Its title is a name: what readers see of it stands under ``sources.own`` in their language.
    """
    link = f"https://www.ssb.no/statbank/table/{table}"
    return Source(OWN, name, PUBLISHER, "CC BY 4.0", link, figures.catalogue.updated)


def projected() -> Source:
    """Return the projection of municipalities and of what is summed from them."""
    return own("projection", "14746", snapshot())
