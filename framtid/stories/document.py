"""The document: a story for a place as typed data, ready for any reader to show."""

from collections.abc import Iterable
from typing import Annotated, Literal

from msgspec import UNSET, Meta, UnsetType

from framtid.answers import Day, Id, Model, Text, encode
from framtid.language import Language
from framtid.pathways.codec import LONGEST
from framtid.places import Place
from framtid.places.answers import NamedPlace
from framtid.statistics.snapshot import snapshot
from framtid.stories.document_view import DocumentView, view_data, view_key
from framtid.stories.kinds import Drawing, Told
from framtid.stories.story import Ask
from framtid.views.model import View

VERSION: Literal[1] = 1
PathCode = Annotated[str, Meta(pattern="^[a-z0-9-]*$", max_length=LONGEST)]


class Act(Model, frozen=True):
    """A chapter of a story."""

    id: Id
    title: str
    subtitle: str


class DocumentStep(Model, frozen=True):
    """A step: prose beside a figure."""

    id: Id
    act: Id
    heading: Text
    html: str
    """Made from Markdown; raw HTML in the prose is escaped."""
    view: str
    """Key of a view of the document."""
    frame: str
    ask: Ask | None
    """What the reader is asked after the prose."""
    more: Told | UnsetType = UNSET
    """What a step of a kind has beside its prose and its figure."""


class ForkPath(Model, frozen=True):
    """A named path that a story offers."""

    code: PathCode
    title: str
    text: str
    tone: Literal["light", "plain", "dark"]
    chosen: bool


class ForkLevel(Model, frozen=True):
    """A level of a lever."""

    name: str
    words: str
    part: str
    """Its part of a path's code; empty for the level that is as today."""
    chosen: bool


class ForkLever(Model, frozen=True):
    """A lever that a story lets its reader pull."""

    id: Id
    title: str
    levels: list[ForkLevel]


class Fork(Model, frozen=True):
    """What the story lets its reader choose, and what was chosen."""

    code: PathCode
    """The path taken; empty before any choice."""
    title: Text
    note: str | None
    """What was wrong with the code in the address."""
    recount: dict[str, str] | None
    """When figures were last worked out anew, told with a path: a link may be older than that."""
    paths: list[ForkPath]
    rest: PathCode
    """The path taken without the levers below; their parts are added with hyphens."""
    levers: list[ForkLever]
    result: list[Text]
    """What they come to in hands and kroner, in few words; none where the story does not say."""


class NextStep(Model, frozen=True):
    """Where a reader may go from a story's end."""

    text: Text
    address: Annotated[str, Meta(pattern="^/")]


Way = Literal["scroll", "article", "slides", "print"]


class Reading(Model, frozen=True):
    """A way to read a story, for the same place and path."""

    way: Way
    text: Text
    address: Annotated[str, Meta(pattern="^/")]


class Document(Model, frozen=True):
    """A story told for a place."""

    version: Literal[1]
    story: str
    language: str
    title: Text
    description: str
    edition: str
    """Content hash of the figures."""
    updated: Day
    place: NamedPlace
    acts: Annotated[list[Act], Meta(min_length=1)]
    steps: Annotated[list[DocumentStep], Meta(min_length=1)]
    views: dict[str, DocumentView]
    labels: dict[str, str]
    choice: Fork | UnsetType = UNSET
    onward: list[NextStep] | UnsetType = UNSET
    pictures: list[NextStep] | UnsetType = UNSET
    """The reader's own 2040 as a picture to save, in each form."""
    readings: list[Reading] | UnsetType = UNSET
    """Every way to read it: scrolled, as an article, on a wall, and on paper."""
    drawings: dict[str, Drawing] | UnsetType = UNSET
    """The drawings that steps show, by name."""
    was: dict[Id, Id] | UnsetType = UNSET
    """Ids of steps of old, and the step that each leads on to."""
    contents: bool | UnsetType = UNSET
    """Whether an article begins with a list of its views."""


def document(
    story: str,
    title: str,
    description: str,
    place: Place,
    language: Language,
    acts: list[Act],
    steps: list[DocumentStep],
    views: Iterable[tuple[View, str]],
) -> Document:
    """Put a document together from its told parts."""
    return Document(
        version=VERSION,
        story=story,
        language=language.code,
        title=title,
        description=description,
        edition=snapshot().edition,
        updated=snapshot().catalogue.updated,
        place=NamedPlace(
            code=place.code,
            level=place.level,
            name=place.name,
            short=language.name(place),
            inside=language.inside(place),
        ),
        acts=acts,
        steps=steps,
        views={view_key(view): view_data(view, name, language) for view, name in views},
        labels=language.entry("reader"),
    )


def to_json(told: Document) -> bytes:
    """Return a document as compact JSON."""
    return encode(told)
