"""Our own routes: answers, status codes, headers and what strangers may send."""

import csv
import io
import re
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.answers import as_data
from framtid.api.routes import projection_csv
from framtid.pathways.codec import LONGEST
from framtid.places import Level, places
from framtid.statistics.snapshot import snapshot
from framtid.stories import tell
from framtid.views.registry import views
from framtid.web import assets

SETTINGS = settings(deadline=None, max_examples=60)


@pytest.mark.parametrize("path", ["/", "/historie", "/kommune", "/om", "/kommune?sted=5610"])
def test_a_page_is_in_bokmal_with_title_description_and_policy(
    client: TestClient, path: str
) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert '<html lang="nb">' in answer.text
    assert "<title>Streamlit</title>" not in answer.text
    assert 'property="og:description"' in answer.text
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert "'unsafe-eval'" not in answer.headers["content-security-policy"]
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_a_place_gives_its_name_and_its_files_early(client: TestClient) -> None:
    page = client.get("/historie?sted=5610").text
    assert "<title>2040 begynner nå i Karasjok</title>" in page
    document = f"/api/v1/stories/2040/5610.json?v={snapshot().edition}&amp;path="
    assert f'rel="preload" as="fetch" href="{document}"' in page


@pytest.mark.parametrize(
    ("asked", "written"),
    [
        ("lys-vei", "lys-vei"),
        ("%22%3E%3Cscript%3E", "%22%3E%3Cscript%3E"),
        ("a" * 300, "a" * (LONGEST + 1)),
    ],
)
def test_the_path_in_the_address_is_fetched_with_the_story(
    client: TestClient, asked: str, written: str
) -> None:
    page = client.get(f"/historie?sted=5610&vei={asked}").text
    assert f'&amp;path={written}"' in page


def test_a_story_is_answered_along_a_path(client: TestClient) -> None:
    plain, along, broken = (
        client.get(f"/api/v1/stories/2040/5610.json?path={path}").json()
        for path in ("", "mork-vei", "%3Cscript%3E")
    )
    assert [told["choice"]["code"] for told in (plain, along, broken)] == ["", "mork-vei", ""]
    assert broken["choice"]["note"]
    asked = [step["id"] for step in plain["steps"]].index("velg")
    assert plain["steps"][:asked] == along["steps"][:asked]
    assert plain["steps"][asked + 1] != along["steps"][asked + 1]


@pytest.mark.parametrize("path", ["/nei", "/kommune/9999", "/historie?sted=9999", "/a/b/c"])
def test_what_is_not_there_is_a_friendly_404_with_search(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'action="/sok"' in answer.text
    assert "content-security-policy" in answer.headers


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/kommune/5610", "/kommune?sted=5610"),
        ("/historie/ba-5", "/historie?sted=ba-5"),
        ("/kommune/1534", "/kommune?sted=1580"),
        ("/historie?sted=0219", "/historie?sted=3201"),
        ("/kommune?sted=5437", "/kommune?sted=5610"),
        ("/kommune?sted=Skedsmo", "/kommune?sted=3205"),
        ("/kommune/skedsmo", "/kommune?sted=3205"),
        ("/veivalg?sted=Haram&vei=lys-vei", "/veivalg?sted=1580&vei=lys-vei"),
        ("/vei?sted=Ullensaker", "/vei?sted=3209"),
        ("/historie?sted=oslo", "/historie?sted=0301"),
        ("/sok?q=0602", "/historie?sted=3301"),
        ("/sok?q=skedsmo", "/historie?sted=3205"),
        ("/om/", "/om"),
        ("/sok?q=karasjok kommune 5610", "/historie?sted=5610"),
        ("/sok?q=karasj", None),
        ("/sok?q=301", "/historie?sted=0301"),
        ("/kommune/Hedmark", "/kommune?sted=34"),
        ("/kommune?sted=Nes i Akershus", "/kommune?sted=3228"),
        ("/sok?q=5610", "/historie?sted=5610"),
    ],
)
def test_short_addresses_lead_on(client: TestClient, path: str, to: str | None) -> None:
    answer = client.get(path)
    assert answer.headers.get("location") == to


@pytest.mark.parametrize(
    ("path", "offered"),
    [
        ("/kommune/Sande", ("1514", "3903")),
        ("/kommune/Viken", ("31", "32", "33")),
        ("/kommune/54", ("55", "56")),
    ],
)
def test_what_may_be_several_asks(client: TestClient, path: str, offered: tuple[str, ...]) -> None:
    answer = client.get(path)
    assert answer.status_code == 300
    assert all(f"/kommune?sted={code}" in answer.text for code in offered)


def test_svalbard_is_told_of(client: TestClient) -> None:
    for path in ("/kommune/Svalbard", "/sok?q=Longyearbyen"):
        assert "Svalbard og Jan Mayen er ikke kommuner" in client.get(path).text


@pytest.mark.parametrize("path", ["/kommune/1850", "/historie?sted=1850"])
def test_a_divided_municipality_of_old_is_a_choice(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 300
    assert "Tysfjord (1850) er i dag delt mellom to kommuner" in answer.text
    for code in ("1806", "1875"):
        assert f'href="/historie?sted={code}"' in answer.text
        assert f'href="/kommune?sted={code}"' in answer.text


@pytest.mark.parametrize(
    ("name", "codes"), [("Herøy", ("1515", "1818")), ("Tysfjord", ("1806", "1875"))]
)
def test_a_name_that_several_bear_is_a_choice(
    client: TestClient, name: str, codes: tuple[str, ...]
) -> None:
    answer = client.get(f"/kommune?sted={name}")
    assert answer.status_code == 300
    assert all(f'href="/kommune?sted={code}"' in answer.text for code in codes)


def test_a_name_nobody_bears_is_told_so_with_what_is_like_it(client: TestClient) -> None:
    answer = client.get("/kommune?sted=Skedsmmo")
    assert answer.status_code == 404
    assert "Ingen kommune heter «Skedsmmo»" in answer.text
    assert 'href="/kommune?sted=3205"' in answer.text


def test_a_search_says_by_which_name_of_old_a_place_was_found(client: TestClient) -> None:
    (found,) = client.get("/api/v1/places.json?q=skedsmo").json()["places"]
    assert found["found_by"] == "tidligere Skedsmo"
    assert "tidligere Sande" in client.get("/sok?q=sande").text


def test_a_surprise_is_the_story_of_a_municipality(client: TestClient) -> None:
    code = client.get("/overrask").headers["location"].removeprefix("/historie?sted=")
    assert places().get(code) in places().municipalities


def test_search_lists_places_without_script(client: TestClient) -> None:
    answer = client.get("/sok?q=her%C3%B8y")
    assert answer.text.count("/kommune?sted=") >= 2
    assert "Herøy" in answer.text


def test_places_are_searched_forgivingly(client: TestClient) -> None:
    found = client.get("/api/v1/places.json?q=baerum").json()["places"]
    assert found[0]["name"] == "Bærum"
    everyone = client.get("/api/v1/places.json").json()
    assert len(everyone["places"]) == 532
    assert everyone["edition"] == snapshot().edition


def test_the_same_answer_is_not_sent_twice(client: TestClient) -> None:
    first = client.get("/api/v1/places.json")
    assert first.headers["content-encoding"] == "br"
    again = client.get("/api/v1/places.json", headers={"if-none-match": first.headers["etag"]})
    assert again.status_code == 304
    assert again.content == b""
    kept = client.get(f"/api/v1/places.json?v={snapshot().edition}")
    assert "immutable" in kept.headers["cache-control"]
    older = {"gzip, br;q=0": "gzip", "gzip": "gzip", "identity": None, "br; q=0.0": None}
    for understood, sent in older.items():
        other = client.get("/api/v1/places.json", headers={"accept-encoding": understood})
        assert other.headers.get("content-encoding") == sent
        assert other.content == first.content


def test_the_story_brings_its_first_screen(client: TestClient) -> None:
    page = client.get("/historie?sted=5610").text
    step = as_data(tell("2040", "5610"))["steps"][0]
    assert step["heading"] in page
    assert page.count("<svg") > 1
    for other in ("/", "/om", "/historie?sted=5610&som=artikkel", "/historie?embed=true"):
        assert "stand-in" not in client.get(other).text


def test_every_announced_module_is_there(client: TestClient) -> None:
    announced = re.findall(r'rel="modulepreload" href="([^"]+)"', client.get("/historie").text)
    assert assets.READER + "index.js" in announced
    for address in announced:
        assert "javascript" in client.get(address).headers["content-type"]


def test_a_projection_is_all_ages_of_both_sexes(client: TestClient) -> None:
    answer = client.get("/api/v1/projection/0301.csv?alternative=HHMH")
    rows = list(csv.DictReader(io.StringIO(answer.text)))
    assert answer.headers["content-type"].startswith("text/csv")
    assert len(rows) == 25 * 2 * 106
    assert sum(float(row["population"]) for row in rows if row["year"] == "2026") > 700_000
    assert projection_csv("0301", "MMMM") != projection_csv("0301", "HHMH")


@pytest.mark.parametrize(
    ("path", "error"),
    [
        ("/projection/9999.csv", "unknown_place"),
        ("/projection/0.csv?alternative=XXXX", "unknown_alternative"),
        ("/views/nei/0.csv", "unknown_view"),
        ("/stories/nei/0.json", "unknown_story"),
        ("/gallery/9999.json", "unknown_place"),
        ("/nei", "not_found"),
    ],
)
def test_errors_are_a_sentence_in_json(client: TestClient, path: str, error: str) -> None:
    answer = client.get(f"/api/v1{path}")
    assert answer.status_code == 404
    assert answer.json()["error"] == error
    assert len(answer.json()["message"]) > 20


def test_a_file_is_named_after_what_it_holds_and_where(client: TestClient) -> None:
    names = {
        "/api/v1/views/carers/4601.csv": "framtid-carers-bergen-4601-nb.csv",
        "/api/v1/projection/4601.csv": "framtid-projection-4601-MMMM.csv",
        "/api/v1/views/carers/4601.csv?form=no": "framtid-carers-bergen-4601-nb-excel.csv",
        "/api/v1/tables/life_table.csv": "framtid-life_table.csv",
        "/api/v1/tables/life_table.csv?form=no": "framtid-life_table-excel.csv",
        "/api/v1/causes/links/5610.csv?form=no": "framtid-causes-links-5610-excel.csv",
        "/mote/protokoll.csv?sted=5610&form=no": "framtid-mote-5610-svar-excel.csv",
    }
    for path, name in names.items():
        disposition = client.get(path).headers["content-disposition"]
        assert disposition == f'attachment; filename="{name}"'


def test_norwegian_excel_gets_the_same_figures_in_its_own_form(client: TestClient) -> None:
    plain = client.get("/api/v1/views/carers/4601.csv").text
    theirs = client.get("/api/v1/views/carers/4601.csv?form=no").content
    assert theirs.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(theirs.decode("utf-8-sig")), delimiter=";"))
    back = [[cell.replace(",", ".") for cell in row] for row in rows]
    assert back == list(csv.reader(io.StringIO(plain)))
    assert "," in rows[1][1]


def test_every_view_has_its_figures_as_csv(client: TestClient) -> None:
    for view in client.get("/api/v1/views.json").json()["views"]:
        code = "5610" if Level.MUNICIPALITY in views()[view].levels else "0"
        answer = client.get(f"/api/v1/views/{view}/{code}.csv")
        assert answer.status_code == 200, view
        assert len(answer.text.splitlines()) > 1, view


def test_streamlits_files_are_compressed_and_kept(client: TestClient) -> None:
    page = client.get("/").text
    script = page.split('<script type="module" crossorigin src="')[1].split('"')[0]
    answer = client.get(script)
    assert answer.headers["content-encoding"] == "br"
    assert "immutable" in answer.headers["cache-control"]
    assert client.get("/static/js/nei.js").status_code == 404


def test_the_plotly_bundle_is_ours_and_kept(client: TestClient) -> None:
    page = client.get("/historie").text
    bundle = page.split('rel="preload" as="script" href="')[1].split('"')[0]
    answer = client.get(bundle)
    assert "immutable" in answer.headers["cache-control"]
    assert b"plotly" in answer.content[:500].lower()


def test_health_tells_edition_and_uptime(client: TestClient) -> None:
    told = client.get("/health").json()
    assert told["ok"] is True
    assert told["edition"] == snapshot().edition
    assert told["uptime"] >= 0


@pytest.mark.parametrize("name", ["/robots.txt", "/favicon.ico", "/assets/tomt-kart.json"])
def test_small_files_are_there(client: TestClient, name: str) -> None:
    assert client.get(name).status_code in {200, 302}


HOSTILE = st.text(max_size=80) | st.sampled_from(
    [
        "<script>alert(1)</script>",
        "../../etc/passwd",
        "{{ 7*7 }}",
        "' OR 1=1",
        '"><img src=x>',
        "\x00",
    ]
)


@SETTINGS
@given(HOSTILE)
def test_no_query_breaks_a_page_or_gets_into_it_raw(client: TestClient, text: str) -> None:
    for path, name in (("/sok", "q"), ("/historie", "sted"), ("/api/v1/places.json", "q")):
        answer = client.get(path, params={name: text})
        assert answer.status_code in {200, 300, 301, 302, 404}
        assert "<script>alert" not in answer.text
        assert "Traceback" not in answer.text


@SETTINGS
@given(HOSTILE)
def test_no_path_breaks_the_site(client: TestClient, text: str) -> None:
    for prefix in ("/", "/kommune/", "/assets/", "/static/", "/api/v1/projection/"):
        answer = client.get(prefix + "x" + quote(text, safe="/"))
        assert answer.status_code in {301, 302, 404}, prefix
        assert "Traceback" not in answer.text
        assert "<script>alert" not in answer.text


def test_any_municipality_is_another_each_time(client: TestClient) -> None:
    answers = [client.get("/api/v1/places/any.json") for _ in range(12)]
    drawn = [answer.json()["places"] for answer in answers]
    assert all(len(found) == 1 and found[0]["level"] == "municipality" for found in drawn)
    assert len({found[0]["code"] for found in drawn}) > 1
    assert {answer.headers["cache-control"] for answer in answers} == {"no-store"}


def test_any_place_is_asked_for_nothing_else(client: TestClient) -> None:
    answer = client.get("/api/v1/places/any.json?limit=-1&lang=en")
    assert answer.status_code == 400
    assert "limit" in answer.json()["message"]
