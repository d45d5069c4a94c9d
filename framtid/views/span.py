"""How wide the future is, in people: a hundred of today, at least and at most in 2040."""

from typing import NamedTuple

from framtid.horizon import HORIZON
from framtid.language import Language
from framtid.nearest import nearest
from framtid.pathways.outlook import Outlook
from framtid.projection.turnover import HUNDRED
from framtid.projection.uncertainty.bands import bands
from framtid.projection.uncertainty.measures import SPANS
from framtid.views import scene, style
from framtid.views.builder import Words
from framtid.views.claims import Spread
from framtid.views.model import Figure, View
from framtid.views.registry import view

SOURCES = ("bands", "population_municipality", "projection_nation")
GROUPS = {
    "all": ("working", style.AGES[3]),
    "80+": ("oldest", style.AGES[-1]),
    "1-5": ("child", style.AGES[0]),
}
"""Who is told of, as ``SPANS`` calls them, with the shape and the colour of their figures."""
KEYS = {"all": "all", "80+": "oldest", "1-5": "child"}
"""What their texts are called."""
COLUMNS, ROW, TALL = 20, 2.0, 1.75
"""Figures in a row, from one row to the next, and how high a figure is, in figures' widths."""
LABEL, BELOW = 2.2, 1.9
"""From the last row of a group to the words of the next, and from them to its first row."""
LOW = 1.4
"""Free room below the last row."""


class Reach(NamedTuple):
    """A group today, and between what it is in 2040: persons, and figures of a hundred."""

    now: float
    low: float
    high: float
    figures: tuple[int, int, int]
    """The same three as figures."""


def reaches(outlook: Outlook) -> dict[str, Reach]:
    """Return each group today and in eight of ten futures; a figure is a hundredth of all today."""
    found, base = bands(outlook.place.code), outlook.base_year
    each = outlook.people(base) / HUNDRED
    made = {}
    for name in GROUPS:
        first, last = SPANS[name]
        three = (outlook.people(base, first, last), *found.interval(name, HORIZON))
        now, low, high = (nearest(people / each) for people in three)
        made[name] = Reach(*three, (now, low, high))
    return made


def _rows(reach: Reach) -> int:
    return max(-(-max(reach.figures) // COLUMNS), 1)


def _figure(made: dict[str, Reach], words: Words, *, now: bool) -> Figure:
    """Return a state: today's figures, or the least there are and outlines up to the most."""
    top, traces, labels, spots_of = 0.0, [], [], []
    for name, reach in made.items():
        shape, color = GROUPS[name]
        spots_of.append((-0.5, top + BELOW))
        labels.append(words.say(f"label.{KEYS[name]}.{'now' if now else 'goal'}"))
        spots = [
            (float(at % COLUMNS), top - ROW * (at // COLUMNS)) for at in range(max(reach.figures))
        ]
        least, most = (reach.figures[0],) * 2 if now else reach.figures[1:]
        ids = [str(at) for at in range(len(spots))]
        traces += [
            scene.stand(spots[:least], shape, color, TALL, ids=ids[:least]),
            scene.stand(spots[least:most], shape, color, TALL, ids=ids[least:most], hollow=True),
        ]
        top -= ROW * (_rows(reach) - 1) + LABEL + BELOW
    said = scene.written(spots_of, labels, style.SIZE, "middle right")
    said["textfont"]["color"] = style.INK
    bottom = top + LABEL + BELOW - LOW
    across, up = (-scene.EDGE, COLUMNS - 1 + scene.EDGE), (bottom, BELOW + 0.9)
    return style.figure(
        [*traces, said], scene.layout("span", words.outlook.place.code, across, up, traces)
    )


@view("span", order=96)
def span(outlook: Outlook, language: Language) -> View:
    """Everyone, those aged 80 or over and those aged 1 to 5: the least and the most in 2040."""
    made = reaches(outlook)
    told = {
        f"{KEYS[name]}_{when}": figures
        for name, reach in made.items()
        for when, figures in zip(("now", "low", "high"), reach.figures, strict=True)
    }
    each = outlook.people(outlook.base_year) / HUNDRED
    words = Words(language, "span", outlook, scale=each, few=each < 10, **told)
    frames = [
        words.frame("now", _figure(made, words, now=True)),
        words.frame(str(HORIZON), _figure(made, words, now=False)),
    ]
    keys = ("now", "low", "high", "now_figures", "low_figures", "high_figures")
    columns = [("group", None), *((key, 0) for key in keys)]
    rows = [
        (words.say(f"groups.{KEYS[name]}"), reach.now, reach.low, reach.high, *reach.figures)
        for name, reach in made.items()
    ]
    names = {"all": "all", "80+": "aged"}
    claims = [
        Spread(measure, outlook.place.code, HORIZON, made[name].low, made[name].high)
        for name, measure in names.items()
    ]
    return words.view(frames, columns, rows, SOURCES, claims)
