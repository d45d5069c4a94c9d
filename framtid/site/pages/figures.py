"""Tallene: every table behind the app, with its source, a curve, rows and files for a place."""

from collections.abc import Iterator, Mapping

import pyarrow as pa
import streamlit as st

from framtid import addresses
from framtid.language import Language
from framtid.language.current import reader_language
from framtid.language.dates import day
from framtid.language.sources import Cited, cite
from framtid.language.tables import described
from framtid.places import Place, places
from framtid.site.fragments import show, written
from framtid.site.visitor import visited
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot
from framtid.tables.chart import SIZES, chart, column_title
from framtid.tables.cube import is_cube
from framtid.tables.files import facts, fits
from framtid.tables.rows import coverage, place_column, rows

FIRST = "population_municipality"
SHOWN = 20
"""Rows that are shown; the files hold all."""


def asked_table(query: Mapping[str, str]) -> str:
    """Return the table in an address; the first one where none, or an unknown one, is named."""
    name = query.get(addresses.TABLE, FIRST)
    return name if snapshot().has(name) else FIRST


def _cell(column: str, value: object, language: Language) -> object:
    if column == "sex" and isinstance(value, int):
        return language.entry("explore.sexes")[value]
    if column in {"municipality", "place", "county"} and value in places().by_code:
        return language.label(places().get(str(value)))
    if isinstance(value, float):
        return language.fill(
            "{{ v|decimal(4) }}" if abs(value) < 10 else "{{ v|decimal(1) }}", v=value
        )
    if isinstance(value, int) and column not in {"year", "edition", "last_year"}:
        return language.fill("{{ v|exact }}", v=value)
    return "" if value is None else value


def _shown(table: pa.Table, language: Language) -> Iterator[list[object]]:
    for row in table.slice(0, SHOWN).to_pylist():
        yield [_cell(column, value, language) for column, value in row.items()]


def covers(listed: Entry, language: Language) -> str:
    """Say which part of the country a table has rows about."""
    count, column = coverage(listed.name), place_column(listed)
    if count is None:
        return language.say("explore.covers_all")
    if column in {None, "county"} or "0" in snapshot().table(listed.name)[column].to_pylist():
        return language.say("explore.covers_other", count=count)
    return language.say("explore.covers", count=count, of=len(places().municipalities))


def _choose(name: str, place: Place | None, language: Language) -> None:
    """Write the two choices; what is chosen goes into the address."""
    tables = list(snapshot().catalogue.entries)
    known = places().by_code
    left, right = st.container(key="ft-choose").columns(2)
    left.selectbox(
        language.say("explore.choose.table"),
        tables,
        tables.index(name),
        format_func=lambda one: described(one, language).title,
        placeholder=language.say("explore.choose.placeholder"),
        key=addresses.TABLE,
        on_change=_go,
        args=(addresses.TABLE,),
    )
    codes = list(known)
    right.selectbox(
        language.say("explore.choose.place"),
        codes,
        codes.index(place.code) if place else 0,
        format_func=lambda code: language.plain(known[code]),
        placeholder=language.say("explore.choose.placeholder"),
        key=addresses.PLACE,
        on_change=_go,
        args=(addresses.PLACE,),
    )


def _go(key: str) -> None:
    st.query_params[key] = st.session_state[key]


def explorer() -> None:
    """Write the page."""
    language, place = reader_language(), visited()
    name = asked_table(st.query_params.to_dict())
    show("explore_head.html", text=language.entry("explore"))
    _choose(name, place, language)
    st.html(table_html(name, place))
    st.html(list_html(place))


def table_html(name: str, place: Place | None) -> str:
    """Return a table with its curve, its facts, its files and its first rows."""
    language, listed = reader_language(), snapshot().catalogue.entries[name]
    code, table = place.code if place else None, rows(name, place)
    return written(
        "explore_table.html",
        title=described(name, language).title,
        facts=facts(listed, language),
        unit=described(name, language).unit,
        covers=covers(listed, language),
        listed=listed,
        cited=cite(listed.source, language),
        chart=chart(name, place, language),
        drawn={size: addresses.table_file(name, "svg", code, size=size) for size in SIZES},
        columns=[column_title(column, language) for column in table.column_names],
        rows=list(_shown(table, language)),
        count=table.num_rows,
        files=_files(name, code, table),
        text=language.entry("explore"),
        tell=language.say,
    )


def list_html(place: Place | None) -> str:
    """Return the list of all tables."""
    language = reader_language()
    return written(
        "explore_list.html",
        tables=_listed(language),
        text=language.entry("explore"),
        tell=language.say,
        edition=snapshot().edition,
        updated=day(snapshot().catalogue.updated, language),
        code=place.code if place else None,
    )


def _files(name: str, code: str | None, table: pa.Table) -> dict[str, str]:
    """Return the files of a table by their kind: those that it fits."""
    found = {
        "csv": addresses.table_file(name, "csv", code),
        "excel": addresses.table_file(name, "csv", code, form="no"),
    }
    if fits(table):
        found["xlsx"] = addresses.table_file(name, "xlsx", code)
    if is_cube(table):
        found["json"] = addresses.table_file(name, "json", code)
    return found


def _listed(language: Language) -> list[tuple[str, Entry, Cited, str]]:
    return [
        (described(name, language).title, one, cite(one.source, language), covers(one, language))
        for name, one in snapshot().catalogue.entries.items()
    ]
