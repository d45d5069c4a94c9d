"""Where a frame leads on to, and what our own host is called."""

from urllib.parse import quote

from framtid import addresses
from framtid.embed.request import Asked
from framtid.language.sources import Cited

ENDPOINT = "/oembed"


def more(asked: Asked) -> str:
    """Return the page where the view stands among the others of its place, or its path is."""
    told = asked.switches.query
    if asked.path or told:
        page = addresses.page(addresses.CHOICE, asked.code, asked.path, **told)
        return addresses.host() + page
    page = addresses.page(addresses.MUNICIPALITY, asked.code)
    return f"{addresses.host()}{page}#{quote(asked.view)}"


def discovery(address: str) -> str:
    """Return where those who are given a frame's address learn what it becomes (oEmbed)."""
    host = addresses.host()
    return f"{host}{ENDPOINT}?url={quote(host + address, safe='')}&format=json"


def find() -> str:
    """Return the page where one finds a place of one's own."""
    return addresses.host() + addresses.page(addresses.MUNICIPALITY)


def source(cited: Cited) -> tuple[str, str]:
    """Return address and name of a source; what we computed ourselves is told of by us."""
    own = cited.link.startswith("/")
    return (addresses.host() if own else "") + cited.link, cited.label
