"""What files are called when they are saved: after view, place and language, in plain letters."""

import re
import unicodedata

from framtid.embed.request import Asked
from framtid.places import places
from framtid.statistics.snapshot import snapshot

LETTERS = str.maketrans({"æ": "ae", "ø": "o", "å": "a", "đ": "d", "ŋ": "n", "ŧ": "t"})
"""Letters that do not come apart into a plain one and a mark."""


def plain(name: str) -> str:
    """Return a name in letters that every file system knows: "Nord-Fron" as "nord-fron"."""
    apart = unicodedata.normalize("NFKD", name.lower().translate(LETTERS))
    bare = "".join(each for each in apart if not unicodedata.combining(each))
    return "-".join(re.findall("[a-z0-9]+", bare))


def _named(code: str) -> tuple[str, str]:
    return plain(places().get(code).short), code


def file_name(asked: Asked) -> str:
    """Return what a file of a view is called, without its kind."""
    along = (asked.path, *asked.switches.query.values())
    return named_file(asked.view, asked.code, asked.language, *along, asked.edition)


def named_file(what: str, code: str, *more: str) -> str:
    """Return what a file of a place is called, without its kind; what is empty is left out."""
    return "-".join(("framtid", what, *_named(code), *filter(None, more)))


def pack_name(code: str, language: str) -> str:
    """Return what a press pack and the folder in it are called, with the day of the figures."""
    return "-".join(("framtid", *_named(code), language, snapshot().catalogue.updated[:10]))
