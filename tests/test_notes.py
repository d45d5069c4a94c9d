"""What a step keeps behind a name to press, and how few figures stand before it."""

import re

import pytest

from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import named
from framtid.places import places
from framtid.stories import prose
from framtid.stories.place_facts import Facts, lives
from framtid.stories.prose_values import prose_values
from framtid.stories.story import story_of

NUMBER = re.compile(r"\d[\d\u00a0]*(?:[.,]\d+)?")
YEAR = re.compile(r"(?:19|20)\d\d$")
AGE = "67"
MOST_OF_THE_HUNDRED = 3
MOST_OF_MONEY = 4
FOLDED = "Du ser ti.\n\n+++ Slik regner vi\nAv hundre er ti her.\n\nResten er <borte>."


def figures(text: str) -> list[str]:
    """Return the figures that stand before the note, without years and ages."""
    shown = prose.NOTE.split(text)[0]
    return [each for each in NUMBER.findall(shown) if not YEAR.match(each) and each != AGE]


def test_a_note_is_folded_on_a_screen_open_on_paper_and_told_in_a_letter() -> None:
    made = prose.html(FOLDED)
    assert made.startswith('<p>Du ser ti.</p>\n<details class="note"><summary>Slik regner vi<')
    assert made.count("<p>") == 3
    assert "&lt;borte&gt;" in made
    assert '<details class="note" open>' in prose.unfolded(made)
    assert prose.plain(FOLDED).split("\n\n")[1] == "Slik regner vi:"


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_the_hundred_are_told_with_three_figures_and_the_rest_in_a_note(spoken: str) -> None:
    language = language_of(spoken)
    written = story_of("2040").prose(language.code)
    for place in places().municipalities[:: 1 if spoken == "nb" else 12]:
        facts = Facts(outlook_of(place.code))
        _, text = written.fill(
            "hundre-2040",
            language,
            mine=facts,
            level=place.level.value,
            inside=language.inside(place),
        )
        assert len(figures(text)) <= MOST_OF_THE_HUNDRED, (place.code, text)
        events = ("died", "left", "born", "came", "new")
        assert all(facts.lived(event) > 0 for event in events), (place.code, text)
    nation = Facts(outlook_of("0"))
    _, text = written.fill("hundre-norge", language, nation=nation, lives=lives())
    assert len(figures(text)) <= MOST_OF_THE_HUNDRED


@pytest.mark.parametrize("way", [None, "lys-vei", "alle-med"])
@pytest.mark.parametrize("spoken", LANGUAGES)
def test_money_is_told_with_four_figures_and_what_is_not_decided(
    spoken: str, way: str | None
) -> None:
    language, unsure = language_of(spoken), {"nb": "ikke avgjort", "nn": "ikkje avgjort"}
    for code in ("0", "46", "1577", "1151", "3201", "5610"):
        outlook = outlook_of(code)
        values = prose_values(outlook, named()[way] if way else None, language)
        _, text = story_of("2040").prose(language.code).fill("pengene", language, **values)
        assert len(figures(text)) <= MOST_OF_MONEY, (code, text)
        assert unsure.get(spoken, "not decided") in prose.NOTE.split(text)[0]
        assert not re.search(r"går (?:det )?opp\b", text), (code, text)
