"""How long each file for a debate takes, for a place nobody has asked for and for one known."""

import sys
from time import perf_counter

from framtid.debate.files import EVERY, Asked, DebateFile
from framtid.language import language_of
from framtid.pathways.pathway import path
from framtid.pathways.switches import AS_USUAL

KNOWN, NEW = "3201", ("1151", "5610", "0301", "3209", "4651", "1824")
"""A place that is asked for first, so that the model is read, and one more for each file."""


def seconds(made: DebateFile, code: str) -> tuple[float, int]:
    """Return the seconds a file takes, and its bytes."""
    asked = Asked(code, path("lys-vei"), AS_USUAL, language_of("nb"), "https://2040.example.no")
    start = perf_counter()
    content = made.make(asked)
    return perf_counter() - start, len(content)


def main() -> None:
    """Print a line for each file: the first of a process, a new place, the same again."""
    for made, code in zip(EVERY, NEW, strict=True):
        first, size = seconds(made, KNOWN)
        new, again = seconds(made, code)[0], seconds(made, code)[0]
        sys.stdout.write(
            f"{made.id:14} first {first:5.2f} s  new place {new:5.2f} s  again {again:5.2f} s"
            f"  {size / 1024:4.0f} kB\n"
        )
