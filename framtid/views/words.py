"""A view's words: its own text file filled with the figures, put together into a View."""

from collections.abc import Sequence

from framtid.language import Language
from framtid.pathways.link import encode
from framtid.pathways.outlook import Outlook
from framtid.places import Level
from framtid.statistics.snapshot import snapshot
from framtid.views.model import Column, Figure, Frame, Table, View

Cell = str | int | float | None


class Words:
    """Fills ``views.<name>.*`` with one set of values, so that title, text and table agree."""

    def __init__(self, language: Language, name: str, seen: Outlook, **values: object) -> None:
        self.language, self.name, self.seen = language, name, seen
        self.values: dict[str, object] = {
            "inside": language.inside(seen.place),
            "name": language.name(seen.place),
            "national": seen.place.level is Level.NATION,
            "level": seen.place.level.value,
            "base": seen.base_year,
        } | values

    def say(self, key: str) -> str:
        """Return one of the view's texts on a single line."""
        return " ".join(self.language.say(f"views.{self.name}.{key}", **self.values).split())

    def moment(self, year: int) -> str:
        """Return the name of the state that shows a year; the last observed one is "now"."""
        return "now" if year == self.seen.base_year else str(year)

    def frame(self, name: str, figure: Figure) -> Frame:
        """Return a state of the figure with its title and text alternative."""
        figure["layout"]["separators"] = self.language.numbers.separators
        return Frame(name, self.say(f"frames.{name}.title"), self.say(f"frames.{name}.alt"), figure)

    def view(
        self,
        frames: Sequence[Frame],
        columns: Sequence[tuple[str, int | None]],
        rows: Sequence[Sequence[Cell]],
        tables: Sequence[str],
    ) -> View:
        """Put the view together.

        Args:
            frames: its states, the whole picture last.
            columns: key and decimals of each table column; labels stand in the text file.
            rows: the table's cells.
            tables: names of the snapshot's tables that it stands on, where this edition has them.

        """
        heads = tuple(
            Column(key, self.say(f"columns.{key}"), decimals) for key, decimals in columns
        )
        table = Table(self.say("caption"), heads, tuple(tuple(row) for row in rows))
        figures = snapshot()
        found = [figures.source(name) for name in tables if figures.has(name)]
        sources = {source.id: source for source in found}
        return View(
            self.name,
            self.seen.place.code,
            self.language.code,
            self.say("subtitle"),
            tuple(frames),
            table,
            tuple(sources.values()),
            self.say("action"),
            "" if self.seen.pathway.is_default else encode(self.seen.pathway),
        )
