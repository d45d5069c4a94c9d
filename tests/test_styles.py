"""What the styles may ask of a page: nothing that makes a move style much of it again."""

import re
from pathlib import Path

import pytest

from framtid.folders import ROOM

STYLES = sorted([*ROOM.glob("reader/frontend/**/*.css"), *ROOM.glob("web/static/*.css")])
AROUND = re.compile(
    r'((?:^|[\s,}])(?:\[data-testid="st[^"]*"\]|main|html|body|\.stage|\.desk\w*))(?=[^\s,{]*:has\()'
)
"""What lies around the reader and is asked what stands in it."""
NEAR = re.compile(r"\]:has\((?:> [^ )]+ ?)+\)|:where\(:not\(\.stMain\)\):has\(")
"""One or two elements down, or never on the app's pages."""


@pytest.mark.parametrize("style", STYLES, ids=lambda style: style.name)
def test_what_lies_around_the_reader_does_not_look_for_what_is_in_it(style: Path) -> None:
    """Each change in the reader would be looked through, and all in it styled again."""
    text = re.sub(
        r"/\*.*?\*/|@media print \{.*?\n\}", "", style.read_text("utf-8"), flags=re.DOTALL
    )
    asked = [line.strip() for line in text.splitlines() if AROUND.search(line)]
    assert [line for line in asked if not NEAR.search(line)] == []


def test_there_are_styles_to_look_at() -> None:
    assert len(STYLES) > 30
