"""The documents' addresses: answers, redirects, hostile codes, and what a friendly no says."""

import re
from itertools import pairwise
from urllib.parse import quote

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from starlette.testclient import TestClient

from framtid.documents.pair import Pair
from framtid.language import language_of
from framtid.pathways.codec import Side, encode
from framtid.pathways.levers import levers
from framtid.pathways.pathway import named
from framtid.places import places

DOCUMENTS = [
    "/vei?sted=5610&vei=lys-vei",
    "/vei",
    "/spaker?sted=1151",
    "/spak/heltid?sted=3209",
    "/spak/flytt",
    "/sammenlign",
    "/regnestykket?sted=5610",
    "/spill",
    "/spill?sted=ba-5",
    "/spill?sted=1151",
    "/spill?sted=3201&spill=1-418",
    "/spill?sted=3201&spill=1-418-kuj",
    "/spill?sted=3201&spill=1-418-kujutjlen",
    "/spill?sted=3201&spill=1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn.",
    "/avstemming?sted=1151",
    "/staasted?sted=1151",
    "/standpunkt?sted=1151&standpunkt=1-hej",
    "/sammenlign?vei=3201.1-heltid2~4601.1-heltid2",
    "/mote",
    "/mote?sted=5610",
    "/mote?sted=5610&lengde=20",
    "/mote/veileder",
    "/rom",
]
hostile = st.one_of(
    st.text(max_size=200),
    st.text(alphabet="1-~.heltid²٣ \x00%&=<>\"'0349", max_size=300),
)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_a_document_needs_no_script_and_is_packed(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 200
    assert answer.headers["content-encoding"] in {"br", "gzip"}
    assert "default-src 'none'" in answer.headers["content-security-policy"]
    assert '<html lang="nb">' in answer.text
    assert answer.text.count("<h1") == 1
    for name in ("og:title", "og:description"):
        assert re.search(f'property="{name}" content="[^"]{{8,}}"', answer.text)
    assert not re.search(r"<script(?![^>]*\bsrc=)", answer.text)
    again = client.get(path, headers={"if-none-match": answer.headers["etag"]})
    assert again.status_code == 304


@pytest.mark.parametrize(
    "path",
    [
        "/vei?sted=0301&vei=mork-vei",
        "/sammenlign?vei=3201.1-heltid2~4601.1",
        "/spaker?sted=0301",
        "/regnestykket",
        "/avstemming",
        "/spill?sted=0301&spill=1-3",
    ],
)
def test_no_number_breaks_over_two_lines(client: TestClient, path: str) -> None:
    words = re.sub(r"(?s)<style.*?</style>|<[^>]*>", "", client.get(path).text)
    assert re.search(r"\d\u00a0\d{3}\b", words)
    assert not re.search(r"[^\d–]\d{1,3} \d{3}\b", words)


@pytest.mark.parametrize("path", DOCUMENTS)
def test_headings_go_down_one_step_at_a_time(client: TestClient, path: str) -> None:
    steps = [int(level) for level in re.findall(r"<h([1-6])", client.get(path).text)]
    assert steps[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(steps))


def test_title_and_description_are_the_places_own(client: TestClient) -> None:
    page = client.get("/vei?sted=3209&vei=lys-vei").text
    assert "<title>Lys vei: Ullensaker mot 2040</title>" in page
    assert 'property="og:description" content="Hva denne veien fører til i Ullensaker' in page
    assert (
        "<title>Hele stillinger – en spak for Utsira" in client.get("/spak/heltid?sted=1151").text
    )


@pytest.mark.parametrize(
    ("path", "to"),
    [
        ("/vei?sted=0219&vei=1-heltid2", "/vei?sted=3201&vei=1-heltid2"),
        ("/spak/heltid?sted=0219", "/spak/heltid?sted=3201"),
        ("/sammenlign?sted=0219&vei=lys-vei~1", "/sammenlign?sted=3201&vei=lys-vei~1"),
        ("/regnestykket?sted=0219", "/regnestykket?sted=3201"),
        (
            "/avstemming?sok=karasjok&tall=need_all~2026",
            "/avstemming?sted=5610&tall=need_all~2026",
        ),
        ("/vei/", "/vei"),
        ("/spaker/", "/spaker"),
        ("/spill?sted=0219&spill=1-7", "/spill?sted=3201&spill=1-7"),
        ("/spill?sok=karasjok&spill=1-7", "/spill?sted=5610"),
        ("/vei?sok=karasjok&vei=lys-vei", "/vei?sted=5610&vei=lys-vei"),
        ("/sammenlign?sok=karasjok&side=one&vei=0.1~3201.1", "/sammenlign?vei=5610.2~3201.2"),
    ],
)
def test_old_places_and_searches_lead_on_with_the_path(
    client: TestClient, path: str, to: str
) -> None:
    answer = client.get(path)
    if answer.status_code == 200:  # several places: each has its way on
        assert f'href="{to.replace("&", "&amp;")}"' in answer.text
    else:
        assert answer.status_code in {301, 302}
        assert answer.headers["location"] == to


def test_a_divided_municipality_is_a_choice_on_the_same_path(client: TestClient) -> None:
    answer = client.get("/vei?sted=1850&vei=lys-vei")
    assert answer.status_code == 300
    for code in ("1806", "1875"):
        assert f'href="/vei?sted={code}&amp;vei=lys-vei"' in answer.text


@pytest.mark.parametrize(
    "path",
    ["/vei?sted=9999", "/sammenlign?sted=9999", "/spak/nei", "/spak/nei.pdf", "/spak/.pdf"],
)
def test_what_is_not_there_is_a_friendly_404(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert 'action="/sok"' in answer.text


def test_an_unknown_lever_leads_to_all_of_them(client: TestClient) -> None:
    assert 'href="/spaker"' in client.get("/spak/<b>nei").text
    assert "<b>nei" not in client.get("/spak/<b>nei").text


@pytest.mark.parametrize("path", ["/vei", "/vei.txt", "/sammenlign"])
@settings(max_examples=40, deadline=None)
@given(told=hostile)
def test_any_code_gives_a_whole_page(client: TestClient, path: str, told: str) -> None:
    answer = client.get(f"{path}?sted=1151&vei={quote(told)}")
    assert answer.status_code == 200
    assert answer.headers["content-type"].startswith("text/")


@pytest.mark.parametrize(
    ("path", "note"),
    [("/vei?vei=tull", "broken"), ("/vei?vei=9-heltid2", "unknown_version")],
)
def test_a_broken_code_is_told_of(client: TestClient, path: str, note: str) -> None:
    assert language_of("nb").say(f"pathways.link.{note}") in client.get(path).text


def test_a_broken_side_or_an_unknown_place_is_told_of(client: TestClient) -> None:
    page = client.get("/sammenlign?sted=3201&vei=9999.1~tull").text
    assert "«9999»" in page
    assert "Vi viser Bærum i stedet" in page
    assert language_of("nb").say("pathways.link.broken") in page


def test_the_text_is_plain(client: TestClient) -> None:
    answer = client.get("/vei.txt?sted=5610&vei=lys-vei")
    assert answer.headers["content-type"] == "text/plain; charset=utf-8"
    assert answer.text.startswith("Lys vei: Karasjok mot 2040\n\n")
    assert not re.search(r"[<>*#\]]|\]\(", answer.text)


def test_a_sheet_comes_as_a_file(client: TestClient) -> None:
    answer = client.get("/spak/heltid.pdf?sted=5610")
    assert answer.headers["content-type"] == "application/pdf"
    assert 'filename="framtid-heltid-5610.pdf"' in answer.headers["content-disposition"]
    assert answer.content.startswith(b"%PDF")


def test_every_lever_is_listed_and_every_path_leads_on(client: TestClient) -> None:
    listed = client.get("/spaker?sted=3209").text
    assert all(f'href="/spak/{name}?sted=3209"' in listed for name in levers())
    told = client.get("/vei?sted=3209&vei=lys-vei").text
    others = [name for name in named() if name != "lys-vei"]
    assert all(f'href="/vei?sted=3209&amp;vei={name}"' in told for name in others)
    code = encode(named()["lys-vei"])
    assert f'href="/veivalg?sted=3209&amp;vei={code}"' in told


def test_sides_are_written_short_and_read_back() -> None:
    here, there = places().get("3201"), places().get("4601")
    one = Pair.read("lys-vei~1", here)
    assert one.kind == "paths"
    assert one.address.startswith("/sammenlign?sted=3201&vei=2-le2he2")
    assert one.swapped.swapped == one
    other = one.moved("other", Side(one.sides[0].pathway, there.code))
    assert other.kind == "places"
    assert Pair.read(other.address.partition("vei=")[2], here) == other
    assert one.elsewhere("one", "{code}").startswith("/sammenlign?vei={code}.2-le2he2")


@pytest.mark.parametrize("way", ["lys-vei~mork-vei", "3209.1-heltid2~1151.1-heltid2"])
def test_both_pictures_are_on_one_scale(client: TestClient, way: str) -> None:
    page = client.get(f"/sammenlign?sted=3201&vei={way}").text
    drawn = re.findall(r'<div class="ft-picture__wide">(.*?)</div>', page, re.DOTALL)
    one, other = (re.findall(r'<text x="-1"[^>]*>([\d\xa0]+)</text>', each) for each in drawn)
    assert len(one) > 2
    assert one == other
