"""Stands on dilemmas: their code, the path they lead to, where they collide, and the page."""

import itertools
import re
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.horizon import HORIZON
from framtid.language.texts import LANGUAGES, language_of
from framtid.pathways.codec import decode as read_path
from framtid.pathways.codec import encode
from framtid.pathways.dilemmas import dilemmas, fitting
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import AS_IT_IS
from framtid.pathways.rounding import told
from framtid.pathways.stands import LONGEST, Stands, alone, answered_by, decode
from framtid.pathways.stands_told import result, statement, statements
from framtid.places import places

NAMES = list(dilemmas())
NB = language_of("nb")
some = st.dictionaries(st.sampled_from(NAMES), st.booleans())


@given(some)
def test_every_code_is_read_back(answers: dict[str, bool]) -> None:
    stands = Stands.of(answers)
    assert decode(stands.code) == (stands, None)
    assert len(stands.code) <= LONGEST
    assert re.fullmatch(r"[a-z0-9-]+", stands.code)


@given(st.text(max_size=200))
def test_no_code_breaks_the_reading(code: str) -> None:
    stands, note = decode(code)
    assert isinstance(stands, Stands)
    assert note or not code.strip() or decode(stands.code)[0] == stands


def test_a_code_that_was_shared_is_read_for_ever() -> None:
    stands, note = decode("1-hejlantijkunffj")
    assert note is None
    assert dict(stands.answers) == {
        "helestillinger": True,
        "langvakter": False,
        "tillit": True,
        "kutt-forebygging": False,
        "felles-fag": True,
    }
    assert decode("1-hejzzj")[1] == "partly"
    assert decode("9-hej")[1] == "broken"
    assert decode("1-hejl")[1] == "broken"


@given(some)
def test_the_path_is_what_the_stands_set_and_nothing_else(answers: dict[str, bool]) -> None:
    stands = Stands.of(answers)
    levels = dict(stands.pathway.levels)
    opposed = {each.lever for each in stands.collisions if each.kind == "opposed"}
    for lever, by in stands.levels.items():
        if lever in opposed:
            assert min(by.values()) < 0 < max(by.values())
            assert lever not in levels
        else:
            assert abs(levels.get(lever, 0)) == max(map(abs, by.values()))
    assert levels.keys() <= stands.levels.keys()


@given(some)
def test_the_order_one_answers_in_changes_nothing(answers: dict[str, bool]) -> None:
    turned = dict(reversed(list(answers.items())))
    assert Stands.of(turned) == Stands.of(answers)


def test_any_two_that_set_a_lever_differently_collide_and_are_told() -> None:
    answers = list(itertools.product(NAMES, (True, False)))
    seen = set()
    for (one, yes), (other, also) in itertools.combinations(answers, 2):
        if one == other:
            continue
        stands = Stands.of({one: yes, other: also})
        levels = [
            dilemmas()[name].if_yes if answer else dilemmas()[name].if_no
            for name, answer in stands.answers
        ]
        shared = levels[0].keys() & levels[1].keys()
        apart = {lever for lever in shared if levels[0][lever] != levels[1][lever]}
        told_of = {each.lever for each in stands.collisions if each.lever}
        assert apart == told_of
        seen |= {each.kind for each in stands.collisions}
    assert seen >= {"opposed", "farther", "together"}


def test_what_does_not_add_up_names_those_who_set_its_levers() -> None:
    stands = Stands.of({"langvakter": True, "tillit": True, "laerlinger": True})
    together = [each for each in stands.collisions if each.kind == "together"]
    assert [each.warning for each in together] == ["full_and_well"]
    assert together[0].dilemmas == ("langvakter", "tillit")


def test_the_kroner_that_do_not_suffice_are_told_with_the_dearest() -> None:
    outlook = outlook_of("3201")
    stands = Stands.of({"langvakter": True, "laerlinger": True, "naerledelse": True})
    path = outlook.along(stands.pathway)
    kroner = told(path, "balance_per_inhabitant", HORIZON)
    clashes = result(stands, path, NB).collisions
    dear = stands.dearest(outlook, HORIZON)
    assert (bool(clashes) and "rekker ikke" in clashes[-1].text) == (
        kroner["path"] < 0 and kroner["difference"] < 0
    )
    assert [cost for _, cost in dear] == sorted((cost for _, cost in dear), reverse=True)
    assert all(-alone(outlook, name, True, HORIZON)[1] == cost > 0 for name, cost in dear)


@pytest.mark.parametrize(("language", "many"), [("nb", "Disse"), ("nn", "Desse"), ("en", "These")])
def test_one_stand_is_not_told_of_as_several(language: str, many: str) -> None:
    stand = Stands.of({"helestillinger": True})
    path = outlook_of("3209").along(stand.pathway)
    (clash,) = result(stand, path, language_of(language)).collisions
    assert many not in clash.text, clash.text


def test_stands_that_change_nothing_cost_nothing_and_collide_with_nothing() -> None:
    still = {name: False for name, each in dilemmas().items() if not each.if_no}
    stands = Stands.of(still)
    assert stands.pathway == AS_IT_IS
    assert stands.collisions == ()
    assert stands.dearest(outlook_of("5610"), HORIZON) == ()


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_every_dilemma_is_a_statement_and_every_statement_a_dilemma(spoken: str) -> None:
    said = language_of(spoken).entry("stands.statements")
    assert list(said) == NAMES
    assert len(set(said.values())) == len(said)
    assert all(text.endswith(".") and "?" not in text for text in said.values())


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_figures_are_told_whole_for_every_dilemma(spoken: str) -> None:
    stands = Stands.of(dict.fromkeys(NAMES, True))
    for each in statements(outlook_of("5610"), stands, language_of(spoken)):
        for sentence in each.figures:
            assert sentence.endswith(".")
            assert not re.search(r"  | [.,:]|\bnan\b|\{", sentence), sentence
        assert each.yes


@settings(max_examples=12, deadline=None)
@given(some)
def test_a_page_is_written_for_any_stands(client: TestClient, answers: dict[str, bool]) -> None:
    stands = Stands.of(answers)
    page = client.get(f"/standpunkt?sted=5610&standpunkt={stands.code}").text
    checked = re.findall(r'name="(\w\w)" value="([jn]?)" checked', page)
    by_code = {dilemmas()[name].code: "j" if yes else "n" for name, yes in answers.items()}
    assert {code: value for code, value in checked if value} == by_code
    met = {dilemmas()[name].code for name in fitting(outlook_of("5610"))}
    assert {code for code, _ in checked} == met | by_code.keys()


def test_a_form_leads_to_a_short_address_in_the_language_of_the_page(client: TestClient) -> None:
    sent = "/standpunkt?svar=1&sted=3201&lang=nn&he=j&la=&ku=n&zz=j&ti=x"
    answer = client.get(sent, follow_redirects=False)
    assert answer.status_code == 303
    assert answer.headers["location"] == "/standpunkt?sted=3201&standpunkt=1-hejkun&lang=nn#svar"
    page = client.get(answer.headers["location"]).text
    assert "Dit fører standpunkta dine" in page
    way = re.search(r'href="/vei\?sted=3201&amp;vei=([^&"]+)', page)
    assert way
    assert read_path(way[1]).pathway == Stands.of({"helestillinger": True}).pathway


def test_both_sides_stand_on_the_page_for_every_place(client: TestClient) -> None:
    for code in ("0", "1151"):
        page = client.get(f"/standpunkt?sted={code}").text
        assert page.count("<fieldset") == len(fitting(outlook_of(code))) >= 8
        assert page.count("<h3>For</h3>") == page.count("<h3>Mot</h3>") == page.count("<fieldset")
        assert places().get(code).short in page


def test_a_code_that_cannot_be_read_is_told(client: TestClient) -> None:
    assert "Kanskje er den klippet av" in client.get("/standpunkt?sted=3201&standpunkt=9-x").text
    assert "&lt;b&gt;" not in client.get("/standpunkt?standpunkt=<b>").text
    found = client.get("/standpunkt?sok=karasjok&standpunkt=1-hej").text
    assert 'href="/standpunkt?sted=5610&amp;standpunkt=1-hej"' in found


KRONER = re.compile(
    r"−(\d[\d\xa0 ]*) kroner i 2040|mangler det (\d[\d\xa0 ]*) kroner per innbygger"
)
"""The kroner of today's course, wherever the page tells them."""
MONEY = "balance_per_inhabitant"
OF_MONEY = [
    name for name, each in dilemmas().items() if any(fit.indicator == MONEY for fit in each.fits)
]


@pytest.mark.parametrize("taken", [{}, {"helestillinger": True, "tilsyn": True}])
def test_the_page_tells_the_course_alike_from_top_to_bottom(taken: dict[str, bool]) -> None:
    told_there, stands = 0, Stands.of(taken)
    for place in places().municipalities[::6]:
        outlook = outlook_of(place.code).along(stands.pathway)
        figure = told(outlook, MONEY, HORIZON)["official"]
        course = NB.say("stands.course", inside="her", gap=0, kroner=figure, reach="")
        lines = [statement(name, outlook, stands, NB).figures[0] for name in OF_MONEY]
        written = {"".join(match).strip() for match in KRONER.findall(" ".join([course, *lines]))}
        assert len(written) <= 1, (place.code, written)
        told_there += len(written)
    assert told_there > 30


def test_the_answer_for_programs_holds_what_the_page_tells(client: TestClient) -> None:
    answer = client.get("/api/v1/stands/5610.json?standpunkt=1-hejlan&lang=en").json()
    taken, _ = decode("1-hejlan")
    assert (answer["stands"], answer["note"]) == (taken.code, None)
    assert answer["path"] == encode(taken.pathway)
    stood = {
        each["id"]: each["stand"] for each in answer["statements"] if each["stand"] is not None
    }
    assert stood == dict(taken.answers)
    assert all(
        each["words"]["favour"] and each["words"]["against"] for each in answer["statements"]
    )
    clashes = result(taken, outlook_of("5610").along(taken.pathway), language_of("en")).collisions
    assert [each["text"] for each in answer["result"]["collisions"]] == [
        each.text for each in clashes
    ]
    broken = client.get("/api/v1/stands/5610.json?standpunkt=tull").json()
    assert (broken["note"], broken["stands"]) == ("broken", "1")


def _carried(address: str) -> tuple[str, ...]:
    query = parse_qs(urlsplit(address.replace("&amp;", "&")).query)
    return tuple(query.get(name, [""])[0] for name in ("vei", "own"))


def test_path_and_own_figures_come_along_from_the_debate_and_through_the_form(
    client: TestClient,
) -> None:
    asked = "sted=5056&vei=2-he2te2&own=1-5056-om205"
    both = ("2-he2te2", "1-5056-om205")
    debate = client.get(f"/debatt?{asked}").text
    (onward,) = re.findall(r'href="(/standpunkt[^"]*)"', debate)
    assert _carried(onward) == both
    page = client.get(onward.replace("&amp;", "&")).text
    assert "Egne tall for Hitra" in page
    assert '<a href="#helestillinger">' in page
    for name, value in zip(("vei", "own"), both, strict=True):
        assert f'<input type="hidden" name="{name}" value="{value}">' in page
    sent = client.get(f"/standpunkt?{asked}&svar=1&he=j", follow_redirects=False)
    assert _carried(sent.headers["location"]) == both
    plain = client.get("/standpunkt?sted=5056").text
    assert "Veien du kom med" not in plain


def test_a_path_answers_what_sets_its_levers_and_nothing_else() -> None:
    """The path of one answer is answered so, and the course answers nothing."""
    assert not answered_by(AS_IT_IS).answers
    for name, each in dilemmas().items():
        for yes, levels in ((True, each.if_yes), (False, each.if_no)):
            if levels and each.if_yes != each.if_no:
                taken = answered_by(Stands.of({name: yes}).pathway)
                assert taken.on(name) == yes, (name, yes)
                for other, stand in taken.answers:
                    found = dilemmas()[other]
                    assert set(found.if_yes if stand else found.if_no) <= set(levels)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_stand_that_alone_moves_something_is_told_of_as_one(
    client: TestClient, spoken: str
) -> None:
    """Who said no to all in Oslo was told that «this costs most», where nothing else cost."""
    language = language_of(spoken)
    outlook = outlook_of("0301")
    stands = Stands.of(dict.fromkeys(fitting(outlook), False))
    moving = {name for levels in stands.levels.values() for name in levels}
    assert len(moving) == 1
    money = result(stands, outlook.along(stands.pathway), language).collisions[-1]
    single = Stands.of(dict.fromkeys(moving, False))
    assert money == result(single, outlook.along(single.pathway), language).collisions[-1]
    page = client.get(f"/standpunkt?sted=0301&standpunkt={stands.code}&lang={spoken}").text
    (name,) = moving
    said = language.say("stands.answers.no").lower()
    assert f'<a href="#{name}">{money.stands[0].title}</a> ({said}): {money.text}' in unescape(page)


@pytest.mark.parametrize("spoken", LANGUAGES)
def test_a_lever_is_quoted_where_stands_collide_on_it(spoken: str) -> None:
    """«De setter spaken Boliger å bli gammel i ulikt langt» could not be read."""
    stands = Stands.of({"leiligheter": True, "trappefritt": True})
    language = language_of(spoken)
    told = result(stands, outlook_of("5610").along(stands.pathway), language)
    title = language.say("levers.hjemme.title")
    assert any(f"«{title}»" in each.text or f"“{title}”" in each.text for each in told.collisions)
