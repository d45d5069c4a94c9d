"""The cards on Min kommune: how sure they are, and what SSB says itself, in every place."""

import pytest
from starlette.testclient import TestClient

from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.language.numbers import Told
from framtid.pathways.outlook import outlook_of
from framtid.pathways.rounding import COUNTED, told
from framtid.places import Level, places
from framtid.site.pages.key_figures import NOISE, key_figures
from framtid.stories import read_aloud
from framtid.stories.place_facts import Facts


def test_every_card_has_its_range_and_a_municipality_what_ssb_says() -> None:
    for place in places().by_code.values():
        for figure in key_figures(place.code):
            low, high = figure.reach
            assert low <= figure.then <= high, (place.code, figure)
            by = abs(figure.then - figure.now)
            if figure.name != "carers" and by <= min(NOISE * (high - low), 0.01 * figure.now):
                assert figure.change == "om lag som i dag", (place.code, figure)
            elif figure.name != "carers" and by > NOISE * (high - low):
                # Who reads both figures sees the difference: it is told, and where chance is noise.
                numbers, whole = language_of("nb").numbers, figure.then % 10
                told_by = (numbers.exact(by), f"om lag {numbers.about(by)}")
                assert figure.change.startswith(told_by), (place.code, figure)
                assert not whole or figure.change.startswith(told_by[0]), (place.code, figure)
                about = by <= 0.02 * figure.now
                assert not about or "tilfeldig" not in figure.change, (place.code, figure)
            has_official = figure.name == "people" and place.level is not Level.NATION
            assert (figure.official is not None) is has_official


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "SSB regnet med 286 i sin framskriving fra 2024."),
        ("nn", "SSB rekna med 286 i framskrivinga si frå 2024."),
        ("en", "Statistics Norway said 286 in its 2024 projection."),
    ],
)
def test_a_card_tells_ssbs_own_figure_beside_ours(
    client: TestClient, language: str, words: str
) -> None:
    page = client.get(f"/kommune?sted=1151&lang={language}").text
    assert words in page
    assert page.count('class="ft-reach"') == 4


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("nb", "ikke av hvor mange som er ansatt der i dag"),
        ("nn", "ikkje av kor mange som er tilsette der i dag"),
        ("en", "not from how many are employed there today"),
    ],
)
def test_where_places_are_compared_it_says_what_the_hands_are_worked_out_from(
    client: TestClient, language: str, words: str
) -> None:
    two_places = f"/sammenlign?vei=3201.1-heltid2~4601.1&lang={language}"
    assert words in client.get(two_places).text
    one_place = f"/sammenlign?sted=3201&vei=lys-vei~mork-vei&lang={language}"
    assert words not in client.get(one_place).text


STEPS = {"pupils": ("skolen", (6, 15)), "oldest": ("de-eldste", (80, 105))}
"""Steps of the story that tell of the same people as a card."""


def written(figure: float, language: Language) -> str:
    """Return a figure as running text has it."""
    return language.numbers.count(Told(figure))


def test_a_figure_is_told_alike_on_min_kommune_in_the_story_and_on_a_path_everywhere() -> None:
    ages = {"people": (0, 105)} | {name: each for name, (_, each) in STEPS.items()}
    for place in places().by_code.values():
        outlook = outlook_of(place.code)
        facts, base = Facts(outlook), outlook.base_year
        for card in key_figures(place.code)[: len(ages)]:
            pair = card.now, card.then
            first, last = ages[card.name]
            assert pair == tuple(facts.people(year, first, last) for year in (base, HORIZON))
            if card.name in COUNTED:
                figures = told(outlook, card.name, HORIZON)
                assert pair == (figures["now"], figures["official"]), (place.code, card)
            if card.name == "people":
                assert card.reach == facts.surely(), place.code


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_story_says_the_figure_of_the_card(spoken: str) -> None:
    language = language_of(spoken)
    for place in places().municipalities[::40]:
        cards = {figure.name: figure for figure in key_figures(place.code)}
        steps = read_aloud("2040", place.code, spoken)
        for name, (step, _) in STEPS.items():
            for figure in (cards[name].now, cards[name].then):
                assert written(figure, language) in " ".join(steps[step]), (place.code, name)
