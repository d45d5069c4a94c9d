"""From a recipe and a table's own description to exactly the codes that are asked for."""

import math
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from framtid.statistics.ssb.answers import SsbError
from framtid.statistics.ssb.models import Dimension, Metadata
from framtid.statistics.ssb.recipes import Column, Recipe, Wanted

MUNICIPALITY = re.compile(r"(?:K[-_])?(\d{4})")
"""A municipality's number, with the mark that the summed code lists put before it."""

Labels = Mapping[str, str]
"""Code to label."""
Codes = Mapping[str, tuple[str, ...]]
"""SSB's codes by dimension."""


@dataclass(frozen=True)
class Chosen:
    """One dimension: what is asked for, and what each code is with us."""

    column: str
    dimension: str
    codelist: str | None
    codes: dict[str, int | str]


@dataclass(frozen=True)
class Selection:
    """Everything one table is asked for."""

    chosen: tuple[Chosen, ...]
    factor: float
    """What figures are multiplied by to be in our unit."""
    notes: tuple[str, ...]
    """Codes and labels that are not as they were."""

    @property
    def codes(self) -> "Codes":
        """SSB's codes by dimension."""
        return {one.dimension: tuple(one.codes) for one in self.chosen}

    @property
    def codelists(self) -> dict[str, str]:
        """SSB's code lists by dimension."""
        return {one.dimension: one.codelist for one in self.chosen if one.codelist}


@dataclass(frozen=True)
class Described:
    """A table as SSB describes it today: labels by dimension, or by code list where one is used."""

    metadata: Metadata
    lists: Mapping[str, Labels]

    @property
    def dimensions(self) -> Mapping[str, Dimension]:
        """Every dimension by id."""
        return self.metadata.dimension

    def labels(self, dimension: str, codelist: str | None) -> Labels:
        """Return the codes that may be asked for in a dimension."""
        if codelist:
            return self.lists[codelist]
        return self.dimensions[dimension].category.labels()


def find_dimension(column: Column, dimensions: Mapping[str, Dimension]) -> str:
    """Return the id of the dimension a column comes from; raise SsbError where there is none."""
    if column.dimension in dimensions:
        return column.dimension
    pattern = re.compile(column.label, re.IGNORECASE)
    alike = [name for name, told in dimensions.items() if pattern.search(told.label)]
    if len(alike) != 1:
        raise SsbError(f"it has no dimension {column.dimension} ({column.label}) any more")
    return alike[0]


def _wanted(one: Wanted, labels: Labels, where: str) -> tuple[str, str | None]:
    """Return the code of a wanted value, and what has changed about it."""
    pattern = re.compile(one.label, re.IGNORECASE)
    if one.code in labels:
        label = labels[one.code]
        if pattern.search(label):
            return one.code, None
        others = [code for code, text in labels.items() if pattern.search(text)]
        if others:
            raise SsbError(f"{where} {one.code} is now «{label}», and {others[0]} is what it was")
        return one.code, f"{where} {one.code} is now called «{label}»"
    alike = [code for code, label in labels.items() if pattern.search(label)]
    if len(alike) != 1:
        raise SsbError(f"{where} has no {one.code} ({one.label}) any more")
    return alike[0], f"{where} {one.code} is now {alike[0]}"


def _number(text: str, as_text: bool) -> int | str:
    return text if as_text else int(text)


def _by_pattern(column: Column, labels: Labels, kind: str) -> dict[str, int | str]:
    pattern = re.compile(column.pattern or "")
    found = {}
    for code in labels:
        if match := pattern.fullmatch(code):
            value = _number(match[1], kind == "string")
            if column.least is None or int(value) >= column.least:
                found[code] = value
    return found


def _by_place(column: Column, labels: Labels, places: Mapping[str, str]) -> dict[str, int | str]:
    found: dict[str, int | str] = {}
    for code in labels:
        match = MUNICIPALITY.fullmatch(code)
        if match and match[1] in places:
            found[code] = places[match[1]]
    if column.nation and column.nation in labels:
        found[column.nation] = "0"
    return found


def _unit(recipe: Recipe, described: Described, chosen: list[Chosen]) -> float:
    """Return the factor to our unit; raise SsbError where SSB's is not one we understand."""
    for one in chosen:
        known = recipe.columns[one.column].unit
        told = described.dimensions[one.dimension].category.unit
        factors = set()
        for code in one.codes if known else ():
            unit = (told[code].base if code in told else "").strip().lower()
            if unit not in known:
                raise SsbError(f"{one.dimension} {code} is now counted in «{unit}»")
            factors.add(known[unit])
        if len(factors) > 1:
            raise SsbError(f"{one.dimension} is counted in several units")
        if factors:
            return factors.pop()
    return 1.0


def select(recipe: Recipe, described: Described, places: Mapping[str, str]) -> Selection:
    """Choose the codes a recipe asks for.

    Args:
        recipe: what is wanted.
        described: what there is.
        places: municipality of ours by SSB's number; two numbers may be one with us.

    Raises:
        SsbError: something that is wanted is no longer there.

    """
    chosen, notes = [], []
    for name, column in recipe.columns.items():
        dimension = find_dimension(column, described.dimensions)
        codelist = next((name for name in column.codelist if name in described.lists), None)
        if column.codelist and codelist != column.codelist[0]:
            instead = f"{codelist} is" if codelist else "its own codes are"
            notes.append(f"{dimension} has no code list {column.codelist[0]}; {instead} used")
        labels = described.labels(dimension, codelist)
        if column.values:
            codes = {}
            for one in column.values:
                code, note = _wanted(one, labels, dimension)
                codes[code] = one.to
                notes += [note] if note else []
        elif column.places:
            codes = _by_place(column, labels, places)
        else:
            codes = _by_pattern(column, labels, recipe.keep.get(name, "int"))
        if not codes:
            raise SsbError(f"{dimension} has none of the codes we know")
        chosen.append(Chosen(name, dimension, codelist, codes))
    used = {one.dimension for one in chosen}
    for dimension, told in described.dimensions.items():
        if dimension not in used and not told.extension.elimination:
            raise SsbError(f"it has got a dimension {dimension} that we do not know")
    return Selection(tuple(chosen), _unit(recipe, described, chosen), tuple(notes))


def pieces(codes: Codes, cells: int) -> Iterator[Codes]:
    """Split a selection into questions of at most ``cells`` figures, halving what is longest."""
    if math.prod(map(len, codes.values())) <= cells:
        yield codes
        return
    longest = max(codes, key=lambda dimension: len(codes[dimension]))
    middle = len(codes[longest]) // 2
    if not middle:
        raise SsbError(f"SSB allows only {cells} figures at a time")
    for half in (codes[longest][:middle], codes[longest][middle:]):
        yield from pieces(dict(codes) | {longest: half}, cells)
