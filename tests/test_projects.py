"""Innovation projects: each with a source, in every language, found by place, area and stage."""

import csv
import io
import re
from html import unescape

import msgspec
import pytest
from starlette.testclient import TestClient

from framtid.consequences.parameters import references
from framtid.folders import PARAMETERS
from framtid.language import language_of
from framtid.parameter_files import parse_as
from framtid.pathways.causes import causal_map
from framtid.pathways.causes_told import causes_answer
from framtid.pathways.projects import FILE, STAGES, Project, chosen, near_by, projects
from framtid.places import places
from framtid.statistics.snapshot import snapshot


def test_every_project_has_words_in_every_language() -> None:
    for code in ("nb", "nn", "en"):
        language = language_of(code)
        assert language.entry("projects.list").keys() == projects().keys()
        assert language.entry("projects.stages").keys() == set(STAGES)
        assert all(each["text"].endswith(".") for each in language.entry("projects.list").values())


def test_who_runs_a_project_is_told_in_the_readers_own_language() -> None:
    owners = {
        code: [each["owner"] for each in language_of(code).entry("projects.list").values()]
        for code in ("nb", "nn", "en")
    }
    assert not [each for each in owners["nn"] if re.search(r"kommuner\b|foreningen", each)]
    foreign = r"\b(kommuner?|og|så|med|bydel|staten|[a-z]+departementet)\b|direktoratet"
    assert not [each for each in owners["en"] if re.search(foreign, each, re.IGNORECASE)]


def test_projects_are_many_and_from_all_areas_and_all_parts_of_the_country() -> None:
    areas = {name for name, node in causal_map().nodes.items() if node.kind == "area"}
    assert {each.area for each in projects().values()} == areas
    counties = {code[:2] for each in projects().values() for code in each.places} - {"0"}
    assert len(projects()) > 40
    assert len(counties) >= 14


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("area: bli-boende", "area: hender"),
        ("meets: [anskaffelser]", "meets: [hender]"),
        ('places: ["1563"]', 'places: ["9999"]'),
        ('link: "https://www.sunndal', 'link: "javascript:'),
        ("stage: used", "stage: done"),
    ],
)
def test_a_project_that_answers_to_nothing_is_refused(before: str, after: str) -> None:
    text = FILE.read_text(encoding="utf-8")
    assert before in text
    with pytest.raises(msgspec.ValidationError):
        parse_as(text.replace(before, after, 1), dict[str, Project])


def test_a_place_has_its_own_projects_before_the_whole_countrys() -> None:
    lyngen = list(chosen(places().get("5536")))
    assert lyngen[:2] == ["tiltakssonen", "lyngen"]
    assert "torn" in lyngen
    assert "torn-sunndal" not in lyngen
    # Karasjok is in the county that is named; the region has what its municipality has.
    assert "tiltakssonen" in chosen(places().get("5610"))
    region = places().region_of(places().get("1563"))
    assert "torn-sunndal" in chosen(region, "heltid", "trial")
    assert chosen(places().nation).keys() == projects().keys()


def test_the_page_the_files_and_the_map_tell_of_the_same(client: TestClient) -> None:
    query = "sted=1103&omrade=teknologi&stadium=trial"
    page = client.get(f"/prosjekter?{query}").text
    assert 'id="innovasjonspartnerskap"' in page
    assert 'id="carpe-diem"' not in page
    assert '<option value="teknologi" selected>' in page
    assert 'href="/sammenheng?sted=1103&amp;punkt=anskaffelser#kart"' in page
    answer = client.get("/api/v1/projects.json?sted=1103&area=teknologi&stage=trial&lang=en").json()
    assert [each["id"] for each in answer["projects"]] == ["innovasjonspartnerskap"]
    rows = list(csv.DictReader(io.StringIO(client.get("/api/v1/projects.csv").text)))
    assert [row["id"] for row in rows] == list(chosen(places().nation))
    assert client.get("/api/v1/projects.json?area=hender").status_code == 400
    assert client.get("/prosjekter?omrade=%3Cb%3E").text.count(" selected>") == 0
    map_of = {each.id: each for each in causes_answer("1103").nodes}
    assert "innovasjonspartnerskap" in {each.id for each in map_of["anskaffelser"].projects}


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", ["0", "46", "ba-5", "0301", "3201", "5610", "1151", "1103"])
def test_the_page_says_what_is_here_and_what_is_from_elsewhere(
    client: TestClient, code: str, spoken: str
) -> None:
    place = places().get(code)
    groups = near_by(place)
    assert [name for name in groups if name in {"here", "region", "country"}] == list(groups)
    assert chosen(place).keys() <= {name for found in groups.values() for name in found}
    names = [name for found in groups.values() for name in found]
    assert len(names) == len(set(names))
    for name in groups.get("here", {}):
        assert not projects()[name].everywhere()
    page = client.get(f"/prosjekter?sted={code}&lang={spoken}").text
    ids = re.findall(r'<section id="([a-z0-9-]+)" class="ft-project">', page)
    assert ids == names
    heading = language_of(spoken).say(
        "projects.page.heading", inside=language_of(spoken).inside(place), alone=code == "0"
    )
    assert f"<h1>{heading}</h1>" in unescape(page)


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
@pytest.mark.parametrize("code", ["0", "5610"])
def test_an_empty_answer_leads_to_what_there_is(client: TestClient, code: str, spoken: str) -> None:
    nation = places().nation
    areas = [name for name, node in causal_map().nodes.items() if node.kind == "area"]
    area, stage = next(
        (area, stage)
        for area in areas
        for stage in STAGES
        if not any(near_by(places().get(code), area, stage).values())
        and not chosen(nation, area, stage)
    )
    page = client.get(f"/prosjekter?sted={code}&omrade={area}&stadium={stage}&lang={spoken}").text
    section = page.partition('class="ft-choice-of ft-narrow"')[2].partition("</form>")[2]
    ways = re.findall(r'<a href="(/prosjekter[^"]*)"', section.partition("</article>")[0])
    assert len(ways) == (3 if code == "0" else 4)
    found = [client.get(unescape(way)).text.count('class="ft-project"') for way in ways]
    assert any(found)
    everything = ways[2]
    assert client.get(unescape(everything)).text.count('class="ft-project"')


def test_years_links_and_places_are_plausible() -> None:
    this_year = int(snapshot().catalogue.updated[:4])
    for name, project in projects().items():
        assert project.year is None or 2000 <= project.year <= this_year, name
        assert re.match(r"https://[\w.-]+\.\w+/", project.link), name
        assert project.places, name
        assert all(places().get(code).code == code for code in project.places), name


HTTP_ONLY = {
    "http://www.iris.no/forskning/samfunn/politisk-organisering-og-styring/"
    "interkommunalt-samarbeid": (
        "IRIS is part of NORCE now; the page was read here, and its publisher has no other of it"
    ),
}
"""Links that have no https, each with the reason why it is linked all the same."""


def test_every_link_of_sources_and_projects_is_encrypted() -> None:
    files = [each for each in PARAMETERS.rglob("*.yml") if "snapshot" not in each.parts]
    plain = {
        link
        for file in files
        for link in re.findall(r"http://[^\s\"']+", file.read_text(encoding="utf-8"))
    }
    assert plain == set(HTTP_ONLY)
    sources = [each.link for each in references().values()]
    assert all(link.startswith(("https://", "/")) for link in sources)
