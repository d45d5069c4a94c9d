"""Indicators, levers and warnings with their words, for a page or a program."""

from collections.abc import Mapping

from framtid import addresses
from framtid.consequences.indicators import Indicator
from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.consequences.parameters import Certainty, Reference, weakest
from framtid.language import Language
from framtid.pathways.applying import shared, wins
from framtid.pathways.called import called
from framtid.pathways.codec import encode, part
from framtid.pathways.conflicts import Caution
from framtid.pathways.described import (
    DescribedIndicator,
    DescribedLevel,
    DescribedLever,
    DescribedPath,
    LeverChange,
    PathWarning,
    Publication,
    SheetPart,
)
from framtid.pathways.levers import LEVELS, Lever, levers
from framtid.pathways.outlook import Outlook
from framtid.pathways.pathway import AS_IT_IS, Choice, Pathway, name_of, named, note
from framtid.places import Level, Place, places
from framtid.statistics.catalogue import Source
from framtid.statistics.keeping import kept

SHEET = ("what", "tried", "demands", "decides", "unknown")
"""The parts of a lever's sheet, in the order they are read."""


def source(found: Reference | Source) -> Publication:
    """Return a publication or a table of the snapshot."""
    year = found.year if isinstance(found, Reference) else int(found.date[:4])
    return Publication(
        id=found.id,
        title=found.title,
        publisher=found.publisher,
        year=year,
        link=addresses.in_language(found.link),
        tongue=found.tongue if isinstance(found, Reference) else "no",
    )


def indicator(found: Indicator, place: Place, language: Language) -> DescribedIndicator:
    """Return an indicator's words: unit, formula, sources, certainty and whose figures."""
    basis = found.basis(local(place))
    whose = basis if basis in {"own", "nation"} else "index"
    # The nation's share is no count of the place, however well the nation is counted.
    least = found.certainty if basis == "own" else Certainty.INDICATIVE
    sure = weakest([found.certainty, least])
    return DescribedIndicator(
        title=language.say(f"consequences.{found.id}.title"),
        unit=found.unit,
        unit_label=language.say(f"pathways.units.{found.unit}"),
        formula=language.say(found.formula),
        certainty=sure,
        certainty_label=language.say(f"pathways.certainty.{sure}"),
        own=basis == "own",
        whose=language.say(f"pathways.whose.{whose}"),
        sources=[source(each) for each in found.sources],
    )


@kept(maxsize=128)
def indicators(place: Place, language: Language) -> Mapping[str, DescribedIndicator]:
    """Return every indicator's words by id; they are the same along every path."""
    return {name: indicator(each, place, language) for name, each in INDICATORS.items()}


def _value(found: Lever, level: int, language: Language) -> str | None:
    """Return how much a level above today is; the others are said by their words alone."""
    return language.say(f"levers.{found.id}.value", value=found.value(level)) if level > 0 else None


def amount(choice: Choice, outlook: Outlook, language: Language) -> str:
    """Return how much a chosen level above today is in a place; empty where words alone say it.

    What follows the size of a place has its own words (``value_here``), filled with what the
    level is of its people, of those outside and of its places in institutions today.
    """
    found, here = levers()[choice.lever], outlook.local
    if choice.level > 0 and language.has(key := f"levers.{found.id}.value_here"):
        value, today = found.value(choice.level), outlook.base_year
        return language.say(
            key,
            value=value,
            saved=value * here.small,
            settled=value * here.people / 1000,
            let_in=value * outlook.official.consequences.at("outside", today),
            replaced=value * outlook.official.consequences.at("care_places", today),
        )
    return "" if found.words_tell else _value(found, choice.level, language) or ""


def _cost(found: Lever, position: int, language: Language) -> str | None:
    """Return what a level costs each inhabitant a year, where it costs or saves anything."""
    starting, running = found.starting[position], found.running[position]
    told = language.say("pathways.cost", starting=starting, running=running).strip()
    return told or None


def lever(found: Lever, language: Language) -> DescribedLever:
    """Return a lever with its words, its levels and its one-page sheet."""
    key = f"levers.{found.id}"
    words: list[str] = language.entry(f"{key}.levels")
    return DescribedLever(
        id=found.id,
        group=found.group,
        group_label=language.say(f"pathways.groups.{found.group}"),
        title=language.say(f"{key}.title"),
        short=language.say(f"{key}.short"),
        promise=language.say(f"{key}.promise"),
        levels=[
            DescribedLevel(
                level=level,
                part=part(Choice(found.id, level)),
                words=words[position],
                value=found.value(level),
                value_label=_value(found, level, language),
                starting=found.starting[position],
                running=found.running[position],
                cost_label=_cost(found, position, language),
            )
            for position, level in enumerate(LEVELS)
        ],
        unit=found.unit,
        range=list(found.range),
        first=found.start,
        last=found.start + found.years - 1,
        certainty=found.certainty,
        certainty_label=language.say(f"pathways.certainty.{found.certainty}"),
        source=source(found.source),
        decides=[language.say(f"pathways.decides.{who}") for who in found.decides],
        aims=dict(found.aims),
        sheet=[
            SheetPart(
                id=part,
                heading=language.say(f"pathways.sheet.{part}"),
                text=language.say(f"{key}.sheet.{part}").strip(),
            )
            for part in SHEET
        ],
    )


def all_levers(language: Language) -> list[DescribedLever]:
    """Return every lever with its words, in the order they are shown."""
    return [lever(each, language) for each in levers().values()]


def _counted(pathway: Pathway, place: Place, language: Language) -> str | None:
    """Return whether others are counted as choosing the same, where people move."""
    if place.level is Level.NATION or not wins(pathway):
        return None
    how = "together" if shared(pathway) else "alone"
    return language.say(f"pathways.counted.{how}", level=place.level.value)


def path(pathway: Pathway, code: str, language: Language) -> DescribedPath:
    """Return a pathway: its code, name, words, levels and the place's own note on it."""
    name = name_of(pathway)
    return DescribedPath(
        code=encode(pathway),
        name=name,
        title=called(pathway, code, language),
        text=language.say(f"pathways.paths.{name}.text") if name else None,
        note=note(code, name, language.code) if name else None,
        counted=_counted(pathway, places().get(code), language),
        levels=dict(pathway.levels),
        starts={each.lever: each.start for each in pathway.choices if each.start},
    )


def all_paths(code: str, language: Language) -> list[DescribedPath]:
    """Return every named path with its words."""
    return [path(known, code, language) for known in named().values()]


def chosen(choice: Choice, language: Language) -> str:
    """Return the words of a lever's level, and the year it begins where that is not its own."""
    words: list[str] = language.entry(f"levers.{choice.lever}.levels")
    said = words[choice.level - LEVELS[0]]
    return language.say("pathways.begins", words=said, year=choice.start) if choice.start else said


def change(outlook: Outlook, name: str, language: Language) -> LeverChange:
    """Return one lever that is not as today: its words, and the path without it."""
    choice = outlook.pathway.choice(name)
    undone = outlook.pathway.moved({name: 0})
    return LeverChange(
        lever=name,
        title=language.say(f"levers.{name}.title"),
        level=choice.level,
        words=chosen(choice, language),
        undo=encode(undone),
    )


def changes(outlook: Outlook, language: Language) -> list[LeverChange]:
    """Return every lever that is not as today."""
    return [change(outlook, name, language) for name in AS_IT_IS.changes(outlook.pathway)]


def warning(found: Caution, pathway: Pathway, language: Language) -> PathWarning:
    """Return a warning with its words and the path it suggests."""
    return PathWarning(
        id=found.id,
        kind=found.kind,
        suggestion=dict(found.suggestion),
        values=dict(found.values),
        text=language.say(f"pathways.warnings.{found.id}", **found.values),
        suggested=encode(pathway.moved(found.suggestion)),
    )
