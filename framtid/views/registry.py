"""All views by name: a file in this room that uses ``@view`` is found by itself."""

import importlib
import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import lru_cache

import framtid.views
from framtid.errors import UnknownViewError
from framtid.language import Language, language_of
from framtid.pathways.outlook import Outlook, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.pathways.switches import AS_USUAL, Switches
from framtid.places import Level
from framtid.statistics.keeping import kept
from framtid.views.model import View

ALL_LEVELS = frozenset(Level)
LOCAL = frozenset(Level) - {Level.NATION}
Maker = Callable[[Outlook, Language], View]


@dataclass(frozen=True)
class ViewMaker:
    """A view's name, its place in the row, whom it fits, and how it is made."""

    id: str
    order: int
    levels: frozenset[Level]
    along: bool
    """Whether it shows a pathway beside the official line; the others show that line alone."""
    make: Maker
    told: bool = False
    """Whether it belongs to a story alone: *Min kommune*, which shows all others, leaves it out."""


_makers: dict[str, ViewMaker] = {}


def view(
    name: str,
    *,
    order: int,
    levels: frozenset[Level] = ALL_LEVELS,
    along: bool = False,
    told: bool = False,
) -> Callable[[Maker], Maker]:
    """Register the function below it as the view ``name``."""

    def register(make: Maker) -> Maker:
        _makers[name] = ViewMaker(name, order, levels, along, make, told)
        return make

    return register


@lru_cache(maxsize=1)
def views() -> Mapping[str, ViewMaker]:
    """Return every view, in order."""
    for module in pkgutil.iter_modules(framtid.views.__path__):
        importlib.import_module(f"framtid.views.{module.name}")
    return dict(sorted(_makers.items(), key=lambda item: item[1].order))


def build_view(
    name: str,
    code: str,
    spoken: str = "nb",
    pathway: Pathway = AS_IT_IS,
    switches: Switches = AS_USUAL,
) -> View:
    """Return a view of a place, along a pathway and under switches where the view shows one.

    Raises:
        UnknownViewError: no view has that name.
        UnknownPlaceError: no place has that code.

    """
    try:
        maker = views()[name]
    except KeyError as error:
        raise UnknownViewError(name) from error
    if not maker.along or (pathway.is_default and switches == AS_USUAL):
        return _official(name, code, spoken)
    return maker.make(switches.outlook(code, pathway), language_of(spoken))


# A view is large beside what is made of it and kept by those who send it: few are kept here.
@kept(maxsize=64)
def _official(name: str, code: str, spoken: str) -> View:
    return views()[name].make(outlook_of(code), language_of(spoken))
