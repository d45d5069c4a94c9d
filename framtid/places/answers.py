"""Places as answers name them."""

from msgspec import UNSET, UnsetType

from framtid.answers import Model, Text
from framtid.places.model import Level


class NamedPlace(Model, frozen=True):
    """The place that an answer is about."""

    code: str
    level: Level
    name: Text
    short: Text
    """The form used in running text."""
    inside: Text
    """In the place: "i Oslo", "på Smøla"."""


class ListedPlace(Model, frozen=True):
    """A place in a list to search."""

    code: str
    level: Level
    name: Text
    short: Text
    label: Text
    """The name told apart from namesakes."""
    tongues: dict[str, str] | UnsetType = UNSET
    """The parts of the name that are not Norwegian, each with its language (BCP 47)."""
    region: str | UnsetType = UNSET
    """Code of a municipality's labour-market region."""
    county: str | UnsetType = UNSET
    """Code of a municipality's county."""
    also: list[str] | UnsetType = UNSET
    """Other names it goes by."""
    former: list[str] | UnsetType = UNSET
    """Names of municipalities that became part of it."""
    former_codes: list[str] | UnsetType = UNSET
    found_by: str | UnsetType = UNSET
    """The name of old that led to it, in words."""


class Places(Model, frozen=True):
    """The answer of ``places.json``: all places, or those a query may mean, best first."""

    edition: str
    places: list[ListedPlace]
