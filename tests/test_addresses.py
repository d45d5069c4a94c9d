"""Addresses keep what they carry: slashes, codes of old, unknown questions, one rule for all."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid import addresses
from framtid.api.routes import ANSWERS
from framtid.errors import FramtidError
from framtid.language import language_of
from framtid.language.texts import LANGUAGES
from framtid.places import places
from framtid.site.routes import routes
from framtid.sitemap import pages, takes_place
from framtid.web.one_address import STREAMLIT, without_slash
from tests import errors_made

CARRIED = "sted=5610&vei=1-unge1&lang=en"
SLASHED = (
    *(page.address for page in pages().values() if page.address != "/"),
    *("/spak/unge", "/spak/unge.pdf", "/sok", "/overrask", "/vei.txt", "/health"),
    *("/embed/pyramid/5610", "/kommune/5610", "/historie/2040", "/veivalg/5610"),
    *("/api/v1/places.json", "/api/v1/outlook/5610.json", "/oembed"),
)
OLD, TODAY = "2021", "5610"
"""Karasjok before 2020 and now."""
OF_A_PLACE = (
    *("/api/v1/outlook/{}.json?path=1-unge1", "/api/v1/outlook/{}.csv?path=1-unge1&form=no"),
    *("/api/v1/choices/{}.json", "/api/v1/choice/{}.json?path=1-unge1"),
    *(
        "/api/v1/ways/{}.json?goal=hender",
        "/api/v1/councils/{}.json",
        "/api/v1/gallery/{}.json?lang=nn",
    ),
    *("/api/v1/stories/2040/{}.json?path=1-unge1", "/api/v1/projection/{}.csv"),
    *("/api/v1/views/pyramid/{}.csv?lang=en", "/api/v1/views/pyramid/{}.png?form=wide"),
    *("/api/v1/press/{}.zip?lang=en", "/api/v1/tables/population_municipality.csv?form=no&sted={}"),
    *("/embed/pyramid/{}?lang=en", "/embed/2040/dagen/{}?lang=en"),
    *("/kommune?vei=1-unge1&sted={}", "/vei?vei=1-unge1&sted={}"),
    *("/veivalg?vei=1-unge1&sted={}", "/historie?sted={}", "/spak/unge?sted={}"),
)


def _same(one: str, other: str) -> bool:
    """Say whether two addresses ask for the same thing, in whatever order."""
    a, b = urlsplit(one), urlsplit(other)
    return (a.path, parse_qs(a.query)) == (b.path, parse_qs(b.query))


@pytest.mark.parametrize("address", SLASHED)
def test_a_slash_leads_on_with_all_that_was_asked(client: TestClient, address: str) -> None:
    answer = client.get(f"{address}/?{CARRIED}")
    assert answer.status_code == 301
    assert answer.headers["location"] == f"{address}?{CARRIED}"


@given(path=st.text(max_size=30), query=st.sampled_from(["", "a=%2F", "sted=0301&vei=1-a1"]))
def test_a_slash_leads_nowhere_but_to_our_own_host(path: str, query: str) -> None:
    for asked in (f"/{path}/", f"//{path}/", f"/\\{path}/"):
        onward = without_slash(asked, query.encode())
        if onward is not None:
            assert urlsplit(f"https://ours.example{onward}").netloc == "ours.example"
            assert not onward.startswith(("//", "/\\"))
            assert onward.isascii()
            assert urlsplit(onward).query == query
            assert not urlsplit(onward).path.endswith("/")


@pytest.mark.parametrize("prefix", STREAMLIT)
def test_streamlit_keeps_its_own_slashes(prefix: str) -> None:
    assert without_slash(f"{prefix}health/", b"") is None


def test_a_code_in_the_path_carries_the_rest(client: TestClient) -> None:
    for page in pages().values():
        if not page.placeless and page.address not in {"/", addresses.CONSULTATION}:
            answer = client.get(f"{page.address}/5610?vei=1-unge1&state=wholly")
            wanted = f"{page.address}?sted=5610&vei=1-unge1&state=wholly"
            assert _same(answer.headers["location"], wanted), page.address


@pytest.mark.parametrize("address", OF_A_PLACE)
def test_a_zero_that_a_spreadsheet_took_leads_on(client: TestClient, address: str) -> None:
    answer = client.get(address.format("301"))
    assert answer.status_code == 301
    assert _same(answer.headers["location"], address.format("0301"))


@pytest.mark.parametrize("address", OF_A_PLACE)
def test_a_code_of_old_leads_on_everywhere(client: TestClient, address: str) -> None:
    answer = client.get(address.format(OLD))
    assert answer.status_code == 301
    assert _same(answer.headers["location"], address.format(TODAY))


CARRY = "vei=1-unge1&lang=en&om=spak.unge&om=spak.flytt"
"""What else an address may ask for, some of it twice."""


def pages_and_what_is_below() -> set[str]:
    """Return the addresses of every page and of every file and form below one, rooms' too."""
    parts = {"code": "K7M2", "lever": "unge", "form": "docx"}
    below = {page.address for page in pages().values()} - {"/"}
    found = {"/", *below}
    for route in routes():
        path = getattr(route, "path", "")
        get = "GET" in (getattr(route, "methods", None) or ())
        if get and any(path.startswith((f"{one}/", f"{one}.")) for one in below):
            found.add(path.format(**parts))
    # Kommune/K7M2: the code of a place, which another test asks for.
    of_rooms = (addresses.ROOM, addresses.CONSULTATION)
    return {one for one in found if "K7M2" not in one or one.startswith(of_rooms)}


ONE_RULE = sorted(pages_and_what_is_below())


@pytest.mark.parametrize("address", ONE_RULE)
def test_every_page_leads_a_place_on_by_the_same_rule(client: TestClient, address: str) -> None:
    if not takes_place(address):
        for told in (OLD, "301", "9999"):
            plain, asked = client.get(address), client.get(f"{address}?sted={told}")
            assert (asked.status_code, asked.text) == (plain.status_code, plain.text)
        return
    for told, code in ((OLD, TODAY), ("301", "0301"), ("karasjok", TODAY), ("0301 Oslo", "0301")):
        for order in (f"sted={told}&{CARRY}", f"{CARRY}&sted={told}"):
            answer = client.get(f"{address}?{order}")
            assert answer.status_code in {301, 302}, told
            assert _same(answer.headers["location"], f"{address}?sted={code}&{CARRY}"), told
    assert client.get(f"{address}?sted=9999").status_code == 404
    if address != "/":
        slash = client.get(f"{address}/?sted={OLD}&{CARRY}")
        assert slash.headers["location"] == f"{address}?sted={OLD}&{CARRY}"


def test_the_place_comes_along_to_a_longer_room(client: TestClient) -> None:
    answer = client.get("/innspill?sted=5610&vei=1-unge1&om=spak.unge&kode=K7M2QX")
    assert answer.headers["location"] == ("/innspill/K7M2QX?sted=5610&vei=1-unge1&om=spak.unge")
    door = client.get("/innspill?sted=5610&vei=1-unge1").text
    assert '<input type="hidden" name="sted" value="5610">' in door


def test_every_code_of_old_leads_on_in_answers(client: TestClient) -> None:
    for code, former in places().former.items():
        answer = client.get(f"/api/v1/views/pyramid/{code}.csv")
        if code in places().by_code:
            continue
        if len(former.today) == 1:
            assert answer.headers["location"] == f"/api/v1/views/pyramid/{former.today[0]}.csv"
        else:
            assert (answer.status_code, answer.json()["error"]) == (404, "divided_place")


def test_a_pasted_address_of_old_becomes_todays_frame(client: TestClient) -> None:
    for pasted in (f"/embed/pyramid/{OLD}", f"/kommune?sted={OLD}", f"/embed/pyramid/{OLD}/"):
        told = client.get("/oembed", params={"url": f"http://testserver{pasted}"}).json()
        assert f"/embed/{'pyramid' if 'pyramid' in pasted else 'carers'}/{TODAY}" in told["html"]


@pytest.mark.parametrize("path", ANSWERS)
def test_an_unknown_question_is_told(client: TestClient, path: str) -> None:
    parts = {"code": "5610", "place": "5610", "view": "pyramid", "table": "population_municipality"}
    address = f"/api/v1{path.format(story='2040', **parts)}"
    answer = client.get(address, params={"tull": "1"})
    assert (answer.status_code, answer.json()["error"]) == (400, "unknown_parameter")
    assert "tull" in answer.json()["message"]
    assert all(name in answer.json()["message"] for name in ANSWERS[path].parameters)
    wrong = client.get(address, params={"lang": "xx"})
    assert (wrong.status_code, wrong.json()["error"]) == (400, "unknown_option")


@pytest.mark.parametrize(
    ("address", "error"),
    [
        ("/api/v1/ways/5610.json?target=abc", "unknown_option"),
        ("/api/v1/ways/5610.json?goal=hender&target=1e999", "unknown_option"),
        ("/api/v1/ways/5610.json?goal=hender&ceiling=nan", "unknown_option"),
        ("/api/v1/ways/5610.json?goal=hender&ceiling=1e30", "unknown_option"),
        ("/api/v1/ways/5610.json?goal=hender&locked=tull", "unknown_lever"),
        ("/api/v1/ways/5610.json?goal=hender&path=1-tull9", "broken_path"),
        ("/api/v1/outlook/5610.csv?path=1-tull9", "broken_path"),
        ("/api/v1/outlook/5610.csv?form=tull", "unknown_option"),
        ("/api/v1/outlook/5610.json?state=tull", "unknown_option"),
        ("/api/v1/projection/5610.csv?alternative=XXXX", "unknown_alternative"),
        ("/api/v1/projection/5610.csv?form=tull", "unknown_option"),
        ("/api/v1/tables/population.svg?size=tull", "unknown_option"),
        ("/api/v1/views/pyramid/5610.png?form=tull", "unknown_option"),
        ("/api/v1/views/pyramid/5610.csv?year=abc", "unknown_option"),
        ("/api/v1/views/pyramid/5610.csv?path=1-tull9", "broken_path"),
    ],
)
def test_a_bad_value_is_told(client: TestClient, address: str, error: str) -> None:
    answer = client.get(address)
    assert answer.json()["error"] == error
    assert answer.status_code in {400, 404}


@pytest.mark.parametrize("name", LANGUAGES)
@pytest.mark.parametrize("error", list(errors_made.every()), ids=lambda error: error.key)
def test_what_went_wrong_is_told_with_its_values(error: FramtidError, name: str) -> None:
    told = language_of(name).say(f"errors.{error.key}", **error.values)
    for value in error.values.values():
        if str(value) in str(error) and error.key not in errors_made.TOLD_BRIEFLY:
            assert str(value) in told
