"""The answers keep what their models promise, and what is made from the models is up to date."""

import json
from collections.abc import Iterator

import jsonschema_rs
import msgspec
import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from framtid.answers import ErrorAnswer, Model, encode
from framtid.api import contracts
from framtid.api.typescript import declarations, written
from framtid.site.program import MIDDLEWARE
from framtid.site.routes import routes
from framtid.stories.document import Document
from tests.schemas import check_schema

FILLED = {"story": "2040", "code": "5610", "view": "carers", "place": "5610"}
ASKED = {
    "/oembed": ("?url=/embed/carers/5610",),
    "/api/v1/ways/{code}.json": ("?goal=omsorg", "?goal=skole&path=lys-vei"),
    "/api/v1/stories/{story}/{code}.json": ("", "?path=1-heltid2-hjemme3", "?path=9-x"),
    "/api/v1/choice/{code}.json": ("", "?path=1-heltid2-samarbeid3", "?path=9-x"),
    "/api/v1/outlook/{code}.json": ("", "?path=1-heltid2-samarbeid3&alternative=HHMH"),
    "/api/v1/places.json": ("", "?q=skedsmo", "?q=xyzzy"),
    "/api/v1/views/{view}/{place}.json": ("", "?lang=en"),
}
SAMPLES = [
    (address + query, model)
    for address, model in contracts.ANSWERS.items()
    for query in ASKED.get(address, ("",))
]
ERRORS = (
    "/api/v1/nothing.json",
    "/api/v1/stories/2040/9999.json",
    "/api/v1/outlook/0.json?alternative=X",
    "/oembed?url=http://x/nothing",
)


@pytest.fixture(scope="module")
def client() -> Iterator[TestClient]:
    application = Starlette(routes=routes(), middleware=list(MIDDLEWARE))
    with TestClient(application) as opened:
        yield opened


def _members(value: object) -> Iterator[str]:
    """Yield the names of an answer's members, in the order they are written."""
    if isinstance(value, dict):
        for name, each in value.items():
            yield name
            yield from _members(each)
    elif isinstance(value, list):
        for each in value:
            yield from _members(each)


@pytest.mark.parametrize(("address", "model"), SAMPLES, ids=[address for address, _ in SAMPLES])
def test_an_answer_is_what_its_model_says(
    client: TestClient, address: str, model: type[msgspec.Struct]
) -> None:
    body = client.get(address.format(**FILLED)).content
    check_schema(json.loads(body), model)
    read = msgspec.json.decode(body, type=model)
    again = json.loads(encode(read))
    assert again == json.loads(body)
    assert list(_members(again)) == list(_members(json.loads(body)))


@pytest.mark.parametrize("address", ERRORS)
def test_an_error_is_one_too(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code >= 400
    assert msgspec.json.decode(answer.content, type=ErrorAnswer).message


def test_what_is_made_from_the_models_is_up_to_date() -> None:
    late = [file.name for file in contracts.outdated()]
    assert not late, "run `python -m framtid schema write`"


def test_a_changed_model_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    class Other(Model, frozen=True):
        """An answer that is new."""

        member: int

    monkeypatch.setitem(contracts.ANSWERS, "/other", Other)
    assert contracts.outdated() == [contracts.SCHEMA, contracts.TYPES]


def test_the_schema_is_a_schema() -> None:
    jsonschema_rs.meta.validate(contracts.schema_of(Document))


def test_a_member_that_no_model_has_is_refused(client: TestClient) -> None:
    told = json.loads(client.get("/api/v1/gallery/5610.json").content)
    told["more"] = 1
    with pytest.raises(jsonschema_rs.ValidationError):
        check_schema(told, Document)


def test_types_are_written_as_typescript_reads_them() -> None:
    number, nothing = {"type": "number"}, {"type": "null"}
    assert written({"type": "array", "items": {"anyOf": [number, nothing]}}) == "(number | null)[]"
    assert written({"type": "object", "additionalProperties": number}) == "Record<string, number>"
    assert written({"$ref": "#/$defs/Act"}) == "Act"
    assert written({"enum": ["up", "down"]}) == '"up" | "down"'
    component = {"properties": {"a": number, "b": number}, "required": ["a"]}
    assert "export interface Act {\n  a: number;\n  b?: number;\n}" in declarations(
        {"Act": component}
    )
