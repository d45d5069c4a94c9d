"""Own figures as they are typed or stand in a file: read, checked, and nothing of it lost.

A file is CSV with a head: ``rad`` names the row and ``verdi`` holds the figure; ``enhet`` and
``sted`` are checked where they stand there, everything else is for people. Semicolons and decimal
commas are read as well as commas and points.
"""

import codecs
import csv
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from framtid.consequences.own_figures import (
    NOTHING,
    OwnFigures,
    OwnFiguresError,
    own_rows,
)
from framtid.language import Language, language_of, on_one_line
from framtid.language.texts import OF_PAGES
from framtid.pathways.own_told import official_of, people_of, value_said
from framtid.places import Place
from framtid.tables.csv import csv_file

ROW, NAME, UNIT, VALUE, OFFICIAL, PLACE = "rad", "navn", "enhet", "verdi", "ellers", "sted"
HEADS = (PLACE, ROW, NAME, UNIT, VALUE, OFFICIAL)
"""The columns of a file; ``rad`` and ``verdi`` are all it must have."""
LARGEST, MOST_LINES, LONGEST_VALUE = 16_384, 60, 30
"""Bytes and lines of the largest file that is read, and characters of what is typed."""
PLAIN = re.compile(r"[+-]?(?:\d{1,12}|\d{1,3}(?: \d{3})+)(?:[.,]\d{1,6})?", re.ASCII)
DOTTED = re.compile(r"[+-]?\d{1,3}(?:\.\d{3})+(?:,\d{1,6})?", re.ASCII)
"""Numbers as they are typed: "1 234,5" or "1234.5", and "1.234.567" or "1.234,5"."""
EMPTY = {"", "-", "–"}


@dataclass(frozen=True)
class Problem:
    """Something that is wrong, or asked about; its words stand under ``own_figures.problems``."""

    key: str
    row: str = ""
    """Which figure; empty where it is the whole file."""
    values: Mapping[str, object] = field(default_factory=dict)

    @property
    def asks(self) -> bool:
        """Whether it is a question that may be answered with yes."""
        return self.key in {"plausible", "many"}

    def said(self, language: Language) -> str:
        """Return it in a reader's words."""
        title = language.say(f"own_figures.rows.{self.row}.title") if self.row else ""
        return on_one_line(
            language.say(f"own_figures.problems.{self.key}", title=title, **self.values)
        )


@dataclass(frozen=True)
class Read:
    """What was read: the figures where all is well, and all that was typed in any case."""

    own: OwnFigures
    typed: Mapping[str, str]
    """By the names of ``own_rows``, as it was typed."""
    problems: tuple[Problem, ...]

    @property
    def wrong(self) -> tuple[Problem, ...]:
        """What has to be mended before any of it can be used."""
        return tuple(each for each in self.problems if not each.asks)

    @property
    def questions(self) -> tuple[Problem, ...]:
        """What we ask whether it is right."""
        return tuple(each for each in self.problems if each.asks)


def number(text: str) -> float | None:
    """Return the number of a text as Norwegians and programs write it; None where it is none.

    "1.234" is read by some as a thousand and by others as one and a bit: we ask for another form.
    """
    plain = re.sub(r"[\u00a0\u2009\u202f]", " ", text).replace("−", "-").strip()
    plain = plain.removesuffix("%").strip()
    if DOTTED.fullmatch(plain):
        if plain.count(".") == 1 and "," not in plain:
            return None
        plain = plain.replace(".", "")
    elif not PLAIN.fullmatch(plain):
        return None
    return float(plain.replace(" ", "").replace(",", "."))


def _checked(place: Place, name: str, text: str, language: Language) -> tuple[float, list[Problem]]:
    """Return the figure that is typed, and what is wrong with it; nought where it is none."""
    row, value = own_rows()[name], number(text)
    if value is None:
        return 0.0, [Problem("number", name, {"typed": text})]
    value = round(value, row.decimals) + 0.0
    if not row.within(value):
        low, high = (value_said(name, each, language) for each in (row.lowest, row.highest))
        return value, [Problem("bounds", name, {"typed": text, "low": low, "high": high})]
    if row.beside:
        thousands = people_of(place) / 1000
        share = language.numbers.decimal(value / thousands, 1)
        said = {"value": value_said(name, value, language), "share": share}
        plain = row.plausible(value, thousands)
        return value, [] if plain else [Problem("many", name, said)]
    official = official_of(place)[name]
    if not row.plausible(value, official):
        told, known = value_said(name, value, language), value_said(name, official, language)
        return value, [Problem("plausible", name, {"value": told, "official": known})]
    return value, []


def read_typed(
    place: Place,
    typed: Mapping[str, str],
    language: Language,
    *,
    sure: bool = False,
    already: Iterable[Problem] = (),
) -> Read:
    """Read what is typed for a municipality.

    Args:
        place: the municipality.
        typed: what is typed, by the names of ``own_rows``; what is empty is not put in.
        language: how figures are told in what we ask.
        sure: whether the reader has answered that it is right.
        already: what was wrong with the file that it stood in.

    """
    given, problems = {}, list(already)
    for name in own_rows():
        text = typed.get(name, "").strip()[:LONGEST_VALUE]
        if text not in EMPTY:
            given[name], wrong = _checked(place, name, text, language)
            problems += [each for each in wrong if not (each.asks and sure)]
    own = NOTHING if problems else OwnFigures.of(place.code, given)
    return Read(own, dict(typed), tuple(problems))


def typed_of(own: OwnFigures, language: Language) -> dict[str, str]:
    """Return own figures as they would be typed."""
    comma, rows = language.numbers.forms["decimal"], own_rows()
    return {
        name: f"{value:.{rows[name].decimals}f}".replace(".", comma) for name, value in own.values
    }


def _units(unit: str) -> set[str]:
    """Return what a unit is called in any language of ours."""
    every = (language_of(code).say(f"own_figures.units.{unit}.name") for code in OF_PAGES)
    return {name.casefold() for name in every}


def _decoded(content: bytes) -> str:
    """Return the text of a file, as spreadsheets save it."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return content.decode("utf-16", "replace")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("latin-1")


def _lines(content: bytes) -> list[dict[str, str]]:
    """Return the rows of a file by its heads.

    Raises:
        OwnFiguresError: it is too large, no text, or lacks the columns that it must have.

    """
    if len(content) > LARGEST:
        raise OwnFiguresError("file_large")
    text = _decoded(content)
    lines = text.splitlines()
    head = lines[0] if lines else ""
    mark = max(";,\t", key=head.count)
    rows = list(csv.reader(lines[: MOST_LINES + 1], delimiter=mark)) if "\0" not in text else []
    heads = [each.strip().casefold() for each in rows[0]] if rows else []
    if not {ROW, VALUE} <= set(heads):
        raise OwnFiguresError("file_heads")
    if len(lines) > MOST_LINES:
        raise OwnFiguresError("file_large")
    return [dict(zip(heads, map(str.strip, row), strict=False)) for row in rows[1:] if any(row)]


def _wrong_line(place: Place, line: Mapping[str, str], before: set[str]) -> Iterator[Problem]:
    """Yield what is wrong with a line apart from its figure."""
    name = line.get(ROW, "")
    where = line.get(PLACE, "").removeprefix('="').removesuffix('"')
    if where and where.zfill(4) != place.code:
        yield Problem("place", values={"typed": where[:LONGEST_VALUE], "code": place.code})
    if name not in own_rows():
        yield Problem("row", values={"typed": name[:LONGEST_VALUE], "known": ", ".join(own_rows())})
        return
    if name in before:
        yield Problem("twice", name)
    unit = line.get(UNIT, "").casefold()
    known = _units(own_rows()[name].unit)
    if unit and unit not in known:
        yield Problem("unit", name, {"typed": line[UNIT][:LONGEST_VALUE]})


def read_file(place: Place, content: bytes, language: Language, *, sure: bool = False) -> Read:
    """Read the file of a municipality; arguments as of ``read_typed``.

    Raises:
        OwnFiguresError: it is none that we can read at all.

    """
    typed: dict[str, str] = {}
    problems: list[Problem] = []
    for line in _lines(content):
        if line.get(VALUE, "") in EMPTY:
            continue
        problems += _wrong_line(place, line, set(typed))
        if line.get(ROW) in own_rows():
            typed.setdefault(line[ROW], line[VALUE][:LONGEST_VALUE])
    if not (typed or problems):
        raise OwnFiguresError("file_empty")
    return read_typed(place, typed, language, sure=sure, already=problems)


def own_csv(place: Place, own: OwnFigures, language: Language) -> bytes:
    """Return the figures of a municipality as a file to fill in, keep, and read in again.

    Every row stands there, with the official figure where it replaces one; those that are put in
    have a value.
    """
    typed, official = typed_of(own, language), official_of(place)
    rows = (
        (
            place.code,
            name,
            language.say(f"own_figures.rows.{name}.title"),
            language.say(f"own_figures.units.{row.unit}.name"),
            typed.get(name, ""),
            "" if row.beside else round(official[name], row.decimals or None) + 0,
        )
        for name, row in own_rows().items()
    )
    return csv_file(HEADS, rows, norwegian=language.numbers.forms["decimal"] == ",")
