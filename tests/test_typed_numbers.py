"""Numbers typed in texts hold together: a thousand is never broken over two lines."""

import re
from pathlib import Path

import pytest

from framtid.folders import ROOM
from framtid.language import language_of
from framtid.pathways.adding_up import sentence
from framtid.pathways.codec import decode
from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import told

BROKEN = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?!\d)")
TEXTS = [
    file
    for folder in ("framtid/language/nb", "framtid/language/nn", "stories")
    for ending in ("*.yml", "*.md")
    for file in sorted((ROOM.parent / folder).rglob(ending))
    if file.name != "en.md"
]


@pytest.mark.parametrize("file", TEXTS, ids=lambda file: "/".join(file.parts[-3:]))
def test_a_typed_number_is_never_broken_over_a_line(file: Path) -> None:
    assert BROKEN.findall(file.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("spoken", "word"), [("nb", "om lag som"), ("nn", "om lag som"), ("en", "about as")]
)
def test_as_on_the_course_is_said_of_the_same_figure_alone(spoken: str, word: str) -> None:
    """All that can be chosen in Karasjok gave 2,1 «som i dagens kurs», which is 2,0."""
    language = language_of(spoken)
    seen = set[bool]()
    for code in ("5610", "0301", "1824", "3209", "1151"):
        for way in ("2-he1", "2-bo2fl1un3", "2-le1he3na3te2bo2fl1un3", "2-fl1"):
            along = outlook_of(code).along(decode(way).pathway)
            figures = told(along, "carers", 2040)
            if figures["difference"] == 0:
                one, other = (
                    language.fill("{{ v|decimal(1) }}", v=figures[key])
                    for key in ("path", "official")
                )
                said = sentence(along, "carers", language)
                assert (word in said) == (one != other), said
                seen.add(one != other)
    assert seen == {True, False}
