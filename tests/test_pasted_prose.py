"""No sentence begins in the middle of another, in the prose of any language."""

import re
from collections.abc import Iterator

import pytest
import yaml

from framtid.folders import TEXTS
from framtid.language.texts import LANGUAGES
from framtid.stories import read_aloud
from framtid.stories.story import stories

FIRST = {
    "nb": "Etter|Da|Vi|Det|Dette|De|Den|Hvis|Når|Slik|Derfor|Men|Hvor|Hva|Som",
    "nn": "Etter|Då|Vi|Det|Dette|Dei|Den|Dersom|Når|Slik|Derfor|Men|Kor|Kva|Som",
    "en": "After|Then|We|It|This|These|They|If|When|So|But|How|What|The|There",
}
"""Words that have a capital only where a sentence begins."""
TEMPLATE, TAG = re.compile(r"{{.*?}}|{%.*?%}", re.DOTALL), re.compile(r"<[^>]+>")


def pasted(text: str, spoken: str) -> list[str]:
    """Return each beginning of a sentence that comes right after a small letter or a comma."""
    return re.findall(rf"[a-zæøå,] (?:{FIRST[spoken]}) [^.]{{0,30}}", " ".join(text.split()))


def _texts(entry: object) -> Iterator[str]:
    if isinstance(entry, str):
        yield TEMPLATE.sub("|", entry)
    elif isinstance(entry, dict):
        for value in entry.values():
            yield from _texts(value)
    elif isinstance(entry, list | tuple):
        for value in entry:
            yield from _texts(value)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_text_is_pasted_into_another(spoken: str) -> None:
    assert pasted("sammenlignet med det Etter fem år har vi fem", "nb"), "the one that was there"
    files = (TEXTS / spoken).rglob("*.yml")
    read = (yaml.safe_load(each.read_text("utf-8")) for each in files)
    found = [slip for file in read for text in _texts(file) for slip in pasted(text, spoken)]
    assert found == []


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_no_story_is_told_with_one_sentence_inside_another(spoken: str) -> None:
    for story in stories():
        for heading, html in read_aloud(story, "5601", spoken).values():
            assert pasted(heading, spoken) == []
            for block in re.split(r"</(?:p|li|h\d|summary)>", html):
                assert pasted(TAG.sub("", block), spoken) == []
