"""The four levels a story moves between, and what a place knows about itself."""

from dataclasses import dataclass
from enum import StrEnum
from math import cos, hypot, radians


class Level(StrEnum):
    """How large a place is; the value is what addresses and files say."""

    NATION = "nation"
    REGION = "region"
    COUNTY = "county"
    MUNICIPALITY = "municipality"


@dataclass(frozen=True, slots=True)
class Place:
    """A nation, labour-market region, county or municipality.

    Attributes:
        code: "0" the nation, "ba-5" a region, "46" a county, "4601" a municipality.
        level: which of the four it is.
        name: the official, possibly multilingual name, "Kárášjohka – Karasjok".
        short: the one form used in running text, "Karasjok"; a region "Oslo–Bærum".
        label: the name told apart from namesakes of its level, "Herøy (Nordland)".
        members: codes of its municipalities, ascending; a municipality has itself.
        county: code of its county; None for the nation and for regions.
        region: code of its labour-market region; None unless a municipality.
        centrality: 1 (most central) to 6, SSB 2024; None unless a municipality.
        point: longitude and latitude to stand on; None for the nation, counties and regions.

    """

    code: str
    level: Level
    name: str
    short: str
    label: str
    members: tuple[str, ...]
    county: str | None = None
    region: str | None = None
    centrality: int | None = None
    point: tuple[float, float] | None = None

    def degrees_from(self, other: "Place") -> float:
        """Return how far apart two municipalities' points are, in degrees of latitude."""
        (east, north), (far_east, far_north) = self.point or (0, 0), other.point or (0, 0)
        return hypot((east - far_east) * cos(radians(north)), north - far_north)


@dataclass(frozen=True, slots=True)
class Former:
    """A code that a municipality had before, and where it leads today.

    Attributes:
        code: the old code, "0231".
        name: what the municipality was called, "Skedsmo"; empty where the name lives on.
        today: codes of today's municipalities; several where it was divided.

    """

    code: str
    name: str
    today: tuple[str, ...]
