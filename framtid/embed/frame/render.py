"""A view as one finished page to be put inside another: no script needed, nothing fetched."""

from dataclasses import replace

from framtid.embed import links
from framtid.embed.frame.page import page
from framtid.embed.frame.sizes import pictures
from framtid.embed.look.style import PLAIN, Style
from framtid.embed.request import Asked
from framtid.errors import FramtidError, UnknownYearError
from framtid.language import Language, language_of
from framtid.language.dates import day
from framtid.language.sources import cite
from framtid.pathways.called import called
from framtid.pathways.switches import CHOICES
from framtid.places import places
from framtid.statistics.snapshot import snapshot
from framtid.views.model import Cell, Column, Frame, View
from framtid.views.registry import build_view

LONGEST = 60
"""Characters of what a stranger wrote that are said back."""


def built(asked: Asked) -> View:
    """Return the view that is asked for, of the edition in force.

    The path and what is assumed stand with what is measured, where they are not the usual: who
    meets a figure elsewhere has no page around it that says which choices it is of.
    """
    view = build_view(asked.view, asked.code, asked.language, asked.pathway, asked.switches)
    told = filter(None, (along(asked), view.subtitle, assumed(asked)))
    return replace(view, subtitle=". ".join(told))


def along(asked: Asked) -> str:
    """Return which path a figure is of; nothing where all is as today."""
    if asked.pathway.is_default:
        return ""
    language = language_of(asked.language)
    return language.say("embed.along", title=called(asked.pathway, asked.code, language))


def assumed(asked: Asked) -> str:
    """Return what is assumed, in a few words; nothing where all is as usual."""
    language = language_of(asked.language)
    what = [
        language.say(f"embed.assumed.{name}.{value}")
        for name, value in asked.switches.query.items()
        if name in CHOICES  # own figures are marked by the view itself
    ]
    return language.say("embed.assumed.text", what=what) if what else ""


def state(view: View, year: int | None) -> Frame:
    """Return the state of a view that shows a year; the whole picture where none is asked for.

    Raises:
        UnknownYearError: no state shows that year.

    """
    if year is None:
        return view.frames[-1]
    base = snapshot().catalogue.updated[:4]
    years = {base if frame.id == "now" else frame.id: frame for frame in view.frames}
    if str(year) not in years:
        raise UnknownYearError(year, sorted(int(each) for each in years if each.isdigit()))
    return years[str(year)]


def state_of(view: View, name: str) -> Frame:
    """Return the state of a view by its name."""
    return next(frame for frame in view.frames if frame.id == name)


def cell(value: Cell, column: Column, language: Language) -> str:
    """Write a cell of a table as a reader sees it."""
    if value is None:
        return language.say("embed.missing")
    if isinstance(value, str) or column.decimals is None:
        return str(value)
    return language.numbers.decimal(value, column.decimals)


def table_rows(view: View, language: Language) -> list[list[str]]:
    """Return the rows of a view's table as a reader sees them."""
    columns = view.table.columns
    return [
        [cell(value, column, language) for value, column in zip(row, columns, strict=True)]
        for row in view.table.rows
    ]


def dated(edition: str, language: Language) -> str:
    """Return the sentence that says of which day the figures are, and whether they stand still.

    Args:
        edition: that a frame is frozen to; empty for one that follows new figures.
        language: the reader's.

    """
    told = day(snapshot().catalogue.updated, language)
    return language.say("embed.frozen" if edition else "embed.dated", date=told)


def frame(asked: Asked) -> str:
    """Return the page, of the edition in force; raise FramtidError where there is no figure."""
    language = language_of(asked.language)
    view = built(asked)
    shown = state(view, asked.year)
    return page(
        "frame.html",
        language,
        asked.style,
        pictures(shown.figure),
        place=language.label(places().get(asked.code)),
        named=language.plain(places().get(asked.code)),
        title=shown.title,
        alt=shown.alt,
        view=view,
        rows=table_rows(view, language),
        sources=[links.source(cite(source, language)) for source in view.sources],
        dated=dated(asked.edition, language),
        more=links.more(asked),
        discovery=links.discovery(asked.address),
        chart=f"{asked.view}/{asked.code}",
    )


def message(error: FramtidError, language: Language) -> str:
    """Return what went wrong as a sentence; what a stranger wrote is said back in short."""
    told = {
        key: f"{value[:LONGEST]}…" if isinstance(value, str) and len(value) > LONGEST else value
        for key, value in error.values.items()
    }
    return language.say(f"errors.{error.key}", **told)


def trouble(error: FramtidError, spoken: str, style: Style = PLAIN) -> str:
    """Return the page that says in a frame why there is no figure."""
    language = language_of(spoken)
    said = message(error, language)
    return page("trouble.html", language, style, message=said, more=links.find(), chart="")
