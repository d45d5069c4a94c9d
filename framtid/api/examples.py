"""Whole answers as examples for the description of the API: real ones, cut where they are long."""

import json
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from starlette.requests import Request

from framtid.api.openapi import EXAMPLES, PATH_PART, told
from framtid.api.routes import ANSWERS
from framtid.language.current import speaking

LANGUAGE = "en"
ITEMS = 2
"""Of a list that an example keeps, and of a mapping by id."""
MEMBERS = 4
"""Of the same kind, lists or objects: an object with more of them is a mapping by id."""
LINES = 4
"""Of a CSV file."""
LETTERS = 240
"""Of a text."""
DIGITS = 9
"""Of a number with decimals: the last of sixteen differ between processors."""
WHOLE = {"/tables/{table}.json"}
"""JSON-stat, whose values and dimensions belong together, so that nothing can be cut of it."""


def _request(path: str) -> Request:
    """Return the question that an example answers."""
    known = told()["parameters"]
    return Request(
        {
            "type": "http",
            "method": "GET",
            "path": path,
            "path_params": {name: known[name]["example"] for name in PATH_PART.findall(path)},
            "query_string": urlencode(told()["examples"].get(path, {})).encode(),
            "headers": [],
            "client": None,
        }
    )


def cut(value: Any) -> Any:  # noqa: ANN401 - whatever JSON holds
    """Return an answer with what is long in it cut: lists, large mappings, texts and decimals."""
    if isinstance(value, dict):
        by_id = len(value) > MEMBERS and {type(each) for each in value.values()} in ({dict}, {list})
        most = ITEMS if by_id else None
        return {name: cut(each) for name, each in list(value.items())[:most]}
    if isinstance(value, list):
        return [cut(each) for each in value[:ITEMS]]
    if isinstance(value, str) and len(value) > LETTERS:
        return value[:LETTERS].rstrip() + " …"
    return float(f"{value:.{DIGITS}g}") if isinstance(value, float) else value


def example_of(path: str) -> Any:  # noqa: ANN401 - as above
    """Return the example of an address below ``/api/v1``, computed now."""
    with speaking(LANGUAGE):
        packed = ANSWERS[path].answer(_request(path))
    body = packed.plain().decode()
    if path.endswith(".csv"):
        return "".join(body.splitlines(keepends=True)[:LINES])
    return cut(json.loads(body))


def told_by_example() -> tuple[str, ...]:
    """Return the addresses that have an example."""
    return tuple(path for path in ANSWERS if path.endswith((".json", ".csv")) and path not in WHOLE)


def files() -> dict[Path, str]:
    """Return the file of examples, with what it is to hold."""
    made = {path: example_of(path) for path in told_by_example()}
    return {EXAMPLES: json.dumps(made, ensure_ascii=False, indent=1) + "\n"}
