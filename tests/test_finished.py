"""Every page answers with its whole content: nothing is missing where no script runs."""

import gzip
import re
from collections import Counter

import pytest
from starlette.testclient import TestClient

from framtid import addresses
from framtid.pathways.codec import decode
from framtid.pathways.levers import levers
from framtid.places import places
from framtid.site.finished import WRITERS
from framtid.sitemap import pages
from framtid.stories import gallery, stories, tell
from framtid.views.drawing.people import OUTLINE
from framtid.views.people import SHAPES

PLACES = ("0", "ba-5", "1151", "3209", "5610", "0301")
MOST = 100_000
"""Bytes of any page as it is sent."""
HEAVY = [
    "/mote?lengde=120",
    "/vei?vei=lys-vei",
    "/sammenlign?vei=lys-vei~mork-vei",
    "/spill?spill=1-418-kujutjlen.tojkojtsn.najbpjron.sejlajtsn.",
    *(
        f"{address}?fortelling={name}"
        for name in stories()
        for address in ("/historie", "/utskrift")
    ),
]
"""Pages that hold more when more is asked of them."""


def test_every_page_of_the_app_is_written() -> None:
    app_pages = {page.name for page in pages().values() if page.script}
    assert WRITERS.keys() == app_pages, "each has a writer in framtid/site/finished.py"


@pytest.mark.parametrize("code", PLACES)
def test_a_storys_page_tells_all_of_it(client: TestClient, code: str) -> None:
    told, html = tell("2040", code), client.get(f"/historie?sted={code}").text
    article = html[html.index('<main id="innhold"') :]
    for step in told.steps:
        assert f'id="les-{step.id}"' in article
        assert step.html in article
    shown = {(step.view, step.frame) for step in told.steps}
    for view, frame in shown:
        assert _escaped(told.views[view].frames[frame].alt) in article
    for view in {view for view, _ in shown}:
        assert f"<caption>{_escaped(told.views[view].table.caption)}</caption>" in article
    assert article.count("<figure") <= article.count('role="img"')


def test_no_page_is_heavy(client: TestClient) -> None:
    for address in (*(page.address for page in pages().values()), *HEAVY):
        mark = "&" if "?" in address else "?"
        html = client.get(f"{address}{mark}sted=5610", follow_redirects=True).text
        assert len(gzip.compress(html.encode(), 6)) <= MOST, address


@pytest.mark.parametrize("address", ["/mote?sted=5610&lengde=120", "/lysbilder?sted=5610"])
def test_an_outline_of_a_person_stands_once_on_a_wall(client: TestClient, address: str) -> None:
    html = client.get(address).text
    for name, line in SHAPES.items():
        assert html.count(line) == 1
        assert f'id="{OUTLINE}{name}"' in html
    used = set(re.findall(r'<use href="#([\w-]+)"', html))
    assert used
    assert all(html.count(f'id="{name}"') == 1 for name in used)


@pytest.mark.parametrize("address", ["/kommune", "/historie", "/utskrift", "/lysbilder"])
def test_what_is_told_once_is_there_once(client: TestClient, address: str) -> None:
    """Dots and people are named where they are shown again: each name is known, and one thing's."""
    for place in ("0301", "5610"):
        html = client.get(f"{address}?sted={place}").text
        ids = Counter(re.findall(r' id="([^"]+)"', html))
        assert not [name for name, times in ids.items() if times > 1]
        assert set(re.findall(r"(?:<use href=\"|url\()#([\w-]+)", html)) <= set(ids)


def test_the_page_of_every_figure_is_held_short(client: TestClient) -> None:
    """Each figure stands there for narrow and wide screens: 353 kB, 76 packed, and a tenth."""
    html = client.get("/kommune?sted=0301").text
    assert len(html.encode()) < 388_000
    assert len(gzip.compress(html.encode(), 6)) < 83_000


@pytest.mark.parametrize("code", PLACES)
def test_min_kommune_shows_every_view(client: TestClient, code: str) -> None:
    html = client.get(f"/kommune?sted={code}").text
    for view in gallery(code).views.values():
        assert f"<caption>{_escaped(view.table.caption)}</caption>" in html


def _escaped(words: str) -> str:
    return words.replace("&", "&amp;").replace("<", "&lt;").replace("'", "&#39;")


def test_levers_are_chosen_in_a_form(client: TestClient) -> None:
    html = client.get("/veivalg?sted=5610").text
    for name in levers():
        assert html.count(f'name="{name}"') == 5
    asked = {"sted": "5610", "vei": "2", "til": "/veivalg", "heltid": "he2", "unge": "unm"}
    answer = client.get(addresses.CHOSEN, params=asked)
    assert answer.status_code == 303
    onward = answer.headers["location"]
    assert onward.startswith("/veivalg?sted=5610&vei=")
    taken = decode(onward.rpartition("=")[2]).pathway
    assert dict(taken.levels) == {"heltid": 2, "unge": -1}
    chosen = client.get(onward).text
    assert re.search(r'name="heltid" value="he2" checked', chosen)


def test_a_story_goes_on_along_the_levers_of_its_form(client: TestClient) -> None:
    asked = {"sted": "3201", "vei": "lys-vei", "til": "/historie", "heltid": "he3"}
    onward = client.get(addresses.CHOSEN, params=asked).headers["location"]
    assert onward.startswith("/historie?sted=3201&vei=2-")


@pytest.mark.parametrize(
    "asked",
    [
        {},
        {"vei": "tull", "til": "//evil.example", "heltid": "he9"},
        {"vei": "2-he1", "heltid": "x" * 500, "til": "https://evil.example"},
    ],
)
def test_a_form_that_cannot_be_read_leads_to_today(
    client: TestClient, asked: dict[str, str]
) -> None:
    answer = client.get(addresses.CHOSEN, params=asked)
    assert answer.status_code == 303
    assert answer.headers["location"].startswith("/veivalg")


def test_a_form_of_a_place_that_is_none_says_so(client: TestClient) -> None:
    answer = client.get(addresses.CHOSEN, params={"sted": "9999", "heltid": "he2"})
    assert answer.status_code == 404
    assert "9999" in answer.text


def test_lists_to_choose_from_are_forms_without_a_script(client: TestClient) -> None:
    html = client.get("/tallene?sted=5610&tabell=fertility_rate").text
    assert '<option value="fertility_rate" selected>' in html
    assert len(re.findall(r'<option value="\d{4}"', html)) == len(places().municipalities)
    frame = client.get("/bygg-inn?sted=5610&figur=pupils").text
    assert 'src="/embed/pupils/5610"' in frame
    assert "&lt;iframe" in frame


@pytest.mark.parametrize("page", ["/veivalg", "/historie"])
def test_a_choice_without_a_script_keeps_the_room_one_reads_for(
    client: TestClient, page: str
) -> None:
    room = "KTTPHJ2R"
    html = client.get(page, params={"sted": "5610", "innspill": room, "vei": "2-he1"}).text
    form = html.split('class="ft-levers-form"')[1].split("</form>")[0]
    assert f'name="innspill" value="{room}"' in form
    ways = html.split('class="ft-ways"')[1].split("</ul>")[0]
    links = re.findall(r'href="([^"]+)"', ways)
    assert links
    assert all(f"innspill={room}" in each for each in links)
    asked = {"sted": "5610", "vei": "2", "til": page, "he": "he2", "innspill": room}
    led = client.get("/velg-vei", params=asked, follow_redirects=False).headers["location"]
    assert f"innspill={room}" in led
    asked["innspill"] = "<script>"
    led = client.get("/velg-vei", params=asked, follow_redirects=False).headers["location"]
    assert "innspill" not in led


@pytest.mark.parametrize("code", ["5610", "0301", "46", "0"])
def test_a_municipality_unpacked_is_not_heavier_than_it_need_be(
    client: TestClient, code: str
) -> None:
    """Every figure twice, every table once, none of it lost: what a page without a script takes."""
    page = client.get("/kommune", params={"sted": code}).text
    assert len(page.encode()) < 510_000
    tables = re.findall(r"<tbody>(.*?)</tbody>", page, re.DOTALL)
    every = ["\n".join(sorted(each.split("\n"))) for each in tables]
    assert len(every) == len(set(every))
    for there in re.findall(r'<a href="#(les-\w+)"', page):
        assert f'id="{there}"' in page
