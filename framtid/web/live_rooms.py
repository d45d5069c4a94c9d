"""The rooms of live debates that this process serves, opened when the first one asks."""

from functools import lru_cache

from sqlalchemy import URL

from framtid.meeting import database
from framtid.meeting.rooms import Rooms


def rooms() -> Rooms:
    """Return the rooms of the database that is named."""
    return _rooms(database.address())


@lru_cache(maxsize=4)
def _rooms(url: URL) -> Rooms:
    return Rooms(database.connect(url))
