"""Telling a story for a place: its steps in order, prose filled with that place's figures."""

from typing import Any

from framtid.errors import UnknownStoryError
from framtid.language import Language, language
from framtid.pathways.codec import Decoded
from framtid.pathways.outlook import Outlook, municipalities, outlook
from framtid.pathways.pathway import Pathway
from framtid.places import Place, places
from framtid.projection.evaluation.ssb_editions import edition_of, local, worst_miss
from framtid.stories.citations import evidence
from framtid.stories.document import Document, document, view_key
from framtid.stories.fork import fork, way
from framtid.stories.next_steps import onward
from framtid.stories.place_facts import GOAL, Facts, lives
from framtid.stories.prose import html
from framtid.stories.road import Road, roads
from framtid.stories.story import Step, stories
from framtid.views.model import View
from framtid.views.registry import build_view, views
from framtid.views.uncertainty import BACK


def _values(seen: Outlook, taken: Pathway | None, spoken: Language) -> dict[str, Any]:
    """Return everything prose may speak of; ``road`` is the one the reader took, if any."""
    place = seen.place
    everyone = municipalities()
    mine, goal = seen.carers(GOAL), everyone.carers(GOAL)
    return {
        "mine": Facts(seen),
        "region": Facts(seen.region),
        "nation": Facts(seen.nation),
        "road": None if taken is None else Road(seen.along(taken)),
        **roads(seen),
        "lives": lives(),
        "known": {name: fact.value for name, fact in evidence().items()},
        "name": spoken.name(place),
        "official": place.name,
        "inside": spoken.inside(place),
        "of": spoken.of(place),
        "region_name": spoken.name(seen.region.place),
        "in_region": spoken.inside(seen.region.place),
        "level": place.level.value,
        "code": place.code,
        "more_hands": int((goal > mine).sum()),
        "fewer_hands": int((goal < mine).sum()),
        "under_two": int((goal < 2).sum()),
        "all": len(goal),
        "back": BACK,
        "old_miss": worst_miss(67),
        "ssb_2040": local(place)[GOAL],
        "ssb_edition": edition_of(place),
    }


def _shown(step: Step, subject: Place, taken: Pathway | None, words: Language) -> tuple[View, str]:
    """Return a step's figure and its frame: of the road taken where there is one for that."""
    if step.along and taken is not None:
        made = build_view(step.along, subject.code, words.code, taken)
        return made, made.frames[-1].id
    return build_view(step.view, subject.code, words.code), step.frame


def tell(name: str, code: str = "0", spoken: str = "nb", read: Decoded | None = None) -> Document:
    """Tell a story for a place.

    Args:
        name: the story's folder.
        code: the place.
        spoken: language code.
        read: the future that the reader chose; None before any choice.

    Raises:
        UnknownStoryError: no story has that name.
        UnknownPlaceError: no place has that code.

    """
    try:
        story = stories()[name]
    except KeyError as error:
        raise UnknownStoryError(name) from error
    seen, words = outlook(code), language(spoken)
    place, taken = seen.place, way(read)
    offered = fork(story, seen, read, words)
    prose = story.prose(words.code)
    values = _values(seen, taken, words) | {"road_name": offered["title"]}
    subjects = {"nation": places().nation, "region": places().region_of(place), "mine": place}
    steps, shown = [], {}
    for step in story.steps:
        if place.level not in step.levels:
            continue
        subject = subjects[step.of]
        made, frame = _shown(step, subject, taken, words)
        shown[view_key(made)] = (made, words.name(subject))
        heading, text = prose.fill(step.id, words, **values)
        steps.append(
            {
                "id": step.id,
                "act": step.act,
                "heading": heading,
                "html": html(text),
                "view": view_key(made),
                "frame": frame,
                "ask": step.ask,
            }
        )
    reached = {step["act"] for step in steps}
    listed = dict.fromkeys(step.act for step in story.steps)
    headings = {act: prose.fill(act, words, **values) for act in listed if act in reached}
    acts = [
        {"id": act, "title": title, "subtitle": subtitle}
        for act, (title, subtitle) in headings.items()
    ]
    title, description = prose.fill("story", words, **values)
    told = document(name, title, description, place, words, acts, steps, shown.values())
    return told | {
        "choice": offered,
        "onward": onward(place, taken, words),
    }


def gallery(code: str, spoken: str = "nb") -> Document:
    """Return every view that fits a place as a document: the page *Min kommune*."""
    place, words = places().get(code), language(spoken)
    made = [
        build_view(name, code, words.code)
        for name, maker in views().items()
        if place.level in maker.levels and not maker.along
    ]
    steps = [
        {
            "id": view.id,
            "act": "all",
            "heading": view.title,
            "html": "",
            "view": f"{view.id}/{code}",
            "frame": view.frames[-1].id,
            "ask": None,
        }
        for view in made
    ]
    title = words.say("site.gallery.title", name=words.name(place))
    acts = [{"id": "all", "title": title, "subtitle": words.say("site.gallery.subtitle")}]
    pairs = [(view, words.name(place)) for view in made]
    told = document("gallery", title, acts[0]["subtitle"], place, words, acts, steps, pairs)
    return told | {"contents": True}
