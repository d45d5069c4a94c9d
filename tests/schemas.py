"""The answers' schemas, each read once for all tests that hold an answer to it."""

from functools import cache
from typing import Any

import jsonschema_rs
import msgspec

from framtid.api.contracts import schema_of


@cache
def _validator(model: type[msgspec.Struct]) -> jsonschema_rs.Validator:
    return jsonschema_rs.validator_for(schema_of(model))


def check_schema(told: Any, model: type[msgspec.Struct]) -> None:
    """Raise ``jsonschema_rs.ValidationError`` where a JSON value is not as its model promises."""
    _validator(model).validate(told)
