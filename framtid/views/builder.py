"""A view's words: its own text file filled with the figures, put together into a View."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.language.numbers import Told, banded, reach
from framtid.nearest import nearest
from framtid.pathways.codec import encode
from framtid.pathways.outlook import Outlook
from framtid.pathways.switches import Switches
from framtid.places import Level
from framtid.projection.source import own, projected
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import snapshot
from framtid.views.claims import Change, Claim
from framtid.views.model import Cell, Column, Figure, Frame, Table, View

YEARS = (1900, 2101)
"""An axis across that begins within these is one of years."""
PROJECTION = "projection"
"""Stands among the names of tables for our own projection of the municipalities."""

BANDS = "bands"
"""The table of how sure our projection is; named first where a view is of nothing else."""
NET_MOVES = "net_moves"
"""The same for moves that we work out of two years' population and the deaths between them."""


def cut(figure: Figure) -> bool:
    """Whether an axis of a figure's values shows numbers and leaves out zero."""
    return _leaves_out_zero(figure["layout"]["yaxis"]) or (
        _leaves_out_zero(across := figure["layout"]["xaxis"])
        and not YEARS[0] < across["range"][0] < YEARS[1]
    )


def _leaves_out_zero(axis: Mapping[str, Any]) -> bool:
    """Whether an axis shows numbers, and not names, that zero is not among."""
    shows = axis.get("visible", True) and axis.get("showticklabels", True)
    low, high = axis.get("range", (0, 0))
    return bool(shows) and "ticktext" not in axis and not low <= 0 <= high


class Words:
    """Fills ``views.<name>.*`` with one set of values, so that title, text and table agree."""

    def __init__(self, language: Language, name: str, outlook: Outlook, **values: object) -> None:
        self.language, self.name, self.outlook = language, name, outlook
        self.values: dict[str, object] = {
            "inside": language.inside(outlook.place),
            "name": language.name(outlook.place),
            "national": outlook.place.level is Level.NATION,
            "level": outlook.place.level.value,
            "base": outlook.base_year,
            "spread": language.say("spread.kind"),
            "state": language.say(f"state.{outlook.setting.state}"),
            "borrowed": not INDICATORS["outside"].own(outlook.local),
        } | values
        self.cut = False

    def say(self, key: str) -> str:
        """Return one of the view's texts on a single line; spaces inside numbers never break."""
        return on_one_line(self.language.say(f"views.{self.name}.{key}", **self.values))

    @property
    def ours(self) -> bool:
        """Whether a projection of the place is our own; that of the nation is SSB's."""
        return not self.values["national"]

    def change(
        self, measure: str, before: float, after: float, years: tuple[int, int] | None = None
    ) -> Change:
        """Return the claim of a measure from today to 2040, or between other years."""
        ours, span = self.ours, years or (self.outlook.base_year, HORIZON)
        return Change(measure, self.outlook.place.code, before, after, ours, span)

    def moment(self, year: int) -> str:
        """Return the name of the state that shows a year; the last observed one is "now"."""
        return "now" if year == self.outlook.base_year else str(year)

    def frame(self, name: str, figure: Figure) -> Frame:
        """Return a state of the figure with its title and text alternative."""
        figure["layout"]["separators"] = self.language.numbers.separators
        self.cut = self.cut or cut(figure)
        return Frame(name, self.say(f"frames.{name}.title"), self.say(f"frames.{name}.alt"), figure)

    def between(self, low: float, high: float, how: str = "count") -> str:
        """Return "2,1 til 2,4", or one figure where both are written the same.

        Args:
            low: the lowest of what may be.
            high: the highest.
            how: the filter that numbers are written with.

        """
        write = self.language.numbers.filters[how]
        if how == "count":
            low, high = banded(low, high)
        first, last = write(low), write(high)
        key = "one" if first == last else "two"
        return self.language.say(f"figures.between.{key}", low=first, high=last)

    def alternatives(self, values: Iterable[float], said: float | None = None) -> str:
        """Return what lies between the outermost of SSB's alternatives, as it is told.

        Ends are rounded as what is ``said`` beside them, which lies within; those that are rounded
        already stay so.
        """
        if isinstance(said, Told) and said.decimals:
            each = [nearest(value, said.decimals) for value in values]
            return self.between(min(each), max(each), "decimal")
        each = list(values)
        low, high = min(each), max(each)
        if not all(isinstance(value, Told) for value in each):
            low, high = reach(low, high, said)
        within = [] if said is None else [float(said)]
        return self.between(min([low, *within]), max([high, *within]), "exact")

    def shortage(self, values: Iterable[float]) -> str:
        """Return the same of what may be short: where there is enough, nothing is."""
        return self.alternatives(max(value, 0.0) for value in values)

    def _has(self, key: str) -> bool:
        return self.language.has(f"views.{self.name}.{key}")

    def _subtitle(self) -> str:
        """Return what is measured, how sure that is, and whether an axis is cut."""
        parts = [self.say("subtitle"), *([self.say("reach")] if self._has("reach") else [])]
        return self._marked(parts, "cut")

    def _brief(self) -> str:
        """Return the same in fewer words, for a narrow page; as it is where it is short already."""
        if not self._has("brief"):
            return self._subtitle()
        if self._has("reach"):
            self.values["reach"] = self.say("reach")
        return self._marked([self.say("brief")], "cut_brief")

    def _marked(self, parts: Sequence[str], cut: str) -> str:
        """Return what is said under a title, and whether an axis is cut and figures are own."""
        marks = [self.language.say(f"figures.{cut}")] if self.cut else []
        if self.outlook.setting.own.replacing:
            marks.append(self.language.say("own_figures.mark.figure"))
        return ". ".join(filter(None, (*parts, *marks)))

    def _sources(self, tables: Sequence[str]) -> Iterator[Source]:
        """Yield where the figures come from; what no publisher gave is our own calculation."""
        figures = snapshot()
        found = [figures.source(name) for name in tables if figures.has(name)]
        yield from found
        ours = PROJECTION in tables or (
            not self.values["national"] and "projection_nation" in tables
        )
        if ours and tables[0] != BANDS:
            yield projected()
        if NET_MOVES in tables:
            yield own(NET_MOVES, "07459", figures)

    def view(
        self,
        frames: Sequence[Frame],
        columns: Sequence[tuple[str, int | None]],
        rows: Sequence[Sequence[Cell]],
        tables: Sequence[str],
        claims: Sequence[Claim],
    ) -> View:
        """Put the view together.

        Args:
            frames: its states, the whole picture last.
            columns: key and decimals of each table column; labels stand in the text file.
            rows: the table's cells.
            tables: names of the snapshot's tables that it stands on, where this edition has them,
                and ``PROJECTION`` where the nation's view holds other places' projections too.
            claims: what it says, as data.

        """
        heads = tuple(
            Column(key, self.say(f"columns.{key}"), decimals) for key, decimals in columns
        )
        table = Table(self.say("caption"), heads, tuple(tuple(row) for row in rows))
        sources = {source.id: source for source in self._sources(tables)}
        return View(
            self.name,
            self.outlook.place.code,
            self.language.code,
            self._subtitle(),
            tuple(frames),
            table,
            tuple(sources.values()),
            self.say("action"),
            tuple(claims),
            "" if self.outlook.pathway.is_default else encode(self.outlook.pathway),
            tuple(Switches(self.outlook.alternative, self.outlook.setting).query.items()),
            brief=self._brief(),
        )
