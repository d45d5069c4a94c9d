"""The four ways to read one story: scrolled, as an article, as slides and on paper."""

from framtid import addresses
from framtid.language import Language
from framtid.pathways.codec import readable
from framtid.pathways.pathway import Pathway
from framtid.places import Place
from framtid.stories.document import Reading, Way


def readings(
    place: Place,
    pathway: Pathway | None,
    language: Language,
    name: str = addresses.DEFAULT_STORY,
) -> list[Reading]:
    """Return every way to read a story in a place, along the pathway that was chosen."""
    more = {} if name == addresses.DEFAULT_STORY else {addresses.STORY_ID: name}
    code = readable(pathway) if pathway else None
    ways: dict[Way, str] = {
        "scroll": addresses.page(addresses.STORY, place.code, code, **more),
        "article": addresses.page(
            addresses.STORY, place.code, code, **more, **{addresses.READ_AS: addresses.ARTICLE}
        ),
        "slides": addresses.page(addresses.SLIDES, place.code, code, **more),
        "print": addresses.page(addresses.PRINT, place.code, code, **more),
    }
    return [
        Reading(way=way, text=language.say(f"onward.ways.{way}"), address=address)
        for way, address in ways.items()
    ]
