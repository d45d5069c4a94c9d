"""Texts by key and language: YAML files of Jinja strings with number filters."""

import logging
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

import yaml
from jinja2 import StrictUndefined, Template
from jinja2.sandbox import ImmutableSandboxedEnvironment

from framtid.language import numbers
from framtid.language.trends import trend
from framtid.places import Level, Place

FOLDER = Path(__file__).parent
DEFAULT = "nb"
LANGUAGES = tuple(sorted(path.name for path in FOLDER.iterdir() if (path / "errors.yml").exists()))
"""Languages we speak: a new one is a folder of the same files."""

_log = logging.getLogger(__name__)


class MissingTextError(KeyError):
    """A language file lacks a text that the code asks for."""


@lru_cache(maxsize=1)
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= numbers.FILTERS
    environment.globals["trend"] = trend
    return environment


@lru_cache(maxsize=1024)
def _template(source: str) -> Template:
    return _environment().from_string(source)


def _merge(folder: Path) -> dict[str, Any]:
    """Read every YAML file of a folder; the path under it is the first part of a key."""
    merged: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.yml")):
        node = merged
        for part in path.relative_to(folder).with_suffix("").parts[:-1]:
            node = node.setdefault(part, {})
        node[path.stem] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return merged


class Language:
    """One language's texts and name forms."""

    def __init__(self, code: str) -> None:
        self.code = code

    @cached_property
    def _texts(self) -> dict[str, Any]:
        return _merge(FOLDER / self.code)

    def entry(self, key: str) -> Any:  # noqa: ANN401 - a text, a list or a mapping
        """Return what stands at a dotted key, in bokmål and logged where it is not translated.

        Raises:
            MissingTextError: bokmål lacks it too.

        """
        node: Any = self._texts
        for part in key.split("."):
            if not isinstance(node, dict) or part not in node:
                return self._untranslated(key)
            node = node[part]
        return node

    def _untranslated(self, key: str) -> Any:  # noqa: ANN401 - as entry
        if self.code == DEFAULT:
            raise MissingTextError(f"{self.code}: {key}")
        _log.warning("%s lacks %s; said in %s", self.code, key, DEFAULT)
        return language(DEFAULT).entry(key)

    def say(self, key: str, /, **values: object) -> str:
        """Return the text at ``key``, filled with ``values``."""
        return self.fill(str(self.entry(key)), **values)

    def fill(self, template: str, /, **values: object) -> str:
        """Return a text of its own (a story's Markdown) filled with ``values``."""
        return _template(template).render(**values)

    def has(self, key: str) -> bool:
        """Return whether there is a text at ``key``."""
        try:
            self.entry(key)
        except MissingTextError:
            return False
        return True

    def name(self, place: Place) -> str:
        """Return a place's name in running text; a region of one goes by its municipality."""
        if place.level is Level.REGION and len(place.members) > 1:
            return self.say("places.region", name=place.short.replace(" og ", "–"))
        return place.short

    def inside(self, place: Place) -> str:
        """Return "i Bærum", "på Utsira", "i Eigersund-regionen"."""
        alone = place.level in {Level.MUNICIPALITY, Level.REGION} and len(place.members) == 1
        word = "on" if alone and place.short in self.entry("places.on") else "in"
        return f"{self.entry(f'places.{word}_word')} {self.name(place)}"

    def of(self, place: Place) -> str:
        """Return the genitive: "Oslos", "Moss'", "Tanas"."""
        name = self.name(place)
        return name + ("'" if name[-1] in "sxz" else "s")


@lru_cache
def language(code: str = DEFAULT) -> Language:
    """Return a language by its code; an unknown one gives bokmål."""
    return Language(code if code in LANGUAGES else DEFAULT)
