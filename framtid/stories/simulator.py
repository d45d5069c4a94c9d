"""The page *Veivalg* as an answer: what one can choose, and a place along what was chosen."""

from functools import lru_cache

from msgspec.structs import asdict

from framtid.answers import Id, Model, Text
from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty
from framtid.language import Language, language_of
from framtid.pathways import codec, descriptions, recounts
from framtid.pathways.answer import choices
from framtid.pathways.answers import Choices, Meter
from framtid.pathways.balance import meter, sentences
from framtid.pathways.codec import Decoded
from framtid.pathways.conflicts import warnings
from framtid.pathways.described import (
    DescribedMeasure,
    DescribedPath,
    DescribedSwitch,
    Levels,
    LeverChange,
    PathWarning,
)
from framtid.pathways.goals import MEASURES, goals
from framtid.pathways.levers import LEVELS, levers
from framtid.pathways.switches import AS_USUAL, Switches, described, told
from framtid.places import Place, places
from framtid.places.answers import NamedPlace
from framtid.stories.document_view import DocumentView, view_data
from framtid.views.registry import build_view, views


class CertaintyWords(Model, frozen=True):
    """A degree of certainty, in words."""

    id: Certainty
    label: Text
    means: Text


class PictureName(Model, frozen=True):
    """A view that shows a pathway."""

    id: Id
    name: Text


class Desk(Choices, frozen=True):
    """What stays on the page whatever is chosen: the answer of ``choices``."""

    language: str
    code_version: str
    place: NamedPlace
    steps: dict[str, str]
    """Names of the levels, by level."""
    certainties: list[CertaintyWords]
    pictures: list[PictureName]
    switches: list[DescribedSwitch]
    measures: list[DescribedMeasure]
    """What a reader may set a goal of their own for."""
    labels: dict[str, str]


class Choice(Model, frozen=True):
    """A place along a path: the answer of ``choice``."""

    path: DescribedPath
    link_note: str | None
    """What was wrong with the path's code."""
    recount: dict[str, str] | None
    """Which figures are new since the path was shared, and where that is told, where it was."""
    levers: Levels
    meter: Meter
    sentences: list[str]
    switches: dict[str, str]
    """Where the switches stand that are not as usual."""
    assumed: list[str]
    """The same in sentences."""
    reached: list[str]
    """Goals that are reached."""
    changes: list[LeverChange]
    warnings: list[PathWarning]
    picture: DocumentView


def _place(place: Place, language: Language) -> NamedPlace:
    return NamedPlace(
        code=place.code,
        level=place.level,
        name=language.name(place),
        short=language.name(place),
        inside=language.inside(place),
    )


def _recount(language: Language) -> dict[str, str]:
    """Return when figures were last worked out anew, which stands where a link is taken along."""
    told = recounts.note(language, earlier=False)
    return {f"sim_recount_{name}": text for name, text in told.items()}


def _measures(code: str, language: Language) -> list[DescribedMeasure]:
    series = AS_USUAL.outlook(code).consequences.series
    return [
        DescribedMeasure(
            id=name,
            title=language.say(f"consequences.{name}.title"),
            unit=INDICATORS[name].unit,
            unit_label=language.say(f"pathways.units.{INDICATORS[name].unit}"),
            today=float(series[name][0]),
            direction=direction,
        )
        for name, direction in MEASURES.items()
    ]


def desk(code: str, spoken: str = "nb") -> Desk:
    """Return everything on the page that stays as it is whatever is chosen.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, place = language_of(spoken), places().get(code)
    return Desk(
        **asdict(choices(code, spoken)),
        language=language.code,
        code_version=codec.VERSION,
        place=_place(place, language),
        steps={str(level): language.say(f"pathways.steps.{level}") for level in LEVELS},
        certainties=[
            CertaintyWords(
                id=certainty,
                label=language.say(f"pathways.certainty.{certainty}"),
                means=language.say(f"pathways.certainty_means.{certainty}"),
            )
            for certainty in Certainty
        ],
        pictures=[
            PictureName(id=each, name=language.say(f"views.{each}.name")) for each in pictures()
        ],
        switches=described(language),
        measures=_measures(code, language),
        labels=language.entry("reader") | language.entry("simulator") | _recount(language),
    )


@lru_cache(maxsize=1)
def pictures() -> tuple[str, ...]:
    """Return the names of the views that show a pathway, in order."""
    return tuple(maker.id for maker in views().values() if maker.along)


def choice(
    code: str,
    decoded: Decoded,
    picture: str = "",
    spoken: str = "nb",
    switches: Switches = AS_USUAL,
) -> Choice:
    """Return what the page shows of a place along a path.

    Args:
        code: the place.
        decoded: the pathway, and what was wrong with its code.
        picture: which of ``pictures()`` it shows; the first where there is none of that name.
        spoken: language code.
        switches: what is assumed of the world around.

    Raises:
        UnknownPlaceError: no place has that code.

    """
    language, outlook = language_of(spoken), switches.outlook(code, decoded.pathway)
    shown = picture if picture in pictures() else pictures()[0]
    view = build_view(shown, code, language.code, outlook.pathway, switches)
    return Choice(
        path=descriptions.path(outlook.pathway, code, language),
        link_note=language.say(f"pathways.link.{decoded.note}") if decoded.note else None,
        recount=recounts.note(language, earlier=True) if decoded.earlier else None,
        levers={name: outlook.pathway.level(name) for name in levers()},
        meter=meter(outlook, language),
        sentences=sentences(outlook, language),
        switches=switches.query,
        assumed=told(switches, language),
        reached=[goal.id for goal in goals().values() if goal.reached(outlook)],
        changes=descriptions.changes(outlook, language),
        warnings=[
            descriptions.warning(each, outlook.pathway, language) for each in warnings(outlook)
        ],
        picture=view_data(view, language.name(outlook.place), language),
    )
