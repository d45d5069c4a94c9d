"""Telling a story for a place: its steps in order, prose filled with that place's figures."""

from typing import Any

from framtid.horizon import HORIZON
from framtid.language import Language, language_of
from framtid.pathways.codec import Decoded
from framtid.pathways.descriptions import path
from framtid.pathways.outlook import Outlook, municipalities, outlook_of
from framtid.pathways.pathway import AS_IT_IS, Pathway
from framtid.places import Place, places
from framtid.projection.evaluation.ssb_editions import edition_of, local, worst_miss
from framtid.stories.citations import evidence
from framtid.stories.document import Document, document, view_key
from framtid.stories.fork import fork, way
from framtid.stories.next_steps import next_steps
from framtid.stories.path_facts import PathFacts, named_facts
from framtid.stories.place_facts import Facts, lives
from framtid.stories.prose import html
from framtid.stories.story import Step, story_of
from framtid.views.model import View
from framtid.views.registry import build_view, views
from framtid.views.uncertainty import BACK


def _values(outlook: Outlook, pathway: Pathway | None, language: Language) -> dict[str, Any]:
    """Return everything prose may speak of; ``road`` is the one the reader took, if any."""
    place = outlook.place
    everyone = municipalities()
    mine, goal = outlook.carers(HORIZON), everyone.carers(HORIZON)
    return {
        "mine": Facts(outlook),
        "region": Facts(outlook.region),
        "nation": Facts(outlook.nation),
        "chosen": None if pathway is None else PathFacts(outlook.along(pathway), language),
        **named_facts(outlook, language),
        "lives": lives(),
        "known": {name: fact.value for name, fact in evidence().items()},
        "chosen_name": path(pathway or AS_IT_IS, place.code, language)["title"],
        "name": language.name(place),
        "official": place.name,
        "inside": language.inside(place),
        "of": language.of(place),
        "region_name": language.name(outlook.region.place),
        "in_region": language.inside(outlook.region.place),
        "level": place.level.value,
        "code": place.code,
        "more_hands": int((goal > mine).sum()),
        "fewer_hands": int((goal < mine).sum()),
        "under_two": int((goal < 2).sum()),
        "all": len(goal),
        "back": BACK,
        "old_miss": worst_miss(67),
        "ssb_2040": local(place)[HORIZON],
        "ssb_edition": edition_of(place),
    }


def _shown(
    step: Step, subject: Place, pathway: Pathway | None, language: Language
) -> tuple[View, str]:
    """Return a step's figure and its frame: of the road taken where there is one for that."""
    if step.along and pathway is not None:
        made = build_view(step.along, subject.code, language.code, pathway)
        return made, made.frames[-1].id
    return build_view(step.view, subject.code, language.code), step.frame


def headline(name: str, code: str, language: Language) -> tuple[str, str]:
    """Return title and description of a story for a place; raise as ``tell`` does."""
    prose = story_of(name).prose(language.code)
    return prose.fill("story", language, **_values(outlook_of(code), None, language))


def tell(
    name: str, code: str = "0", spoken: str = "nb", decoded: Decoded | None = None
) -> Document:
    """Tell a story for a place.

    Args:
        name: the story's folder.
        code: the place.
        spoken: language code.
        decoded: the future that the reader chose; None before any choice.

    Raises:
        UnknownStoryError: no story has that name.
        UnknownPlaceError: no place has that code.

    """
    story, outlook, language = story_of(name), outlook_of(code), language_of(spoken)
    place, taken = outlook.place, way(decoded)
    offered = fork(story, outlook, decoded, language)
    prose = story.prose(language.code)
    values = _values(outlook, taken, language)
    subjects = {"nation": places().nation, "region": places().region_of(place), "mine": place}
    steps, shown = [], {}
    for step in story.steps:
        if place.level not in step.levels:
            continue
        subject = subjects[step.of]
        made, frame = _shown(step, subject, taken, language)
        shown[view_key(made)] = (made, language.name(subject))
        heading, text = prose.fill(step.id, language, **values)
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
    headings = {act: prose.fill(act, language, **values) for act in listed if act in reached}
    acts = [
        {"id": act, "title": title, "subtitle": subtitle}
        for act, (title, subtitle) in headings.items()
    ]
    title, description = prose.fill("story", language, **values)
    told = document(name, title, description, place, language, acts, steps, shown.values())
    return told | {
        "choice": offered,
        "onward": next_steps(place, taken, language, name),
    }


def gallery(code: str, spoken: str = "nb") -> Document:
    """Return every view that fits a place as a document: the page *Min kommune*."""
    place, language = places().get(code), language_of(spoken)
    made = [
        build_view(name, code, language.code)
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
    title = language.say("site.gallery.title", name=language.name(place))
    acts = [{"id": "all", "title": title, "subtitle": language.say("site.gallery.subtitle")}]
    pairs = [(view, language.name(place)) for view in made]
    told = document("gallery", title, acts[0]["subtitle"], place, language, acts, steps, pairs)
    return told | {"contents": True}
