"""Facts from elsewhere that prose speaks of: their value, their year and who says so."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

FILE = PARAMETERS / "parameters" / "facts.yml"


@dataclass(frozen=True, slots=True)
class Publication:
    """Where a fact is known from."""

    title: str
    publisher: str
    link: str


@dataclass(frozen=True, slots=True)
class Evidence:
    """One fact; what it says stands in the language files under ``facts.<name>``."""

    name: str
    sources: tuple[Publication, ...]
    value: float | None = None
    """A share from 0 to 1 or a count; None where the source concludes in words."""
    year: int | None = None
    """The year it describes."""


@lru_cache(maxsize=1)
def evidence() -> Mapping[str, Evidence]:
    """Return every fact by its name, in the order the story tells them."""
    read = read_yaml(FILE)
    return {
        name: Evidence(
            name,
            tuple(Publication(**source) for source in raw["sources"]),
            raw.get("value"),
            raw.get("year"),
        )
        for name, raw in read.items()
    }
