"""Four councils as pages: whole at every step, true to their figures, and never a dead end."""

import html
import json
import re
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.documents.levers_chosen import chosen_levers
from framtid.folders import TEXTS
from framtid.language import language_of
from framtid.language.numbers import Told
from framtid.language.texts import OF_PAGES
from framtid.pathways.codec import decode_comparison
from framtid.pathways.councils import councils
from framtid.pathways.councils_code import Answer, DecodedGame, Game, decode, encode
from framtid.pathways.councils_game import play
from framtid.pathways.councils_told import game_answer
from framtid.pathways.councils_years import years_of
from framtid.pathways.dilemmas import dilemmas
from framtid.pathways.pathway import AS_IT_IS
from framtid.places import places
from framtid.stories.councils_headlines import hands, headline, say_headline
from framtid.stories.councils_paper import VOICES, noticed, paper, voices
from framtid.stories.councils_years import events, hard_year, missing
from framtid.stories.next_steps import next_steps
from framtid.views.claims import Change, Comparison, fault
from framtid.views.hundred import WAYS
from tests.test_councils import GAMES, PLACES, played

NB = language_of("nb")
WHOLE = "1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn."
STEP = re.compile(r'class="ft-button[^"]*" href="([^"]+)" data-step')


def steps(page: str) -> list[str]:
    """Return where a page's buttons lead."""
    return [html.unescape(address) for address in STEP.findall(page)]


@pytest.mark.parametrize("spoken", OF_PAGES)
@pytest.mark.parametrize("code", ["1151", "5610"])
def test_a_game_is_played_from_button_to_button(client: TestClient, code: str, spoken: str) -> None:
    begun = client.get(f"/spill/nytt?sted={code}&lang={spoken}")
    assert begun.status_code == 303
    assert begun.headers["cache-control"] == "no-store"
    address, turns = begun.headers["location"], 0
    while True:
        answer = client.get(address)
        assert answer.status_code == 200
        assert f'<html lang="{spoken}">' in answer.text
        assert answer.text.count("<h1") == 1
        onward = [step for step in steps(answer.text) if "spill=" in step]
        if not onward:
            break
        address, turns = onward[turns % len(onward)], turns + 1
    assert 12 <= turns <= 16
    assert decode(parse_qs(urlsplit(address).query)["spill"][0]).game.over


def test_undo_leads_back_one_step_and_the_games_own_link_is_the_page(client: TestClient) -> None:
    page = client.get(f"/spill?sted=3201&spill={WHOLE}").text
    assert "/spill?sted=3201&amp;spill=1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn" in page
    before = client.get("/spill?sted=3201&spill=1-418-kujutj").text
    assert 'href="/spill?sted=3201&amp;spill=1-418-kuj" data-step' in before


@pytest.mark.parametrize("spoken", OF_PAGES)
@pytest.mark.parametrize(
    ("told", "note"),
    [("tull", "broken"), ("9-1", "unknown_version"), ("1-418-zzj", "partly")],
)
def test_a_bad_code_is_told_of_in_every_language(
    client: TestClient, told: str, note: str, spoken: str
) -> None:
    page = html.unescape(client.get(f"/spill?sted=3201&spill={told}&lang={spoken}").text)
    assert language_of(spoken).say(f"councils.link.{note}") in page
    assert steps(page), "there is a way on"


@given(told=st.one_of(st.text(max_size=80), st.text(alphabet="1-.hejtinkozz²<>\"'&", max_size=150)))
@settings(max_examples=40, deadline=None)
def test_any_code_gives_a_whole_page(client: TestClient, told: str) -> None:
    answer = client.get("/spill", params={"sted": "1151", "spill": told})
    assert answer.status_code == 200
    assert answer.text.rstrip().endswith("</html>")


@pytest.mark.parametrize("code", ["0", "46", "ba-5"])
def test_where_there_is_no_council_one_chooses_a_municipality(
    client: TestClient, code: str
) -> None:
    for address in (f"/spill?sted={code}", f"/spill?sted={code}&spill=1-3"):
        answer = client.get(address)
        assert answer.status_code == 200
        assert 'name="sok"' in answer.text
        assert not steps(answer.text)
    assert client.get(f"/api/v1/councils/{code}.json").status_code == 404


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_whatever_is_played_text_and_figures_agree(code: str, seed: int, willing: float) -> None:
    whole = played(code, seed, willing)
    for number, council in enumerate(whole.councils):
        here = play(code, DecodedGame(Game(seed, whole.game.terms[: number + 1])))
        years, term = here.years, council.term
        for event in events(years, term, NB):
            assert not fault(event.claim)
            assert isinstance(event.claim, Comparison)
            if event.claim.measure != "missing":
                for figure in event.claim.told:
                    assert NB.numbers.exact(float(figure)) in event.text
        went, front = missing(years, term), hands(years, term)
        assert not fault(went)
        page = paper(years, council, NB)
        assert front.kind in _allowed(went)
        if front.kind != "enough":
            one = went.second == 1
            assert ("ett" if one else NB.numbers.count(Told(went.second))) in page.lead
        hard = hard_year(years, term)
        assert hard is None or hard.second > hard.first
        assert len({voice.text for voice in voices(here, NB)}) == 3


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_four_papers_have_four_headlines_and_each_is_what_its_figures_say(
    code: str, seed: int, willing: float
) -> None:
    whole, seen = played(code, seed, willing), set()
    for number, council in enumerate(whole.councils):
        years = play(code, DecodedGame(Game(seed, whole.game.terms[: number + 1]))).years
        found = headline(years, council.term)
        assert not fault(found.claim)
        way = found.kind.rpartition(".")[2]
        if way in {"grows", "shrinks"}:
            first, second = found.claim.first, found.claim.second
            assert (second > first) is (way == "grows")
            assert found.apart == pytest.approx(abs(second - first), rel=0.15, abs=1)
        for spoken in OF_PAGES:
            language = language_of(spoken)
            said = paper(years, council, language).headline
            assert found.apart == 0 or language.numbers.count(found.apart) in said.lower()
        seen.add(paper(years, council, NB).headline)
    assert len(seen) == len(whole.councils)


def test_headlines_differ_from_game_to_game() -> None:
    term = councils().terms[-1]
    for code in PLACES:
        years = [years_of(code, seed) for seed in range(20)]
        said = [say_headline(headline(each, term), each, NB) for each in years]
        assert len(set(said)) >= 12, (code, said)
        assert len({headline(each, term).about for each in years}) >= 4


def _allowed(went: Change) -> set[str]:
    if went.second <= 0:
        return {"enough"}
    return {"grows": {"less", "course", "more"}, "same": {"same"}, "shrinks": {"eased"}}[
        went.direction
    ]


@pytest.mark.parametrize(("code", "seed", "willing"), GAMES)
def test_no_voice_says_that_the_rota_works_out_where_hands_are_missing(
    code: str, seed: int, willing: float
) -> None:
    content = re.compile("men det går|Folk blir i jobben|Jeg går av neste år|færre hull")
    whole = played(code, seed, willing)
    for number, council in enumerate(whole.councils):
        here = play(code, DecodedGame(Game(seed, whole.game.terms[: number + 1])))
        years = here.years
        went, who = missing(years, council.term), NB.say("councils.voices.who.turid", age=0)
        (turid,) = (each.text for each in voices(here, NB) if each.who == who)
        if content.search(turid):
            assert went.second <= 0 or went.direction == "shrinks"
        if "Turnusen går opp" in turid:
            assert went.second <= 0


@pytest.mark.parametrize("code", PLACES)
def test_who_says_no_to_everything_is_told_the_price_of_it_and_not_of_waiting(
    client: TestClient, code: str
) -> None:
    for seed in (7, 77):
        game = Game(seed)
        while not game.over:
            case = play(code, DecodedGame(game)).now.case
            game = game.answered(case, yes=False) if case else game.closed()
        page = client.get(f"/spill?sted={code}&spill={encode(game)}").text
        assert "Prisen for å la det ligge: " in page
        assert page.count('class="ft-lying"') == 1
        assert "ft-waited" not in page
    assert "ft-waited" in client.get(f"/spill?sted=3201&spill={WHOLE}").text


def _decisions() -> set[str]:
    """Return every answer of every dilemma, as the voices know it."""
    return {f"{name}_{answer}" for name in dilemmas() for answer in ("yes", "no")}


def _noticed(spoken: str) -> dict[str, dict[str, str]]:
    """Return what each of the three says of decisions."""
    said = language_of(spoken).entry("councils.voices")
    return {name: {k: v for k, v in said[name].items() if k != "general"} for name in VOICES}


@pytest.mark.parametrize("spoken", OF_PAGES)
def test_every_answer_is_noticed_by_somebody_and_nothing_else_is(spoken: str) -> None:
    noticed = _noticed(spoken)
    assert {key for said in noticed.values() for key in said} == _decisions()
    texts = [text for said in noticed.values() for text in said.values()]
    assert len(texts) == len(set(texts)), "the same words of two decisions"
    for name in VOICES:
        assert len(language_of(spoken).entry(f"councils.voices.{name}.general")) == 4


def test_a_voice_speaks_of_what_was_decided_once_it_works_and_only_then() -> None:
    of = {text: key for said in _noticed("nb").values() for key, text in said.items()}
    heard: set[str] = set()
    for code, seed, willing in GAMES:
        whole, before = played(code, seed, willing), set[str]()
        for number, council in enumerate(whole.councils):
            here = play(code, DecodedGame(Game(seed, whole.game.terms[: number + 1])))
            answered = {
                f"{each.dilemma}_{'yes' if each.yes else 'no'}"
                for sat in here.councils
                for at, each in enumerate(sat.answers)
                if not sat.put_off(at)
            }
            told = {of[voice.text] for voice in voices(here, NB) if voice.text in of}
            assert told <= answered, (code, seed, told - answered)
            assert not told & before, "told again in a later term"
            for key in told:
                dilemma, _, side = key.rpartition("_")
                for lever in dilemmas()[dilemma].sets(yes=side == "yes"):
                    begins = here.pathway.choice(lever).begins
                    assert council.term.first < begins <= council.term.until
            before |= told
        heard |= before
    assert len(heard) > 12, "the games say too little for this to have tested anything"


@pytest.mark.parametrize("name", dilemmas())
def test_a_plain_no_is_heard_once_the_council_has_given_it(name: str) -> None:
    no = Answer(name, yes=False)
    here = next(
        here
        for code in PLACES
        if (here := play(code, DecodedGame(Game(1, ((no,),))))).now.answers == (no,)
        and not here.now.put_off(0)
    )
    key, plain = f"{name}_no", not dilemmas()[name].if_no
    assert (key in noticed(here)) == plain
    for spoken in OF_PAGES if plain else ():
        lines = {said[key] for said in _noticed(spoken).values() if key in said}
        assert lines & {voice.text for voice in voices(here, language_of(spoken))}


def test_nothing_is_blamed() -> None:
    blamed = re.compile(r"feil|skyld|burde|dårlige politikere|svikt", re.IGNORECASE)
    told = (TEXTS / "nb" / "councils.yml").read_text("utf-8")
    assert not blamed.search(told[told.index("paper:") : told.index("finale:")])


def test_2040_stands_beside_the_course_and_the_same_later(client: TestClient) -> None:
    page = html.unescape(client.get(f"/spill?sted=3201&spill={WHOLE}").text)
    here = play("3201", decode(WHOLE))
    assert f"/vei?sted=3201&vei={game_answer('3201', decode(WHOLE)).path}" in page
    row = re.search(r"Årsverk som mangler i 2040</th></tr>(.*?)</tr>", page, re.DOTALL)
    assert row
    told = [each.replace("\u00a0", "") for each in re.findall(r"<td>(.*?)</td>", row[1])]
    later = [here.years.along(here.pathway.later(wait)) for wait in (4, 8)]
    outlooks = [here.years, here.years.official, *later]
    for figure, outlook in zip(told, outlooks, strict=True):
        assert float(figure.replace(",", ".")) == pytest.approx(
            outlook.consequences.at("gap", 2040), rel=0.01
        )


@pytest.mark.parametrize(
    ("other", "place", "game"),
    [
        ("1-3-faj", "3201", "1-3-faj"),
        ("https://ours.example/spill?sted=5610&spill=1-77", "5610", "1-77"),
        ("/spill?sted=ba-5&spill=1-77", "3201", "1-77"),
        ("tull", "3201", "1-1"),
    ],
)
def test_two_games_are_laid_side_by_side(
    client: TestClient, other: str, place: str, game: str
) -> None:
    asked = {"sted": "3201", "spill": WHOLE, "mot": other}
    answer = client.get("/spill/mot", params=asked)
    assert answer.status_code == 303
    where = urlsplit(answer.headers["location"])
    assert where.path == "/sammenlign"
    one, two = decode_comparison(parse_qs(where.query)["vei"][0])
    assert one.pathway == play("3201", decode(WHOLE)).pathway
    assert (two.place, two.pathway) == (place, play(place, decode(game)).pathway)
    assert client.get(answer.headers["location"]).status_code == 200


def test_the_answer_tells_programs_what_the_page_tells(client: TestClient) -> None:
    got = client.get(f"/api/v1/councils/3201.json?game={WHOLE}").json()
    here = play("3201", decode(WHOLE))
    assert (got["game"], got["over"], got["case"]) == (encode(here.game), True, None)
    assert [each["favoured"] for each in got["councils"]] == [
        [each.dilemma for each in council.answers if each.yes] for council in here.councils
    ]
    last = got["years"][-1]
    assert last["year"] == 2040
    assert last["gap"] == pytest.approx(here.years.consequences.at("gap", 2040), abs=0.01)
    assert client.get("/api/v1/councils/3201.json?game=tull").json()["note"] == "broken"


def test_veivalg_and_a_storys_end_lead_to_the_game() -> None:
    assert 'href="/spill?sted=5610"' in chosen_levers(places().get("5610"), AS_IT_IS)
    for code, there in (("5610", True), ("0", False), ("46", False)):
        steps_on = next_steps(places().get(code), None, NB)
        assert any(step.address == f"/spill?sted={code}" for step in steps_on) is there


def test_the_hundred_live_to_the_terms_end_and_tell_of_nothing_after(client: TestClient) -> None:
    page = client.get("/spill?sted=3201&spill=1-418-kujutjlen").text
    lived = re.search(r'data-lived="([^"]+)" data-from="2026"', page)
    assert lived
    people = json.loads(html.unescape(lived[1]))["layout"]["meta"]["people"]
    assert people["years"] == [2026, 2027]
    standing = [one for one in people["lives"] if one[3] == WAYS.index("stays")]
    assert len(standing) == 100
    assert max(one[2] for one in people["lives"]) < 2027 + 1
    assert all(one[4] <= 2027 for one in people["lives"])
    assert "data-lived" not in client.get("/spill?sted=3201&spill=1-418").text
