"""The API described: OpenAPI 3.1, made of the routes, their parameters and the answers' models."""

import json
import re
from functools import lru_cache
from pathlib import Path
from typing import Any

from framtid import addresses
from framtid.answers import ErrorAnswer
from framtid.api.contracts import ANSWERS as MODELS
from framtid.api.contracts import schema
from framtid.api.endpoint import EVERYWHERE
from framtid.api.routes import ANSWERS
from framtid.folders import PARAMETERS
from framtid.language.current import spoken
from framtid.parameter_files import read_yaml
from framtid.statistics.keeping import kept
from framtid.web.packed import Packed, to_json

FILE = PARAMETERS / "api.yml"
EXAMPLES = Path(__file__).with_name("examples.json")
"""Answers by their addresses, written by ``python -m framtid schema write``."""
PATH_PART = re.compile(r"{(\w+)}")
MEDIA = {
    "csv": "text/csv",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "json": "application/json",
    "jsonld": "application/ld+json",
    "pdf": "application/pdf",
    "png": "image/png",
    "pptx": "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    "svg": "image/svg+xml",
    "txt": "text/plain",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "zip": "application/zip",
}
"""What each kind of file is sent as."""


@lru_cache(maxsize=1)
def told() -> dict[str, Any]:
    """Return what the file says of the API beyond what the code knows."""
    read: dict[str, Any] = read_yaml(FILE)
    return read


@lru_cache(maxsize=1)
def examples() -> dict[str, Any]:
    """Return the example of each answer that has one; any place is as one of them."""
    read: dict[str, Any] = json.loads(EXAMPLES.read_text(encoding="utf-8"))
    return read | {"/places/any.json": read["/places.json"]}


def operations() -> dict[str, tuple[str, ...]]:
    """Return the parameters of every answer by its address below ``/api/v1``."""
    known = {path: one.parameters for path, one in ANSWERS.items()}
    return known | {"/places/any.json": (), "/openapi.json": (), "/dcat.jsonld": ()}


def _parameter(name: str, where: str) -> dict[str, Any]:
    known = told()["parameters"][name]
    values = {"enum": known["values"]} if "values" in known else {}
    example = {"example": known["example"]} if "example" in known else {}
    return {
        "name": name,
        "in": where,
        "required": where == "path",
        "description": known["description"],
        "schema": {"type": "string", **values},
        **example,
    }


def _example(path: str) -> dict[str, Any]:
    return {"example": examples()[path]} if path in examples() else {}


def _operation(path: str, parameters: tuple[str, ...]) -> dict[str, Any]:
    asked = dict.fromkeys((*parameters, *EVERYWHERE))
    model = MODELS.get(addresses.API + path)
    body = {"$ref": f"#/components/schemas/{model.__name__}"} if model else {}
    media = MEDIA[path.rpartition(".")[2]]
    return {
        "summary": told()["operations"][path],
        "operationId": "-".join(re.findall(r"\w+", path)),
        "parameters": [
            *(_parameter(name, "path") for name in PATH_PART.findall(path)),
            *(_parameter(name, "query") for name in asked),
        ],
        "responses": {
            "200": {
                "description": "The answer. In the example what is long is cut.",
                "content": {media: {"schema": body, **_example(path)}},
            },
            "4XX": {"$ref": "#/components/responses/Wrong"},
        },
    }


def openapi() -> dict[str, Any]:
    """Return the whole description."""
    models = json.dumps(schema()["$defs"]).replace("#/$defs/", "#/components/schemas/")
    about = told()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": about["title"],
            "description": about["description"],
            "version": about["version"],
            "license": {
                "name": "CC BY 4.0",
                "url": "https://creativecommons.org/licenses/by/4.0/",
            },
        },
        "servers": [{"url": addresses.host() + addresses.API}],
        "paths": {path: {"get": _operation(path, asked)} for path, asked in operations().items()},
        "components": {
            "schemas": json.loads(models),
            "responses": {
                "Wrong": {
                    "description": "What was wrong with the question",
                    "content": {
                        "application/json": {
                            "schema": {"$ref": f"#/components/schemas/{ErrorAnswer.__name__}"},
                            "example": {
                                "error": "unknown_place",
                                "message": "There is no place with the code 9999.",
                                "fault": "",
                            },
                        }
                    },
                }
            },
        },
    }


def example(path: str) -> str:
    """Return an address that works, with the examples of the parameters in its path."""
    parameters = told()["parameters"]
    query = told()["examples"].get(path, {})
    filled = PATH_PART.sub(lambda part: parameters[part[1]]["example"], path)
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    return f"{addresses.API}{filled}?{asked}" if asked else addresses.API + filled


@kept(4, by=spoken)
def openapi_json() -> Packed:
    """Return the description as JSON."""
    return to_json(openapi())
