"""Which edition of the official figures is in force, for the process and for one page.

A page, an answer or a run of the script is pinned to one edition from its first line to its last,
so that a refresh in the middle of it changes nothing there. What is computed from an edition is
kept with :func:`framtid.statistics.keeping.kept`.
"""

import logging
import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from threading import Lock

from framtid.errors import SnapshotError, UnknownEditionError
from framtid.statistics.store import Store
from framtid.statistics.tables import Snapshot, read_snapshot

__all__ = [
    "DATA",
    "Snapshot",
    "edition",
    "notice",
    "pinned",
    "read_snapshot",
    "snapshot",
    "store",
]

DATA = Path(__file__).parents[2] / "data"
"""The committed figures, the first edition of all."""

log = logging.getLogger(__name__)
_pinned: ContextVar[Snapshot | None] = ContextVar("edition", default=None)
_in_force: list[Snapshot] = []
_changing = Lock()


def store() -> Store:
    """Return the store of refreshed editions: ``FRAMTID_DATA``, or a folder git does not keep."""
    return Store(Path(os.environ.get("FRAMTID_DATA") or DATA.parent / "var" / "editions"))


@lru_cache(maxsize=1)
def _committed() -> Snapshot:
    return read_snapshot(DATA)


@lru_cache(maxsize=4)
def _stored(kept: Store, name: str) -> Snapshot:
    return kept.snapshot(name)


def edition(name: str) -> Snapshot:
    """Return an edition that is kept; raise UnknownEditionError where none has that name."""
    try:
        return _stored(store(), name)
    except UnknownEditionError:
        if name != _committed().edition:
            raise
        return _committed()


@lru_cache(maxsize=64)
def _warn_once(why: str) -> None:
    """Tell why an edition is not used; it is looked at every few seconds, and told once."""
    log.warning("%s", why)


def _newest() -> Snapshot:
    """Return the edition that the store points at, or the committed one where it will not do."""
    committed = _committed()
    name = store().current()
    if name is None:
        return committed
    try:
        found = edition(name)
        found.verify()
    except (SnapshotError, UnknownEditionError) as error:
        _warn_once(f"edition {name} is left alone: {error}")
        return committed
    if lacking := committed.catalogue.entries.keys() - found.catalogue.entries.keys():
        # An older program made it; the next refresh will bring what this one needs.
        _warn_once(f"edition {name} lacks {', '.join(sorted(lacking))} and is left alone")
        return committed
    if committed.catalogue.updated > found.catalogue.updated:
        _warn_once(f"edition {name} is older than the committed one and is left alone")
        return committed
    return found


def snapshot() -> Snapshot:
    """Return the official figures in force: this page's edition, or else the process's."""
    if (chosen := _pinned.get()) is not None:
        return chosen
    if not _in_force:
        with _changing:
            if not _in_force:
                _in_force.append(_newest())
    return _in_force[0]


def notice(prepare: Callable[[], object] = lambda: None) -> bool:
    """Take a new edition into use, and say whether there was one.

    Args:
        prepare: what is computed of the new edition before anyone sees it.

    """
    if store().current() in {None, snapshot().edition}:
        return False
    with _changing:
        found = _newest()
        if found.edition == _in_force[0].edition:
            return False
        with pinned(found):
            prepare()
        _in_force[0] = found
    log.info("edition %s is in force", found.edition)
    return True


@contextmanager
def pinned(chosen: Snapshot | None = None) -> Iterator[Snapshot]:
    """Hold to one edition inside the block: ``chosen``, or the one in force as it begins."""
    held = chosen or snapshot()
    token = _pinned.set(held)
    try:
        yield held
    finally:
        _pinned.reset(token)
