"""The document: a story for a place as plain data, ready for any reader to show."""

import json
from collections.abc import Iterable
from dataclasses import asdict
from typing import Any

from framtid import addresses
from framtid.language import Language
from framtid.language.sources import cite
from framtid.places import Place
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import snapshot
from framtid.views.model import View

VERSION = 1
Document = dict[str, Any]
"""Plain data; its shape is in ``document.schema.json`` beside this file."""


def view_key(view: View) -> str:
    """Return the key of a view within a document."""
    return "/".join(filter(None, (view.id, view.place, view.path)))


def source_data(source: Source, language: Language) -> dict[str, Any]:
    """Return a source as plain data, named in a reader's words."""
    cited = asdict(cite(source, language))
    return asdict(source) | cited | {"link": addresses.in_language(cited["link"])}


def view_data(view: View, place_name: str, language: Language) -> dict[str, Any]:
    """Return a view as plain data."""
    return {
        "id": view.id,
        "name": language.say(f"views.{view.id}.name"),
        "place": view.place,
        "place_name": place_name,
        "subtitle": view.subtitle,
        "action": view.action,
        "frames": {
            frame.id: {"title": frame.title, "alt": frame.alt, "figure": frame.figure}
            for frame in view.frames
        },
        "table": {
            "caption": view.table.caption,
            "columns": [
                {"key": column.key, "label": column.label, "decimals": column.decimals}
                for column in view.table.columns
            ],
            "rows": [[_cell(cell) for cell in row] for row in view.table.rows],
        },
        "sources": [source_data(source, language) for source in view.sources],
        "csv": _csv(view),
        "embed": _embed(view),
    }


def _csv(view: View) -> str:
    """Return the address of a view's figures, in this edition and along its path."""
    return addresses.view_file(view.id, view.place, "csv", {"path": view.path})


def _embed(view: View) -> str:
    """Return the address of the page that tells how a view is put into another page."""
    return addresses.page(addresses.EMBEDDING, view.place, view.path, **{addresses.VIEW: view.id})


def _cell(cell: str | int | float | None) -> str | int | float | None:
    return round(float(cell), 3) if isinstance(cell, float) else cell


def document(
    story: str,
    title: str,
    description: str,
    place: Place,
    language: Language,
    acts: list[dict[str, str]],
    steps: list[dict[str, Any]],
    views: Iterable[tuple[View, str]],
) -> Document:
    """Put a document together from its told parts."""
    return {
        "version": VERSION,
        "story": story,
        "language": language.code,
        "title": title,
        "description": description,
        "edition": snapshot().edition,
        "updated": snapshot().catalogue.updated,
        "place": {
            "code": place.code,
            "level": place.level.value,
            "name": place.name,
            "short": language.name(place),
            "inside": language.inside(place),
        },
        "acts": acts,
        "steps": steps,
        "views": {view_key(view): view_data(view, name, language) for view, name in views},
        "labels": language.entry("reader"),
    }


def to_json(told: Document) -> bytes:
    """Return a document as compact JSON."""
    return json.dumps(told, ensure_ascii=False, separators=(",", ":"), allow_nan=False).encode()
