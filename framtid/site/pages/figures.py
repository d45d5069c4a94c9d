"""Tallene: every table behind the app, with its source, a curve, rows and files for a place."""

from collections.abc import Iterator

import pyarrow as pa
import streamlit as st

from framtid import addresses
from framtid.language import Language
from framtid.language.sources import cite
from framtid.language.tables import described
from framtid.places import Place, places
from framtid.site.fragments import show
from framtid.site.visitor import visited
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot
from framtid.tables.chart import SIZES, chart, column_title
from framtid.tables.cube import is_cube
from framtid.tables.files import facts, fits
from framtid.tables.rows import coverage, place_column, rows
from framtid.web.current_language import day, reader_language

FIRST = "population_municipality"
SHOWN = 20
"""Rows that are shown; the files hold all."""


def asked_table() -> str:
    """Return the table in the address; the first one where none, or an unknown one, is named."""
    name = st.query_params.get(addresses.TABLE, FIRST)
    return name if snapshot().has(name) else FIRST


def _cell(column: str, value: object, words: Language) -> object:
    if column == "sex" and isinstance(value, int):
        return words.entry("explore.sexes")[value]
    if column in {"municipality", "place", "county"} and value in places().by_code:
        return words.label(places().get(str(value)))
    if isinstance(value, float):
        return words.fill(
            "{{ v|decimal(4) }}" if abs(value) < 10 else "{{ v|decimal(1) }}", v=value
        )
    if isinstance(value, int) and column not in {"year", "edition", "last_year"}:
        return words.fill("{{ v|exact }}", v=value)
    return "" if value is None else value


def _shown(table: pa.Table, words: Language) -> Iterator[list[object]]:
    for row in table.slice(0, SHOWN).to_pylist():
        yield [_cell(column, value, words) for column, value in row.items()]


def covers(listed: Entry, words: Language) -> str:
    """Say which part of the country a table has rows about."""
    count, column = coverage(listed.name), place_column(listed)
    if count is None:
        return words.say("explore.covers_all")
    if column in {None, "county"} or "0" in snapshot().table(listed.name)[column].to_pylist():
        return words.say("explore.covers_other", count=count)
    return words.say("explore.covers", count=count, of=len(places().municipalities))


def _choose(name: str, place: Place | None, words: Language) -> None:
    """Write the two choices; what is chosen goes into the address."""
    tables = list(snapshot().catalogue.entries)
    known = places().by_code
    left, right = st.container(key="ft-choose").columns(2)
    left.selectbox(
        words.say("explore.choose.table"),
        tables,
        tables.index(name),
        format_func=lambda one: described(one, words).title,
        placeholder=words.say("explore.choose.placeholder"),
        key=addresses.TABLE,
        on_change=_go,
        args=(addresses.TABLE,),
    )
    codes = list(known)
    right.selectbox(
        words.say("explore.choose.place"),
        codes,
        codes.index(place.code) if place else 0,
        format_func=lambda code: words.label(known[code]),
        placeholder=words.say("explore.choose.placeholder"),
        key=addresses.PLACE,
        on_change=_go,
        args=(addresses.PLACE,),
    )


def _go(key: str) -> None:
    st.query_params[key] = st.session_state[key]


def explorer() -> None:
    """Write the page."""
    words, name, place = reader_language(), asked_table(), visited()
    listed = snapshot().catalogue.entries[name]
    code = place.code if place else None
    show("explore_head.html", text=words.entry("explore"))
    _choose(name, place, words)
    table = rows(name, place)
    show(
        "explore_table.html",
        title=described(name, words).title,
        facts=facts(listed),
        unit=described(name, words).unit,
        covers=covers(listed, words),
        listed=listed,
        cited=cite(listed.source, words),
        chart=chart(name, place),
        drawn={size: addresses.table_file(name, "svg", code, size=size) for size in SIZES},
        columns=[column_title(column, words) for column in table.column_names],
        rows=list(_shown(table, words)),
        count=table.num_rows,
        files=_files(name, code, table),
        text=words.entry("explore"),
        tell=words.say,
    )
    show(
        "explore_list.html",
        tables=_listed(words),
        text=words.entry("explore"),
        tell=words.say,
        edition=snapshot().edition,
        updated=day(snapshot().catalogue.updated),
        code=code,
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


def _listed(words: Language) -> list[tuple[str, Entry, str]]:
    entries = snapshot().catalogue.entries.values()
    return [(described(one.name, words).title, one, covers(one, words)) for one in entries]
