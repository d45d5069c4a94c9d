"""What the answers of the API promise: JSON schema, and the front end's types, from the models."""

import json
import re
from pathlib import Path
from typing import Any

import msgspec

from framtid.answers import ErrorAnswer, Health
from framtid.api.routes import Views
from framtid.api.tables import Tables
from framtid.api.typescript import declarations
from framtid.embed.look import site_colors
from framtid.embed.oembed import OEmbed
from framtid.embed.press.files import ViewFile
from framtid.pathways.answers import OutlookAnswer, Ways
from framtid.pathways.causes_answer import CausesAnswer
from framtid.pathways.councils_told import GameAnswer
from framtid.pathways.dilemmas_told import Dilemmas
from framtid.pathways.projects_told import Projects
from framtid.pathways.similar_told import SimilarAnswer
from framtid.pathways.stands_told import StandsAnswer
from framtid.pathways.waiting_told import WaitingAnswer
from framtid.places.answers import Places
from framtid.stories.document import Document
from framtid.stories.listing import Stories
from framtid.stories.simulator import Choice, Desk
from framtid.views.drawing.fitting import FITTING

ANSWERS: dict[str, type[msgspec.Struct]] = {
    "/api/v1/stories/{story}/{code}.json": Document,
    "/api/v1/stories.json": Stories,
    "/api/v1/gallery/{code}.json": Document,
    "/api/v1/choices/{code}.json": Desk,
    "/api/v1/choice/{code}.json": Choice,
    "/api/v1/dilemmas/{code}.json": Dilemmas,
    "/api/v1/councils/{code}.json": GameAnswer,
    "/api/v1/ways/{code}.json": Ways,
    "/api/v1/outlook/{code}.json": OutlookAnswer,
    "/api/v1/causes/{code}.json": CausesAnswer,
    "/api/v1/projects.json": Projects,
    "/api/v1/waiting/{code}.json": WaitingAnswer,
    "/api/v1/similar/{code}.json": SimilarAnswer,
    "/api/v1/stands/{code}.json": StandsAnswer,
    "/api/v1/places.json": Places,
    "/api/v1/places/any.json": Places,
    "/api/v1/views.json": Views,
    "/api/v1/tables.json": Tables,
    "/api/v1/views/{view}/{place}.json": ViewFile,
    "/oembed": OEmbed,
    "/health": Health,
}
"""The model of each JSON answer; tables themselves are JSON-stat, which has a schema of its own."""
PACKAGE = Path(__file__).parents[1]
SCHEMA = PACKAGE / "api/schema.json"
TYPES = PACKAGE / "reader/frontend/answers.d.ts"
TABLE = PACKAGE / "reader/frontend/fitting-table.js"
COLORS = PACKAGE / "web/static/colors.css"


def schema() -> dict[str, Any]:
    """Return the JSON schema of every answer, each answer's own under ``$defs``."""
    models = list(dict.fromkeys([*ANSWERS.values(), ErrorAnswer]))
    _, components = msgspec.json.schema_components(models, ref_template="#/$defs/{name}")
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Answers of 2040 begynner nå",
        "description": "Written by `python -m framtid schema write`; an error is an ErrorAnswer.",
        "answers": {address: {"$ref": f"#/$defs/{m.__name__}"} for address, m in ANSWERS.items()},
        "$defs": {name: _on_one_line(each) for name, each in sorted(components.items())},
    }


def schema_of(model: type[msgspec.Struct]) -> dict[str, Any]:
    """Return the JSON schema of one answer, whole by itself."""
    return {"$ref": f"#/$defs/{model.__name__}", "$defs": schema()["$defs"]}


def _on_one_line(component: dict[str, Any]) -> dict[str, Any]:
    """Return a component with the first sentence of its description alone."""
    said = re.split(r"\n\s*\n", component.get("description", ""))[0]
    told = {"description": " ".join(said.split())} if said else {}
    return component | told


def files() -> dict[Path, str]:
    """Return the files that are made from the models, with what they are to hold."""
    made = schema()
    return {
        SCHEMA: json.dumps(made, ensure_ascii=False, indent=1) + "\n",
        TYPES: declarations(made["$defs"]),
        TABLE: FITTING.script(),
        COLORS: site_colors.sheet(),
    }


def outdated(made: dict[Path, str] | None = None) -> list[Path]:
    """Return the files that do not hold what they are to hold, of the models' or of others."""
    return [
        file
        for file, text in (files() if made is None else made).items()
        if not file.exists() or file.read_text(encoding="utf-8") != text
    ]


def write(made: dict[Path, str]) -> list[Path]:
    """Write the files that are outdated, and return which."""
    late = outdated(made)
    for file in late:
        file.write_text(made[file], encoding="utf-8")
    return late
