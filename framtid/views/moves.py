"""Who comes and who goes: net moves by age over the last ten years."""

from typing import Literal, NamedTuple

from framtid.language import Language
from framtid.pathways.outlook import Outlook
from framtid.views import style
from framtid.views.builder import NET_MOVES, Words
from framtid.views.claims import Single
from framtid.views.model import View
from framtid.views.registry import view

STARTS = range(0, 80, 5)
"""Five-year groups: single ages are mostly chance in a small place."""
TOLD = ((18, 26), (27, 40), (1, 9))
"""Ages that texts tell of, first and last: rows of their own below the groups they are part of."""
LEARNERS, FINISHED, SETTLERS, SCHOOL = (15, 20), 25, (30, 35), 10
"""Groups, by first age: who goes away to learn, has learnt, settles; below the last, children."""
CHANCE = 1.5
"""Fewer than this in a year are chance, and no bar that a text speaks of beside the longest."""
FREE = 0.12
"""Share of the scale that is left free beyond the longest bars."""


Reason = Literal["schooling", "studies", "work", "settling", "parents", "none"]


class Peak(NamedTuple):
    """A bar: its ages, and how many more come than leave in a year."""

    first: int
    last: int
    net: float

    @property
    def comes(self) -> bool:
        """Whether more come than leave."""
        return self.net > 0


class Peaks(NamedTuple):
    """The longest bar, and the longest that goes the other way, where one is told."""

    most: Peak
    other: Peak | None
    learners: float
    """Net moves of the ages at which one goes away to learn."""

    @property
    def reason(self) -> Reason:
        """Return what people of the longest bar's age often move for, as far as figures show it."""
        first, comes = self.most.first, self.most.comes
        if first in LEARNERS:
            return "work" if comes else "schooling"
        if first == FINISHED:
            return "work" if comes else "studies" if self.learners >= CHANCE else "none"
        if first < SCHOOL:
            return "parents"
        return "settling" if comes and first in SETTLERS else "none"


def grouped(outlook: Outlook) -> list[Peak]:
    """Return every bar as it is drawn, the youngest first."""
    net = outlook.net_moves
    return [
        Peak(start, start + 4, round(float(net[start : start + 5].sum()), 2)) for start in STARTS
    ]


def peaks(outlook: Outlook) -> Peaks:
    """Return the bars that a text must name."""
    bars = grouped(outlook)
    most = max(bars, key=lambda bar: abs(bar.net))
    others = [bar for bar in bars if bar.comes != most.comes and abs(bar.net) >= CHANCE]
    other = max(others, key=lambda bar: abs(bar.net), default=None)
    return Peaks(most, other, sum(bar.net for bar in bars if bar.first in LEARNERS))


@view("moves", order=70)
def moves(outlook: Outlook, language: Language) -> View:
    """Net migration by five-year age group, a yearly mean."""
    net = outlook.net_moves
    young, found = float(net[18:27].sum()), peaks(outlook)
    words = Words(language, "moves", outlook, most=found.most, other=found.other, young=young)
    bars = grouped(outlook)
    values = [bar.net for bar in bars]
    names = [f"{bar.first}–{bar.last}" for bar in bars]
    drawn = {
        "type": "bar",
        "x": names,
        "y": values,
        "marker": {"color": [style.MINE if v >= 0 else style.OTHERS for v in values]},
        "hovertemplate": "%{x}: %{y:.1f}<extra></extra>",
    }
    low, high = min(0.0, *values), max(0.0, *values)
    room = (high - low) * FREE or 1.0
    described = style.layout(
        style.axis(tickvals=names[::3], type="category"),
        style.axis(
            showgrid=True,
            gridcolor=style.GRID,
            zeroline=True,
            zerolinecolor=style.INK,
            range=[low - room, high + room],
        ),
        bargap=0.15,
    )
    told = [
        (
            words.language.say("views.moves.part", first=first, last=last),
            float(net[first : last + 1].sum()),
        )
        for first, last in TOLD
    ]
    rows = [*zip(names, values, strict=True), *told]
    return words.view(
        [words.frame("all", style.figure([drawn], described))],
        [("age", None), ("net", 1)],
        rows,
        ["population_municipality", "life_table", NET_MOVES],
        [Single("moves_young", outlook.place.code, outlook.base_year, round(young, 1))],
    )
