"""The catalogue of the snapshot: where every figure comes from and how it is checked."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Source:
    """Who published a table, under which licence, when and where."""

    id: str
    """The publisher's table id, "07459", or our own name where it has none."""
    title: str
    publisher: str
    licence: str
    link: str
    date: str
    """ISO date of the figures (the publisher's update or the year's end it describes)."""
