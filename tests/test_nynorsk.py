"""Turns of phrase that jar in nynorsk, and stand nowhere in it."""

import re

from framtid.folders import TEXTS
from framtid.stories.prose import FOLDER

JARS = {
    "a course is kept with, not in": r"\bi dagens kurs\b",
    "«with the same» is at once": r"\båra? med det same\b",
    "a cleft with a comma": r"\bDet var då [^.]{3,60}, at\b",
    "the future as a thing": r"\bdet 2040\b",
    "two prepositions in a row": r"\bav dei i dei tre\b",
    "a passive that asks nobody": r"\bkan spørjast\b",
    "what a replacement in the middle of a word left": r"\bvm[a-zæøå]",
}


def test_no_text_of_nynorsk_jars() -> None:
    files = [*(TEXTS / "nn").rglob("*.yml"), *(TEXTS / "nn").rglob("*.md"), *FOLDER.glob("*/nn.md")]
    assert len(files) > 100
    found = [
        (file.name, why, hit[0])
        for file in files
        for why, pattern in JARS.items()
        for hit in [re.search(pattern, file.read_text("utf-8"), re.IGNORECASE)]
        if hit
    ]
    assert not found, found
