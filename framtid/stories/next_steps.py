"""The ways on from a story's last step: figures, a neighbour, the other stories, the sources."""

from framtid.addresses import (
    ABOUT,
    CHOICE,
    COUNCILS,
    DEFAULT_STORY,
    MUNICIPALITY,
    STORIES,
    page,
    story,
    view_file,
)
from framtid.language import Language
from framtid.pathways.codec import readable
from framtid.pathways.pathway import Pathway
from framtid.places import Level, Place, places
from framtid.stories.document import NextStep
from framtid.stories.story import Step

PICTURES = ("shared-square", "shared-portrait", "shared-tall", "wide")
"""The forms that a picture to share comes in; ``framtid.embed.pictures.card`` draws them."""


def neighbour(place: Place) -> Place | None:
    """Return the nearest municipality of the same labour market, or of the county for one alone."""
    if place.level is not Level.MUNICIPALITY:
        return None
    wider = (places().members(parent) for parent in places().parents(place))
    others = ([other for other in members if other != place] for members in wider)
    nearest = next(found for found in others if found)
    return min(nearest, key=place.degrees_from)


def next_steps(
    place: Place, pathway: Pathway | None, language: Language, name: str = DEFAULT_STORY
) -> list[NextStep]:
    """Return where a reader may go from the end of a story: text and address, nearest first.

    The first leads to *Veivalg*, with the pathway that was taken; the neighbour is told the same
    story, ``name``.
    """
    beside, region = neighbour(place), places().region_of(place)
    code = readable(pathway) if pathway else None
    steps = [("take" if code else "try", place, page(CHOICE, place.code, code))]
    if place.level is Level.MUNICIPALITY:
        steps.append(("councils", place, page(COUNCILS, place.code)))
    if place.level is Level.NATION:
        steps.append(("find", place, page(MUNICIPALITY)))
    else:
        steps.append(("figures", place, page(MUNICIPALITY, place.code)))
    if beside:
        steps.append(("neighbour", beside, story(name, beside.code)))
    if region != place and len(region.members) > 1:
        steps.append(("region", region, page(MUNICIPALITY, region.code)))
    steps.append(("stories", place, page(STORIES, place.code)))
    steps.append(("about", place, page(ABOUT)))
    return [
        NextStep(text=language.say(f"onward.{kind}", name=language.name(other)), address=address)
        for kind, other, address in steps
    ]


def pictures(
    place: Place, pathway: Pathway | None, language: Language, last: Step
) -> list[NextStep]:
    """Return the reader's own 2040 as pictures to save: the hundred, or the shifts of a path.

    A story that ends on another picture, which shows a path too, gives that one.
    """
    view, way = ("roster", {"path": readable(pathway)}) if pathway else ("hundred", {})
    view = last.view if last.along == last.view else view
    way = {"lang": language.code, **way}
    return [
        NextStep(
            text=language.say(f"onward.pictures.{form.removeprefix('shared-')}"),
            address=view_file(
                view, place.code, "png", {"form": form, "lang": language.code, **way}
            ),
        )
        for form in PICTURES
    ]
