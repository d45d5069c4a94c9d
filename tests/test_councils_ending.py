"""The last page of a game: what it came to, a front page, a picture to share, and no dead rows."""

import html
import io
import itertools
import re

import pytest
from PIL import Image
from starlette.testclient import TestClient

from framtid.documents.councils_ending import FORMS, ending, last_paper, last_voices
from framtid.documents.councils_finale import finale
from framtid.documents.councils_picture import picture
from framtid.embed.pictures.card import FORMATS
from framtid.language import language_of
from framtid.language.current import speaking
from framtid.language.texts import OF_PAGES
from framtid.pathways.councils_code import DecodedGame, Game, decode
from framtid.pathways.councils_game import play
from framtid.views.drawing import fonts
from framtid.views.drawing.fonts import BOLD, SERIF, Face
from tests.test_councils import GAMES, played

WHOLE = "1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn."
PAGE = f"/spill?sted=3201&spill={WHOLE}"


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_a_games_end_is_said_in_every_language_without_loose_ends(spoken: str) -> None:
    language = language_of(spoken)
    for code, seed, willing in GAMES:
        here = played(code, seed, willing)
        with speaking(spoken):
            told = ending(here)
            said = [told.did, told.waited, last_paper(here, language).headline]
            voices = last_voices(here, language)
        said += [voice.text for voice in voices]
        assert not any(re.search(r"[{}]|  | if | else |None", each) for each in said)
        assert told.did.endswith(".")
        assert len({voice.text for voice in voices}) == 3


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_who_said_no_to_everything_is_told_what_that_cost(spoken: str) -> None:
    here = play("1577", decode("1-17-utnffntfn.llntvnron.lanbpnpan.fanfrntin."))
    assert here.game.over
    with speaking(spoken):
        told = ending(here)
    assert re.search(r"2040\.$", told.waited)
    assert re.search(r"\d", told.waited.replace("2040", ""))


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_no_row_of_the_end_stands_still(code: str, seed: int, willing: float) -> None:
    made = finale(played(code, seed, willing))
    assert all(len(set(cells)) > 1 for _, cells in made["rows"])


@pytest.mark.parametrize("form", [*FORMS, "tall"])
def test_a_game_is_a_picture_in_every_form(client: TestClient, form: str) -> None:
    asked = {"sted": "3201", "spill": WHOLE, "form": form}
    answer = client.get("/spill/bilde.png", params=asked)
    assert answer.headers["content-type"] == "image/png"
    size = Image.open(io.BytesIO(answer.content)).size
    assert size == (FORMATS[form].width, FORMATS[form].height)


@pytest.mark.parametrize("spoken", OF_PAGES)
@pytest.mark.parametrize("form", FORMS)
def test_the_words_of_a_picture_stand_within_it_and_apart(form: str, spoken: str) -> None:
    for game in (played(*GAMES[0]), play("1151", DecodedGame(Game(3)))):
        with speaking(spoken):
            made = picture(game, form, "https://2040.example")
        lines = re.findall(r'<text x="48" y="(\d+)"[^>]*font-size="(\d+)"[^>]*>([^<]+)', made)
        assert len(lines) >= 5
        rows = sorted((int(y), int(size), html.unescape(words)) for y, size, words in lines)
        for (above, _, _), (below, size, _) in itertools.pairwise(rows):
            assert below - above >= 0.9 * size
        for _, size, words in rows:
            assert fonts.width(words, Face(SERIF, BOLD), size) < FORMATS[form].width - 48
        assert "2040.example/spill?sted=" in made


def test_the_end_shows_its_picture_and_links_to_itself_before_the_figures(
    client: TestClient,
) -> None:
    page = html.unescape(client.get(PAGE).text)
    image, link = page.index('<img src="/spill/bilde.png'), page.index(f'href="{PAGE}"')
    assert link < image < page.index("Lokalavisa") < page.index("<table")
    assert 'class="ft-voices"' in page
    for form in FORMS:
        assert f"form={form}" in page


def test_a_link_to_a_game_becomes_its_own_picture(client: TestClient) -> None:
    for address in (PAGE, "/spill?sted=3201"):
        page = html.unescape(client.get(address).text)
        found = re.search(r'og:image" content="https?://[^/]+(/spill/bilde.png[^"]+)"', page)
        assert found
        assert client.get(found[1]).headers["content-type"] == "image/png"


def test_where_there_is_no_council_there_is_no_picture(client: TestClient) -> None:
    answer = client.get("/spill/bilde.png?sted=46", follow_redirects=False)
    assert answer.status_code == 303
    broken = play("3201", decode("tull"))
    assert not broken.game.over
