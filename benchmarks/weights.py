"""What every frame weighs as it is sent, for the place where it weighs most of five."""

import gzip
import sys

from framtid.embed.frame.render import frame
from framtid.embed.request import read
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.views.registry import views

CODES = ("0", "ba-5", "0301", "3209", "5610")


def weight(name: str, code: str, spoken: str) -> int:
    """Return bytes of a frame, compressed as a web server does."""
    return len(gzip.compress(frame(read(name, code, {"lang": spoken})).encode(), 9))


def main() -> None:
    """Print the weight of each view's frame, the heaviest of places and languages."""
    for name, maker in views().items():
        fits = [code for code in CODES if places().get(code).level in maker.levels]
        most, code = max((weight(name, code, one), code) for code in fits for one in LANGUAGES)
        sys.stdout.write(f"  {name:16} {most / 1000:5.1f} kB  ({code})\n")
