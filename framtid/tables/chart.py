"""A table's curve for a place, drawn on the server, at an address of its own."""

from dataclasses import dataclass

from framtid.errors import UnknownTableError
from framtid.language import Language
from framtid.language.tables import described
from framtid.places import Place, places
from framtid.tables.rows import Curve, curve, entry
from framtid.views import style
from framtid.views.drawing import draw, fonts
from framtid.views.model import Figure

SIZES = {"wide": (860, 340), "narrow": (343, 260)}
"""Pixels of the curve in a wide and a narrow window."""


@dataclass(frozen=True, slots=True)
class Chart:
    """A curve with its title and text alternative."""

    title: str
    alt: str
    figure: Figure


def column_title(name: str, language: Language) -> str:
    """Return what a column is called; a year is itself."""
    if name[:1] == "y" and name[1:].isdigit():
        return name[1:]
    key = f"explore.columns.{name}"
    return language.say(key) if language.has(key) else name


def _number(found: Curve, value: float, language: Language) -> str:
    key = f"level{found.decimals}" if found.decimals else "people"
    return language.say(f"explore.chart.{key}", value=value)


def chart(name: str, place: Place | None, language: Language) -> Chart | None:
    """Return a table's curve for a place, or None where it makes none."""
    found = curve(name, place)
    if found is None or len(found.years) < 2:
        return None
    where = language.plain(place or places().nation)
    first, last = (_number(found, value, language) for value in (found.values[0], found.values[-1]))
    told = {"table": described(name, language).title, "place": where}
    if found.column:
        told["table"] += f" ({column_title(found.column, language).lower()})"
    ends = {"start": found.years[0], "stop": found.years[-1], "first": first, "last": last}
    top = max(found.values) * 1.15
    traces = [
        style.line(found.years, found.values, style.MINE, decimals=found.decimals),
        style.label(found.years[-1], found.values[-1], last, style.MINE, "top left"),
    ]
    axes = style.layout(style.axis(), style.counts(range=[0, top]))
    axes["separators"] = language.numbers.separators
    return Chart(
        language.say("explore.chart.title", **told),
        language.say("explore.chart.alt", **told, **ends),
        style.figure(traces, axes),
    )


def chart_svg(name: str, code: str, size: str, language: Language) -> str:
    """Return the curve as SVG with the font of numbers in it.

    Raises:
        UnknownTableError: there is no such table, or it makes no curve.
        UnknownPlaceError: no place has that code.

    """
    place = places().get(code) if code else None
    found = chart(name, place, language) if entry(name) else None
    if found is None:
        raise UnknownTableError(name)
    svg = draw(found.figure, *SIZES.get(size, SIZES["wide"]), alt=found.alt)
    opening, rest = svg.split(">", maxsplit=1)
    return f"{opening}><style>{fonts.numerals()}</style>{rest}"
