"""The picture of hands along a path in a document, drawn for wide and narrow pages, with words."""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from framtid.documents.hands_chart import NAMES, Hands, hands_along, hands_figure, span
from framtid.documents.serving import tell
from framtid.language.current import reader_language
from framtid.nearest import nearest
from framtid.pathways.adding_up import Apart, rounded_apart
from framtid.pathways.outlook import Outlook
from framtid.pathways.rounding import alone
from framtid.views.drawing import draw

WIDE, NARROW, HALF = (700, 330), (335, 270), (520, 330)
"""Pixels of a picture across a page, on a phone, and beside another."""


@dataclass(frozen=True)
class Picture:
    """A picture with its finding, its text alternative and what is measured."""

    title: str
    alt: str
    subtitle: str
    drawn: dict[str, str]
    """SVG by the kind of page it is for, ``wide`` and ``narrow``."""
    rows: tuple[tuple[int, float, float, float], ...]
    """Year, needed, at hand, and missing along the official line; every few years."""


def _rows(hands: Hands) -> tuple[tuple[int, float, float, float], ...]:
    usual = hands.usual_needed - hands.usual_at_hand
    lines = zip(hands.years, hands.needed, hands.at_hand, usual, strict=True)
    return tuple((y, float(n), float(h), float(u)) for y, n, h, u in lines if y % 2 == 0)


def _told(hands: Hands, *, moved: bool) -> Iterator[Apart]:
    """Yield what is told as needed, at hand and missing: in 2040, and in the table's years."""
    for *_, needed, held, usual in _rows(hands) if not moved else _rows(hands)[-1:]:
        missing = needed - held if moved else usual
        yield nearest(needed), nearest(held), nearest(max(missing, 0.0))


def _picture(
    outlook: Outlook,
    hands: Hands,
    size: tuple[int, int],
    within: tuple[float, float],
    relative: bool,
) -> Picture:
    language = reader_language()
    moved = not all(
        np.allclose(own, usual)
        for own, usual in (
            (hands.needed, hands.usual_needed),
            (hands.at_hand, hands.usual_at_hand),
        )
    )
    ends = {"needed": hands.needed, "at_hand": hands.at_hand}
    said = {
        "first": hands.years[0],
        **{f"{key}_now": alone("hands_needed", line[0]) for key, line in ends.items()},
        **{key: alone("hands_needed", line[-1]) for key, line in ends.items()},
        "moved": moved,
        "gap": float(hands.needed[-1] - hands.at_hand[-1]),
        "gap_usual": float(hands.usual_needed[-1] - hands.usual_at_hand[-1]),
        "inside": language.inside(outlook.place),
        "unit": tell(f"figure.{'per_hundred' if relative else 'unit'}"),
    }
    subtitle = tell(f"figure.subtitle{'_per_hundred' if relative else ''}", **said)
    rounded = "" if relative else rounded_apart(_told(hands, moved=moved), language)
    figure = hands_figure(hands, language, within)
    return Picture(
        tell("figure.title", **said),
        tell("figure.alt", **said),
        f"{subtitle}. {rounded.rstrip('.')}" if rounded else subtitle,
        {"wide": draw(figure, *size), "narrow": draw(figure, *NARROW, widest=NAMES / NARROW[0])},
        _rows(hands),
    )


def picture(outlook: Outlook) -> Picture:
    """Return a path's hands in man-years."""
    hands = hands_along(outlook)
    return _picture(outlook, hands, WIDE, span([hands]), relative=False)


def pictures(one: Outlook, other: Outlook) -> tuple[Picture, Picture]:
    """Return the hands of two sides on one scale: per hundred where the places differ."""
    relative = one.place != other.place
    hands = [hands_along(seen, per_hundred=relative) for seen in (one, other)]
    within = span(hands)
    first, second = (
        _picture(seen, each, HALF, within, relative)
        for seen, each in zip((one, other), hands, strict=True)
    )
    return first, second
