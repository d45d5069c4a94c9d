"""Every place of the country, by code, with membership both ways."""

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from itertools import groupby
from operator import itemgetter
from typing import Any

from framtid.errors import DividedPlaceError, UnknownPlaceError
from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml
from framtid.places.model import Former, Level, Place
from framtid.statistics.keeping import kept
from framtid.statistics.snapshot import Snapshot, snapshot

NATION = "0"
NATION_NAMES = (
    *("Noreg", "Norway", "Norga", "Nöörje", "Vuodna", "Norja", "Landet"),
    *("Hele landet", "Heile landet", "The whole country", "Hele Norge", "Heile Noreg"),
    *("All of Norway", "Kongeriket Norge", "Kongeriket Noreg", "Kingdom of Norway"),
)
"""What the nation is called elsewhere: in other languages, and in tables."""
FORMER_COUNTIES = PARAMETERS / "parameters" / "former_counties.yml"
SETTLEMENTS = PARAMETERS / "parameters" / "settlements.yml"
IN_USE = PARAMETERS / "parameters" / "names_in_use.yml"


@dataclass(frozen=True)
class Places:
    """All places by code: nation, counties, regions and municipalities, in that order."""

    by_code: dict[str, Place]
    other_names: dict[str, tuple[str, ...]]
    """Names in other languages by place code; for the search."""
    former: dict[str, Former]
    """Municipalities of before, by the code they had."""
    former_counties: dict[str, Former]
    """Counties of before, by the code they had."""
    settlements: dict[str, tuple[str, ...]]
    """Towns and districts, by the code of the municipality that they lie in."""
    in_use: dict[str, tuple[str, ...]]
    """Names of today that no register has, by place code."""
    of_old: dict[str, tuple[str, ...]]
    """Names of before that no register has, by place code."""

    def get(self, code: str) -> Place:
        """Return the place with ``code``; raise UnknownPlaceError where there is none."""
        try:
            return self.by_code[code]
        except KeyError as error:
            raise UnknownPlaceError(code) from error

    def today(self, code: str) -> tuple[Place, ...]:
        """Return what a code of today or of old stands for: one, several, or none.

        A spreadsheet may have taken its leading zero.
        """
        if code in self.by_code:
            return (self.by_code[code],)
        if code.isascii() and code.isdigit() and len(code) in {1, 3}:
            return self.today(f"0{code}")
        known = self.former.get(code) or self.former_counties.get(code)
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
        """What each municipality and county was before, by its code of today."""
        gone = (*self.former.values(), *self.former_counties.values())
        return {
            place.code: tuple(old for old in gone if place.code in old.today)
            for place in (*self.municipalities, *self.at(Level.COUNTY))
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
    others[NATION] = NATION_NAMES
    by_code = {place.code: place for place in found}
    in_use = read_yaml(IN_USE)
    return Places(
        by_code,
        others,
        _former(figures),
        _former_counties(by_code),
        _by_code(read_yaml(SETTLEMENTS)),
        _by_code(in_use["now"]),
        _by_code(in_use["before"]),
    )


def _former(figures: Snapshot) -> dict[str, Former]:
    """Read the municipalities of before; several rows of one code are what it was divided into."""
    rows = _rows(figures, "former_municipalities")
    return {
        code: Former(code, same[0]["name"], tuple(row["municipality"] for row in same))
        for code, same in ((code, list(group)) for code, group in groupby(rows, itemgetter("code")))
    }


def _former_counties(known: dict[str, Place]) -> dict[str, Former]:
    """Read the counties of before, as far as those of the day are still what they became."""
    told = read_yaml(FORMER_COUNTIES)
    return {
        code: Former(code, one.get("name", ""), today)
        for code, one in told.items()
        if code not in known
        and (today := tuple(county for county in one["today"] if county in known))
    }


def _by_code(told: dict[str, list[str]]) -> dict[str, tuple[str, ...]]:
    return {code: tuple(names) for code, names in told.items()}


@kept(maxsize=1)
def places() -> Places:
    """Return the places of the committed snapshot."""
    return read_places(snapshot())
