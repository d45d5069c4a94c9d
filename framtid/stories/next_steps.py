"""The ways on from a story's last step: the figures, a neighbour, the region, the sources."""

from math import cos, hypot, radians

from framtid.language import Language
from framtid.pathways.codec import readable
from framtid.pathways.pathway import Pathway
from framtid.places import Level, Place, places
from framtid.stories.document import NextStep

STORY, FIND, FIGURES, ABOUT = "/historie?sted=", "/kommune", "/kommune?sted=", "/om"
CHOOSE, PATH = "/veivalg?sted=", "&vei="


def _apart(one: Place, other: Place) -> float:
    """Return how far apart two municipalities' points are, in degrees of latitude."""
    (east, north), (other_east, other_north) = one.point or (0, 0), other.point or (0, 0)
    return hypot((east - other_east) * cos(radians(north)), north - other_north)


def neighbour(place: Place) -> Place | None:
    """Return the nearest municipality of the same labour market, or of the county for one alone."""
    if place.level is not Level.MUNICIPALITY:
        return None
    wider = (places().members(parent) for parent in places().parents(place))
    others = ([other for other in members if other != place] for members in wider)
    nearest = next(found for found in others if found)
    return min(nearest, key=lambda other: _apart(place, other))


def onward(place: Place, pathway: Pathway | None, language: Language) -> list[NextStep]:
    """Return where a reader may go from the end of a story: text and address, nearest first.

    The first leads to *Veivalg*, with the pathway that was taken.
    """
    beside, region = neighbour(place), places().region_of(place)
    if pathway is None:
        ways = [("try", place, CHOOSE + place.code)]
    else:
        ways = [("take", place, CHOOSE + place.code + PATH + readable(pathway))]
    if place.level is Level.NATION:
        ways.append(("find", place, FIND))
    else:
        ways.append(("figures", place, FIGURES + place.code))
    if beside:
        ways.append(("neighbour", beside, STORY + beside.code))
    if region != place and len(region.members) > 1:
        ways.append(("region", region, FIGURES + region.code))
    ways.append(("about", place, ABOUT))
    return [
        NextStep(text=language.say(f"onward.{kind}", name=language.name(other)), address=address)
        for kind, other, address in ways
    ]
