"""What is computed before the first visitor comes."""

import gc
import logging
from collections.abc import Callable
from functools import partial
from itertools import product

import pyarrow as pa

from framtid import addresses
from framtid.api import routes
from framtid.errors import SnapshotError
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import named
from framtid.places import places, search
from framtid.projection import ALTERNATIVES
from framtid.site.pages.front_map import shapes
from framtid.statistics.budget import hand_back
from framtid.statistics.laid_by import put_down
from framtid.web import assets

log = logging.getLogger(__name__)


def _first_story() -> None:
    routes.story_json(addresses.DEFAULT_STORY, places().nation.code)


def _search() -> None:
    """Fold every name once."""
    search(places().nation.name)


def warm() -> None:
    """Read the figures and pack the answers that every first visit asks for.

    A damaged table is told in the log, and by each page that it touches: the others stand.
    """
    for prepare in (_search, _first_story, shapes, assets.plotly):
        _try(prepare)
    _hand_back()


def warm_paths() -> None:
    """Count what the named paths do everywhere, while the first visitors read.

    The first who follows a path of their own would wait for it: their axes are as wide as these.
    """
    for name, pathway in product(ALTERNATIVES, named().values()):
        _try(partial(outlook_of, places().nation.code, name, pathway))
    _hand_back()


def _try(prepare: Callable[[], object]) -> None:
    try:
        prepare()
    except SnapshotError as error:
        log.error("%s", error)


def _hand_back() -> None:
    """Return to the system the room that computing took and what is kept does not need.

    What stays is not looked through again each time Python searches for what nobody holds.
    """
    gc.unfreeze()
    gc.collect()
    gc.freeze()
    put_down()
    pa.default_memory_pool().release_unused()
    hand_back()
