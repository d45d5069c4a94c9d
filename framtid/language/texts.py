"""Texts by key and language: YAML files of Jinja strings with number filters."""

import logging
import re
from functools import cached_property, lru_cache
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined, Template, nodes
from jinja2.sandbox import ImmutableSandboxedEnvironment

from framtid.folders import TEXTS
from framtid.horizon import HORIZON, MIDWAY
from framtid.language.numbers import Numbers
from framtid.language.trends import trend
from framtid.parameter_files import read_yaml
from framtid.places import Level, Place

DEFAULT = "nb"
SAME = "same"
"""The file that lists the keys that a language says as bokmål does."""
LANGUAGES = tuple(sorted(path.name for path in TEXTS.iterdir() if (path / "errors.yml").exists()))
"""Languages we speak: a new one is a folder of the same files."""
OF_PAGES = tuple(code for code in LANGUAGES if (TEXTS / code / "site.yml").exists())
"""Those that every page is in; the others are spoken in frames, cards, files and press packs."""

_log = logging.getLogger(__name__)


def on_one_line(text: str) -> str:
    """Join lines and close gaps; no-break spaces stay, as ``str.split`` would not let them."""
    return re.sub(r"[ \n]+", " ", text).strip(" ")


class MissingTextError(KeyError):
    """A language file lacks a text that the code asks for."""


def _environment(numbers: Numbers) -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
    )
    environment.filters |= numbers.filters
    environment.globals |= {"trend": trend, "horizon": HORIZON, "midway": MIDWAY}
    environment.globals |= {
        "nearly": numbers.nearly,
        "beside_today": numbers.beside_today,
        "between": numbers.between,
    }
    return environment


def _merge(folder: Path) -> dict[str, Any]:
    """Read every YAML file of a folder; the path under it is the first part of a key."""
    merged: dict[str, Any] = {}
    for path in sorted(folder.rglob("*.yml")):
        node = merged
        for part in path.relative_to(folder).with_suffix("").parts[:-1]:
            node = node.setdefault(part, {})
        node[path.stem] = read_yaml(path)
    return merged


class Language:
    """One language's texts and name forms."""

    def __init__(self, code: str) -> None:
        self.code = code
        self._missed: set[str] = set()
        self._template = lru_cache(maxsize=1024)(self._compiled)
        self._plain = lru_cache(maxsize=2048)(self._unfilled)

    def prose(self, name: str) -> Path:
        """Return the Markdown file of a longer text, in bokmål where it is not translated."""
        own = TEXTS / self.code / f"{name}.md"
        return own if own.exists() else TEXTS / DEFAULT / f"{name}.md"

    @cached_property
    def _texts(self) -> dict[str, Any]:
        return _merge(TEXTS / self.code)

    @cached_property
    def numbers(self) -> Numbers:
        """How numbers are written and said."""
        return Numbers(self.entry("numbers"))

    @cached_property
    def _environment(self) -> ImmutableSandboxedEnvironment:
        return _environment(self.numbers)

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return self.say("language.name")

    def entry(self, key: str) -> Any:  # noqa: ANN401 - a text, a list or a mapping
        """Return what stands at a dotted key, in bokmål and logged where it is not translated.

        A key in ``same.yml`` is meant to be said as in bokmål, and is not logged.

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
        found = language_of(DEFAULT).entry(key)
        if key not in self._missed and key not in self._texts.get(SAME, ()):
            self._missed.add(key)
            _log.warning("%s lacks %s; said in %s", self.code, key, DEFAULT)
        return found

    def say(self, key: str, /, **values: object) -> str:
        """Return the text at ``key``, filled with ``values``."""
        return self.fill(str(self.entry(key)), **values)

    def fill(self, template: str, /, **values: object) -> str:
        """Return a text of its own (a story's Markdown) filled with ``values``."""
        if "{" not in template:
            return self._plain(template)
        return self.numbers.agreed(self._template(template).render(**values))

    def tree(self, template: str) -> nodes.Template:
        """Return what a text of its own is made of.

        Raises:
            jinja2.TemplateSyntaxError: it is not whole, or asks for a filter that is not there.

        """
        self._environment.compile(template)
        return self._environment.parse(template)

    @property
    def globals(self) -> set[str]:
        """The names that every text may speak of."""
        return set(self._environment.globals)

    def _compiled(self, source: str) -> Template:
        template = self._environment.from_string(source)
        # A chain of mappings is slow to read, and it is read whole each time a text is filled.
        template.globals = dict(template.globals)
        return template

    def _unfilled(self, text: str) -> str:
        """Return a text that has nothing to fill, as ``fill`` would: half of all are such."""
        return self.numbers.agreed(text.removesuffix("\n"))

    def has(self, key: str) -> bool:
        """Return whether there is a text at ``key``."""
        try:
            self.entry(key)
        except MissingTextError:
            return False
        return True

    def name(self, place: Place) -> str:
        """Return a place's name in running text; a region of one goes by its municipality."""
        if place.level is Level.NATION:
            return self.say("places.nation")
        if place.level is Level.REGION and len(place.members) > 1:
            return self.say("places.region", name=place.short)
        return place.short

    def label(self, place: Place) -> str:
        """Return a name that no other place has: "Herøy (Nordland)", "Troms (fylke)"."""
        if place.level in {Level.COUNTY, Level.REGION}:
            return self.say(f"places.labels.{place.level}", name=place.short)
        return self.name(place) if place.level is Level.NATION else place.label

    def plain(self, place: Place) -> str:
        """Return that name in Norwegian alone, where no part of it can be marked: "Karasjok".

        So are titles, the options of a list and descriptions of pictures.
        """
        return self.label(place).replace(place.name, place.short, 1)

    def inside(self, place: Place) -> str:
        """Return "i Bærum", "på Utsira", "i Eigersund-regionen"."""
        alone = place.level in {Level.MUNICIPALITY, Level.REGION} and len(place.members) == 1
        word = "on" if alone and place.short in self.entry("places.on") else "in"
        return f"{self.entry(f'places.{word}_word')} {self.name(place)}"

    def of(self, place: Place) -> str:
        """Return the genitive: "Oslos", "Moss'", "Tanas"."""
        name, forms = self.name(place), self.entry("places.genitive")
        ending = "sibilant" if name[-1] in forms["sibilants"] else "other"
        return f"{name}{forms[ending]}"


@lru_cache
def language_of(code: str = DEFAULT) -> Language:
    """Return a language by its code; an unknown one gives bokmål."""
    return Language(code if code in LANGUAGES else DEFAULT)
