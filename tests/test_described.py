"""The API, the data sets and the notebook: described as others read them, and true."""

import json
import os
import re
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from openapi_spec_validator import OpenAPIV31SpecValidator
from pyshacl import validate
from rdflib import Graph, Literal, Namespace, URIRef
from rdflib.namespace import DCTERMS, FOAF, RDF
from starlette.testclient import TestClient

from framtid import addresses
from framtid.api.contracts import ANSWERS as MODELS
from framtid.api.examples import LETTERS, cut, example_of, told_by_example
from framtid.api.openapi import MEDIA, example, examples, openapi, operations, told
from framtid.api.routes import ANSWERS
from framtid.language import language_of
from framtid.statistics.snapshot import snapshot
from framtid.tables.datasets import LICENCES, datasets
from framtid.tables.dcat import EU_LICENCES, catalog
from tests.schemas import check_schema

DCAT = Namespace("http://www.w3.org/ns/dcat#")
ODRS = Namespace("http://schema.theodi.org/odrs#")
NOTEBOOK = Path(__file__).parents[1] / "notebooks/one_figure.ipynb"
SHAPES = Path(__file__).with_name("dcat_ap_no.ttl")
pytestmark = pytest.mark.filterwarnings("ignore::DeprecationWarning")
"""rdflib's own, of a class that its parser of JSON-LD still uses."""
ASKED = [
    path
    for path in operations()
    if addresses.API + path not in MODELS and not (path in ANSWERS and ANSWERS[path].dear)
]
"""Those that no model is held to elsewhere, and that are not dear."""


def test_the_description_is_openapi_and_leaves_no_answer_out(client: TestClient) -> None:
    served = client.get("/api/v1/openapi.json").json()
    assert served == json.loads(json.dumps(openapi()))
    OpenAPIV31SpecValidator(served).validate()
    assert served["paths"].keys() == operations().keys() >= ANSWERS.keys()
    assert told()["operations"].keys() == operations().keys()
    ids = [each["get"]["operationId"] for each in served["paths"].values()]
    assert len(set(ids)) == len(ids)


@pytest.mark.parametrize("path", [path for path in examples() if addresses.API + path in MODELS])
def test_an_example_in_the_description_is_an_answer(path: str) -> None:
    check_schema(examples()[path], MODELS[addresses.API + path])


def test_the_examples_are_of_every_answer_that_is_data() -> None:
    assert examples().keys() == {*told_by_example(), "/places/any.json"}
    described = openapi()["paths"]
    for path, told_example in examples().items():
        (content,) = described[path]["get"]["responses"]["200"]["content"].values()
        assert content["example"] == told_example


@pytest.mark.parametrize(
    "path",
    [
        *("/places.json", "/views.json", "/causes/{code}.json", "/projects.csv", "/tables.json"),
        *("/similar/{code}.json", "/projection/{code}.csv", "/views/{view}/{place}.json"),
    ],
)
def test_an_example_is_what_is_answered_now(path: str) -> None:
    assert examples()[path] == example_of(path), "run `python -m framtid schema write`"


def test_what_is_long_is_cut_and_nothing_else() -> None:
    whole = {"a": [1, 2, 3], "b": "x" * 9, "c": {str(n): {"d": n} for n in range(9)}, "e": None}
    assert cut(whole) == {"a": [1, 2], "b": "x" * 9, "c": {"0": {"d": 0}, "1": {"d": 1}}, "e": None}
    assert cut([0.09702261923191788, 5627400]) == [0.0970226192, 5627400]
    assert cut("y" * 999) == "y" * LETTERS + " …"
    small = {"table": {str(n): n for n in range(9)}}
    assert cut(small) == small


@pytest.mark.parametrize("path", ASKED)
def test_the_example_of_an_answer_works_and_is_what_it_is_said_to_be(
    client: TestClient, path: str
) -> None:
    answer = client.get(example(path))
    assert answer.status_code == 200, answer.text[:200]
    assert answer.headers["content-type"].partition(";")[0] == MEDIA[path.rpartition(".")[2]]


EXAMPLES = [
    (name, value)
    for name, known in told()["parameters"].items()
    for value in known.get("values", [known["example"]] if "example" in known else [])
    if any(name in asked for asked in operations().values())
]
"""What stands in the path is tried with each answer's own example."""


@pytest.mark.parametrize(("name", "value"), EXAMPLES)
def test_what_a_parameter_may_be_is_answered_with_the_example(
    client: TestClient, name: str, value: str
) -> None:
    takes = [path for path, asked in operations().items() if name in asked]
    cheap = [path for path in takes if not (path in ANSWERS and ANSWERS[path].dear)] or takes
    path = next((each for each in cheap if f"{name}=" not in example(each)), cheap[0])
    address = example(path)
    if f"{name}=" not in address:
        address += f"{'&' if '?' in address else '?'}{name}={value}"
    answer = client.get(address)
    assert answer.status_code == 200, (address, answer.text[:200])


@pytest.fixture(scope="module")
def graph() -> Graph:
    site = "https://example.no"
    return Graph().parse(data=json.dumps(catalog(site)), format="json-ld")


def complaints(graph: Graph) -> str:
    """Return what a validator of SHACL says is wrong; empty where nothing is."""
    conforms, _, said = validate(graph, shacl_graph=Graph().parse(SHAPES))
    return "" if conforms else str(said)


def test_the_data_sets_are_as_dcat_ap_no_demands(graph: Graph) -> None:
    assert not complaints(graph)
    sets = set(graph.subjects(RDF.type, DCAT.Dataset))
    assert len(sets) == len(datasets()) + len(snapshot().catalogue.entries)
    for thing in sets:
        languages = {
            str(getattr(each, "language", "")) for each in graph.objects(thing, DCTERMS.title)
        }
        assert languages == {"nb", "nn", "en"}
    licences = {str(each) for each in graph.objects(None, DCTERMS.license)}
    assert licences == set(EU_LICENCES.values())
    others = {str(each) for each in graph.objects(None, ODRS.copyrightStatement)}
    assert others == {own for name, own in LICENCES.items() if name not in EU_LICENCES}
    own = {URIRef(f"https://example.no/data#{name}") for name in datasets()}
    assert set(graph.objects(None, DCAT.servesDataset)) == own <= sets


@pytest.mark.parametrize(
    ("kind", "told", "other"),
    [
        (DCAT.Dataset, DCTERMS.title, None),
        (DCAT.Dataset, DCTERMS.publisher, None),
        (DCAT.Dataset, DCAT.contactPoint, None),
        (DCAT.Dataset, DCAT.theme, URIRef("https://example.no/theme")),
        (DCAT.Catalog, DCTERMS.description, Literal("Without a language")),
        (DCAT.Distribution, DCAT.accessURL, None),
        (
            DCAT.Distribution,
            DCTERMS.license,
            URIRef("https://creativecommons.org/licenses/by/4.0/"),
        ),
        (DCAT.DataService, DCAT.endpointURL, Literal("/api/v1")),
        (FOAF.Agent, FOAF.name, None),
        (DCTERMS.PeriodOfTime, DCAT.startDate, Literal("2006")),
        (DCAT.Catalog, DCTERMS.license, URIRef("https://example.no/licence")),
        (DCAT.Distribution, DCTERMS.rights, URIRef("https://example.no/rights")),
    ],
)
def test_a_catalogue_that_lacks_something_is_refused(
    graph: Graph, kind: URIRef, told: URIRef, other: URIRef | Literal | None
) -> None:
    wrong = Graph()
    for triple in graph:
        wrong.add(triple)
    thing = next(wrong.subjects(RDF.type, kind))
    wrong.remove((thing, told, None))
    if other is not None:
        wrong.add((thing, told, other))
    assert complaints(wrong)


def test_every_distribution_is_where_it_is_said_to_be(client: TestClient, graph: Graph) -> None:
    wanted = {str(each) for each in graph.objects(None, DCAT.accessURL)}
    own = [each for each in wanted if "/tables/" not in each]
    for address in own:
        assert client.get(address.removeprefix("https://example.no")).status_code == 200, address
    names = {each.rpartition("/")[2].removesuffix(".csv") for each in wanted - set(own)}
    assert names == snapshot().catalogue.entries.keys()


def test_the_catalogue_needs_the_name_of_our_host(client: TestClient) -> None:
    served = client.get("/api/v1/dcat.jsonld")
    assert served.json()["@id"] == "http://testserver/data"
    assert client.get("/api/v1/dcat.jsonld", headers={"host": "evil.example"}).status_code == 404


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_the_page_has_every_data_set_with_licence_edition_and_citation(
    client: TestClient, spoken: str
) -> None:
    page = client.get(f"/data?lang={spoken}").text
    language = language_of(spoken)
    assert language.entry("datasets.list").keys() == datasets().keys()
    for name in datasets():
        assert f'id="{name}"' in page
        assert language.say(f"datasets.list.{name}.title") in page
    assert snapshot().edition in page
    assert "CC BY 4.0" in page
    told_of = page.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    found = json.loads(told_of)
    assert [each["@type"] for each in found["dataset"]] == ["Dataset"] * len(datasets())
    assert all(each["license"] for each in found["dataset"])


def test_the_notebook_reads_the_running_site_and_draws_one_figure(
    site: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(os.environ, "FRAMTID_SITE", site)
    room: dict[str, Any] = {}
    for cell in json.loads(NOTEBOOK.read_text("utf-8"))["cells"]:
        if cell["cell_type"] == "code":
            exec("".join(cell["source"]), room)  # noqa: S102 - it is our own
    assert room["old"].index.max() == 2050
    assert (room["old"] > 0).all()
    assert len(room["table"]) > 0
    assert list(room["figure"].data[0].y) == list(room["old"])


@pytest.mark.parametrize("spoken", ["nb", "nn", "en"])
def test_files_are_of_the_place_or_said_to_be_an_example(client: TestClient, spoken: str) -> None:
    def files(code: str) -> list[tuple[str, str]]:
        page = unescape(client.get(f"/data?lang={spoken}{code}").text)
        return re.findall(r'<a href="(/api/v1/[^"]+)">((?:CSV|JSON)[^<]*)</a>', page)

    of_place = [path for each in datasets().values() for path in each.files.values()]
    many = sum("{code}" in path for path in of_place)
    example = re.compile("for eksempel|til dømes|for example")
    assert sum(bool(example.search(label)) for _, label in files("")) == many
    for code in ("0", "ba-5", "0301", "1151"):
        told = files(f"&sted={code}")
        assert not any(example.search(label) for _, label in told)
        mine = [address for address, _ in told if f"/{code}." in address]
        assert len(mine) == many
        assert all(client.get(address).status_code == 200 for address in mine)
    assert 'href="/data?sted=1151"' in client.get("/data?sok=utsira").text
