"""JSON schema as TypeScript: an interface of each object, so that the front end is checked."""

import json
from collections.abc import Iterator, Mapping
from typing import Any

Schema = Mapping[str, Any]
HEAD = """\
// Written by `python -m framtid schema write` from the models of the answers; not by hand.
"""
PLAIN = {
    "string": "string",
    "integer": "number",
    "number": "number",
    "boolean": "boolean",
    "null": "null",
}


def declarations(components: Mapping[str, Schema]) -> str:
    """Return the declarations of all components of a schema, by name."""
    return HEAD + "".join(_declared(name, each) for name, each in components.items())


def _declared(name: str, schema: Schema) -> str:
    said = f"\n/** {schema['description']} */" if "description" in schema else ""
    if "properties" not in schema:
        return f"{said}\nexport type {name} = {written(schema)};\n"
    return f"{said}\nexport interface {name} {{\n" + "".join(_members(schema)) + "}\n"


def _members(schema: Schema) -> Iterator[str]:
    required = set(schema.get("required", ()))
    for name, each in schema["properties"].items():
        yield f"  {name}{'' if name in required else '?'}: {written(each)};\n"


def written(schema: Schema) -> str:
    """Return a schema as a TypeScript type."""
    if "$ref" in schema:
        return str(schema["$ref"]).rpartition("/")[2]
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(written(each) for each in schema["anyOf"]))
    if "enum" in schema:
        return " | ".join(json.dumps(each, ensure_ascii=False) for each in schema["enum"])
    kind = schema.get("type")
    if kind == "array":
        return _array(schema.get("items", {}))
    if kind == "object":
        return f"Record<string, {_valued(schema.get('additionalProperties', True))}>"
    return PLAIN.get(str(kind), "any")


def _array(items: Schema) -> str:
    inner = written(items)
    return f"({inner})[]" if "|" in inner else f"{inner}[]"


def _valued(values: Schema | bool) -> str:
    return "any" if isinstance(values, bool) else written(values)
