"""What a link to a page becomes elsewhere: its card."""

from collections.abc import Mapping
from urllib.parse import urlencode

from framtid import addresses
from framtid.embed import oembed
from framtid.embed.oembed import Shared
from framtid.errors import FramtidError
from framtid.pathways.switches import NAMES

KEPT = (addresses.PLACE, addresses.STORY_ID, addresses.PATH, *NAMES)
"""What an address asks for that a link to it is about; the language comes along."""


def shared(at: str, asked: Mapping[str, str], ours: str) -> Shared | None:
    """Return what a link to a page becomes elsewhere; None for no view.

    Args:
        at: the page's address.
        asked: what the address asks for.
        ours: what our own host is called.

    """
    told = {name: asked.get(name, "") for name in KEPT}
    told = {name: value for name, value in told.items() if value} | addresses.carried()
    query = urlencode(told)
    try:
        return oembed.shared(f"{at}{query and '?'}{query}", ours)
    except FramtidError:
        return None
