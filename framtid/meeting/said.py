"""What people write, made fit to keep: bounded, and without what no keyboard writes."""

import unicodedata


def plain(text: str, most: int) -> str:
    """Return a text with plain line breaks and no control characters, at most so long.

    Marks that turn the way a line is read are left out too: they could make a text look like
    another.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n")
    kept = (each for each in lines if each == "\n" or not _controls(each))
    return "".join(kept).strip()[:most]


def _controls(letter: str) -> bool:
    return unicodedata.category(letter) in {"Cc", "Cs"} or _turns(letter) or _none(ord(letter))


def _turns(letter: str) -> bool:
    return unicodedata.bidirectional(letter) in {
        *("LRE", "RLE", "LRO", "RLO", "PDF"),
        *("LRI", "RLI", "FSI", "PDI"),
    }


def _none(number: int) -> bool:
    """Whether Unicode keeps a number for no letter, ever: no document may hold it."""
    return number & 0xFFFE == 0xFFFE or number in range(0xFDD0, 0xFDF0)
