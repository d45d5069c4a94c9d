"""Every place of the country, by code, with membership both ways."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from framtid.errors import DividedPlaceError, UnknownPlaceError
from framtid.places.model import Former, Level, Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import Snapshot, snapshot

NATION = "0"


@dataclass(frozen=True)
class Places:
    """All places by code: nation, counties, regions and municipalities, in that order."""

    by_code: dict[str, Place]
    other_names: dict[str, tuple[str, ...]]
    """Names in other languages by place code; for the search."""
    former: dict[str, Former]
    """Municipalities of before, by the code they had."""

    def get(self, code: str) -> Place:
        """Return the place with ``code``; raise UnknownPlaceError where there is none."""
        try:
            return self.by_code[code]
        except KeyError as error:
            raise UnknownPlaceError(code) from error

    def today(self, code: str) -> tuple[Place, ...]:
        """Return what a code of today or of old stands for: one, several, or none."""
        if code in self.by_code:
            return (self.by_code[code],)
        known = self.former.get(code)
        return tuple(self.by_code[new] for new in known.today) if known else ()

    def follow(self, code: str) -> Place:
        """Return the one place that a code of today or of old stands for.

        Raises:
            UnknownPlaceError, DividedPlaceError: it stands for none, or for several.

        """
        match self.today(code):
            case (place,):
                return place
            case ():
                raise UnknownPlaceError(code)
            case several:
                raise DividedPlaceError(code, [place.label for place in several])

    @cached_property
    def before(self) -> dict[str, tuple[Former, ...]]:
        """What each municipality was before, by its code of today."""
        return {
            place.code: tuple(old for old in self.former.values() if place.code in old.today)
            for place in self.municipalities
        }

    def at(self, level: Level) -> tuple[Place, ...]:
        """Return the places of one level in code order."""
        return tuple(place for place in self.by_code.values() if place.level is level)

    @cached_property
    def nation(self) -> Place:
        """The whole country."""
        return self.by_code[NATION]

    @cached_property
    def municipalities(self) -> tuple[Place, ...]:
        """All 357, in code order: the order of every array over municipalities."""
        return self.at(Level.MUNICIPALITY)

    @cached_property
    def index(self) -> dict[str, int]:
        """Position of each municipality in arrays, by code."""
        return {place.code: position for position, place in enumerate(self.municipalities)}

    def members(self, place: Place) -> tuple[Place, ...]:
        """Return the municipalities of a place."""
        return tuple(self.by_code[code] for code in place.members)

    def region_of(self, place: Place) -> Place:
        """Return the labour-market region a municipality shares; any other place is its own."""
        return self.by_code[place.region] if place.region else place

    def parents(self, place: Place) -> tuple[Place, ...]:
        """Return the wider places a place belongs to, nearest first, the nation last."""
        codes = [place.region, place.county, None if place.code == NATION else NATION]
        return tuple(self.by_code[code] for code in codes if code)


def _rows(figures: Snapshot, table: str) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = figures.table(table).to_pylist()
    return rows


def _municipalities(rows: list[dict[str, Any]], counties: dict[str, str]) -> list[Place]:
    shared = {name for name, times in Counter(row["short"] for row in rows).items() if times > 1}
    return [
        Place(
            row["code"],
            Level.MUNICIPALITY,
            row["name"],
            row["short"],
            f"{row['name']} ({counties[row['county']]})" if row["short"] in shared else row["name"],
            (row["code"],),
            row["county"],
            row["region"],
            row["centrality"],
            (row["lon"], row["lat"]),
        )
        for row in rows
    ]


def read_places(figures: Snapshot) -> Places:
    """Read the places of a snapshot."""
    rows = _rows(figures, "municipalities")
    counties, regions = _rows(figures, "counties"), _rows(figures, "regions")

    def members(key: str, code: str) -> tuple[str, ...]:
        return tuple(row["code"] for row in rows if row[key] == code)

    found = [
        Place(NATION, Level.NATION, "Norge", "Norge", "Norge", tuple(row["code"] for row in rows))
    ]
    found += [
        Place(
            row["code"],
            Level.COUNTY,
            row["name"],
            row["short"],
            row["short"],
            members("county", row["code"]),
        )
        for row in counties
    ]
    found += [
        Place(
            row["code"],
            Level.REGION,
            row["name"],
            row["short"],
            row["short"],
            members("region", row["code"]),
        )
        for row in regions
    ]
    found += _municipalities(rows, {row["code"]: row["short"] for row in counties})
    others = {row["code"]: tuple(filter(None, row["other_names"].split("|"))) for row in rows}
    return Places({place.code: place for place in found}, others, _former(figures))


def _former(figures: Snapshot) -> dict[str, Former]:
    """Read the municipalities of before; several rows of one code are what it was divided into."""
    rows = _rows(figures, "former_municipalities")
    return {
        code: Former(code, same[0]["name"], tuple(row["municipality"] for row in same))
        for code, same in ((code, list(group)) for code, group in groupby(rows, itemgetter("code")))
    }


@kept(maxsize=1)
def places() -> Places:
    """Return the places of the committed snapshot."""
    return read_places(snapshot())
