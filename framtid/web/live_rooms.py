"""The rooms of live debates that this process serves, opened when the first one asks."""

from functools import lru_cache
from pathlib import Path

from sqlalchemy import URL

from framtid.errors import FramtidError
from framtid.meeting import database
from framtid.meeting.errors import RoomsVersionError
from framtid.meeting.rooms import Rooms, faults_told


def rooms() -> Rooms:
    """Return the rooms of the database that is named, with its tables brought up to date.

    Raises:
        RoomsVersionError: the tables are of another version, and cannot be brought up to date.
        RoomsUnwritableError: the database is away.
        UnwritableError: the folder of the file cannot be made.

    """
    return _rooms(database.address())


@lru_cache(maxsize=4)
def _rooms(url: URL) -> Rooms:
    with faults_told():
        return Rooms(database.connect(url))


def problem() -> str:
    """Return what whoever runs the site must mend before a room can be opened, in English.

    A database that is away comes again by itself, and a site may be without rooms.
    """
    url = database.address()
    if url.get_backend_name() == "sqlite" and not Path(url.database or "").is_file():
        return ""  # nobody has opened a room yet
    from framtid.meeting.migrating import bring_up_to_date  # noqa: PLC0415 - heavy, once a process

    try:
        with faults_told():
            bring_up_to_date(_rooms(url).engine)
    except RoomsVersionError as error:
        return str(error)
    except FramtidError:
        return ""
    return ""
