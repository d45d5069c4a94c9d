"""How hard a text is to read, and how long it takes: the index LIX, and words a minute."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

FILE = PARAMETERS / "parameters" / "reading.yml"
WORD = re.compile(r"\d[\d\u00a0\u202f.,]*\d|\w[\w'’-]*")
END = re.compile(r"[.!?:]+(?=[\s»”\"')]|$)|\n+")


@lru_cache(maxsize=1)
def measures() -> Mapping[str, Any]:
    """Return reading speed and the limits of the index, each with its source."""
    read: dict[str, Any] = read_yaml(FILE)
    return read


@dataclass(frozen=True, slots=True)
class Readability:
    """What is counted of a text: lines and what ends with a full stop are sentences."""

    words: int
    long: int
    """Words of seven letters or more; a number has none."""
    sentences: int

    @property
    def lix(self) -> int:
        """Words in a sentence plus long words in a hundred (Björnsson); 0 without words."""
        if not self.words:
            return 0
        return round(self.words / self.sentences + 100 * self.long / self.words)

    @property
    def level(self) -> str:
        """How hard that is: "very_easy", "easy", "medium", "hard" or "very_hard"."""
        levels: dict[str, int] = measures()["lix"]["levels"]
        return next((name for name, upto in levels.items() if self.lix <= upto), "very_hard")

    @property
    def seconds(self) -> int:
        """How long it takes to read."""
        speed: int = measures()["speed"]["value"]
        return round(60 * self.words / speed)

    def __add__(self, other: "Readability") -> "Readability":
        """Return two texts as one."""
        return Readability(
            self.words + other.words, self.long + other.long, self.sentences + other.sentences
        )


def readability(text: str) -> Readability:
    """Return what is counted of a plain text."""
    words = WORD.findall(text)
    long = measures()["lix"]["long"]
    said = [part for part in END.split(text) if WORD.search(part)]
    return Readability(
        len(words), sum(sum(map(str.isalpha, word)) >= long for word in words), len(said)
    )
