"""Telling a story for a place: its steps in order, prose filled with that place's figures."""

import dataclasses
from collections.abc import Collection, Iterable, Iterator
from typing import Any

from msgspec import UNSET
from msgspec.structs import replace

from framtid.language import Language, language_of
from framtid.pathways.codec import Decoded
from framtid.pathways.outlook import outlook_of
from framtid.pathways.pathway import Pathway
from framtid.places import Place, places
from framtid.stories.document import Act, Document, DocumentStep, document
from framtid.stories.document_view import view_key
from framtid.stories.drawings import drawing
from framtid.stories.fork import fork, way
from framtid.stories.kinds_told import Teller, drawn, kind_told
from framtid.stories.next_steps import next_steps, pictures
from framtid.stories.prose import Prose, html
from framtid.stories.prose_values import moved, prose_values
from framtid.stories.readings import readings
from framtid.stories.story import Step, Story, story_of
from framtid.views.model import View
from framtid.views.registry import build_view, views


def _subject(step: Step, place: Place) -> Place:
    """Return the place that a step's figure is of."""
    if step.of == "nation":
        return places().nation
    return places().region_of(place) if step.of == "region" else place


def shown(
    step: Step, place: Place, pathway: Pathway | None, language: Language
) -> tuple[View, str]:
    """Return a step's figure and its frame: of the road taken where there is one for that."""
    subject = _subject(step, place)
    if step.path:
        way = moved(pathway, step.path)
        return build_view(step.view, subject.code, language.code, way), step.frame
    if step.along and pathway is not None:
        made = build_view(step.along, subject.code, language.code, pathway)
        return made, step.frame if step.along == step.view else made.frames[-1].id
    return build_view(step.view, subject.code, language.code), step.frame


def headline(name: str, code: str, language: Language) -> tuple[str, str]:
    """Return title and description of a story for a place; raise as ``tell`` does."""
    prose = story_of(name).prose(language.code)
    return prose.fill("story", language, **prose_values(outlook_of(code), None, language))


def read_aloud(
    name: str,
    code: str = "0",
    spoken: str = "nb",
    decoded: Decoded | None = None,
    *,
    only: Collection[str] = (),
) -> dict[str, tuple[str, str]]:
    """Return heading and prose (HTML) of a story's steps by their ids, without the figures.

    ``only``: the steps that are read, all where none are named; the rest is as in ``tell``.
    """
    story, outlook, language = story_of(name), outlook_of(code), language_of(spoken)
    prose, values = story.prose(language.code), prose_values(outlook, way(decoded), language)
    steps = [step for step in story.steps if outlook.place.level in step.levels]
    read = (step.id for step in steps if not only or step.id in only)
    told = ((name, *prose.fill(name, language, **values)) for name in read)
    return {name: (heading, html(text)) for name, heading, text in told}


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
    values = prose_values(outlook, taken, language)
    teller = Teller(outlook, taken, prose, language, values)
    told = [
        _told_step(step, teller, *shown(step, place, taken, language))
        for step in story.steps
        if place.level in step.levels
    ]
    steps = [step for step, _ in told]
    shown_drawings = sorted({name for step in steps if step.more for name in drawn(step.more)})
    acts = list(_acts(story, steps, prose, language, values))
    title, description = prose.fill("story", language, **values)
    pairs = _shown_frames(steps, dict(pair for _, pair in told))
    made = document(name, title, description, place, language, acts, steps, pairs)
    return replace(
        made,
        choice=offered,
        onward=next_steps(place, taken, language, name),
        pictures=pictures(place, taken, language, story.steps[-1]),
        readings=readings(place, taken, language, name),
        drawings={each: drawing(each, language) for each in shown_drawings} or UNSET,
        was=story.was({step.id for step in steps}) or UNSET,
    )


def _shown_frames(
    steps: Iterable[DocumentStep], views: dict[str, tuple[View, str]]
) -> Iterator[tuple[View, str]]:
    """Yield each view with the name of its place, with no more states than the steps show."""
    used = {(step.view, step.frame) for step in steps}
    for key, (view, name) in views.items():
        frames = tuple(frame for frame in view.frames if (key, frame.id) in used)
        yield dataclasses.replace(view, frames=frames), name


def _told_step(
    step: Step, teller: Teller, view: View, frame: str
) -> tuple[DocumentStep, tuple[str, tuple[View, str]]]:
    """Return a step as it is told, and its view by key with the name of its place."""
    heading, text = teller.fill(step.id)
    key, subject = view_key(view), places().get(view.place)
    of = outlook_of(view.place)
    told = DocumentStep(
        id=step.id,
        act=step.act,
        heading=heading,
        html=html(text),
        view=key,
        frame=frame,
        ask=step.ask,
        more=kind_told(step.id, step.kind, step.ages, of, teller) if step.kind else UNSET,
    )
    return told, (key, (view, teller.language.name(subject)))


def _acts(
    story: Story,
    steps: Iterable[DocumentStep],
    prose: Prose,
    language: Language,
    values: dict[str, Any],
) -> Iterator[Act]:
    """Yield the acts that have a step for the place, in the story's order."""
    reached = {step.act for step in steps}
    for act in dict.fromkeys(step.act for step in story.steps):
        if act in reached:
            title, subtitle = prose.fill(act, language, **values)
            yield Act(id=act, title=title, subtitle=subtitle)


def gallery(code: str, spoken: str = "nb") -> Document:
    """Return every view that fits a place as a document: the page *Min kommune*."""
    place, language = places().get(code), language_of(spoken)
    made = [
        build_view(name, code, language.code)
        for name, maker in views().items()
        if place.level in maker.levels and not (maker.along or maker.told)
    ]
    steps = [
        DocumentStep(
            id=view.id,
            act="all",
            heading=view.title,
            html="",
            view=view_key(view),
            frame=view.frames[-1].id,
            ask=None,
        )
        for view in made
    ]
    title = language.say("site.gallery.title", name=language.name(place))
    subtitle = language.say("site.gallery.subtitle")
    acts = [Act(id="all", title=title, subtitle=subtitle)]
    pairs = [(view, language.name(place)) for view in made]
    told = document("gallery", title, subtitle, place, language, acts, steps, pairs)
    return replace(told, contents=True)
