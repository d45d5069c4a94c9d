"""A view's words: its own text file filled with the figures, put together into a View."""

from collections.abc import Iterator, Sequence

from framtid.consequences.local import local
from framtid.consequences.model import INDICATORS
from framtid.horizon import HORIZON
from framtid.language import Language, on_one_line
from framtid.pathways.codec import encode
from framtid.pathways.outlook import Outlook
from framtid.pathways.switches import Switches
from framtid.places import Level
from framtid.projection.source import OWN, projected
from framtid.statistics.catalogue import Source
from framtid.statistics.snapshot import snapshot
from framtid.views.claims import Change, Claim
from framtid.views.model import Cell, Column, Figure, Frame, Table, View

PROJECTION = "projection"
"""Stands among the names of tables for our own projection of the municipalities."""


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
            "state": language.say(f"state.{outlook.setting.state}"),
            "borrowed": not INDICATORS["outside"].own(local(outlook.place)),
        } | values

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
        return Frame(name, self.say(f"frames.{name}.title"), self.say(f"frames.{name}.alt"), figure)

    def _sources(self, tables: Sequence[str]) -> Iterator[Source]:
        """Yield where the figures come from; what no publisher gave is our own calculation."""
        figures = snapshot()
        found = [figures.source(name) for name in tables if figures.has(name)]
        yield from found
        ours = PROJECTION in tables or (
            not self.values["national"] and "projection_nation" in tables
        )
        if ours and all(source.id != OWN for source in found):
            yield projected()

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
            self.say("subtitle"),
            tuple(frames),
            table,
            tuple(sources.values()),
            self.say("action"),
            tuple(claims),
            "" if self.outlook.pathway.is_default else encode(self.outlook.pathway),
            tuple(Switches(self.outlook.alternative, self.outlook.setting).query.items()),
        )
