"""``python -m framtid statistics status``: how old the figures are and when the next ones come."""

from datetime import UTC, date, datetime, timedelta

import typer

from framtid.commands.writers import Plain, write
from framtid.statistics.catalogue import Entry
from framtid.statistics.snapshot import snapshot, store
from framtid.statistics.ssb.recipes import Recipe, read_recipes

MONTH = timedelta(days=30.44)
BY_KLASS = frozenset(("municipalities", "former_municipalities", "regions", "kostra_groups"))
"""Tables that every refresh compares with Klass."""
COMPUTED = frozenset(("bands", "backtest", "coverage"))


def expected(entry: Entry, recipe: Recipe | None) -> date | None:
    """Return when a table's next figures come: SSB's word, or else its usual interval."""
    if entry.expected:
        return date.fromisoformat(entry.expected)
    if recipe is None:
        return None
    return date.fromisoformat(entry.source.date) + recipe.every * MONTH


def _row(entry: Entry, recipe: Recipe | None, today: date) -> dict[str, object]:
    coming = expected(entry, recipe)
    late = " (due)" if coming and coming < today else ""
    return {
        "table": entry.name,
        "source": entry.source.id,
        "years": entry.years,
        "published": entry.source.date,
        "age, days": (today - date.fromisoformat(entry.source.date)).days,
        "next": f"{coming}{late}" if coming else _otherwise(entry.name),
    }


def _otherwise(table: str) -> str:
    """Return when a table that SSB's tables do not give comes anew."""
    if table in COMPUTED:
        return "when others do"
    return "every refresh" if table in BY_KLASS else "by hand"


def status() -> None:
    """Tell each table's source, age and next expected update, and which editions are kept."""
    figures, kept = snapshot(), store()
    recipes, today = read_recipes().tables, datetime.now(UTC).date()
    entries = figures.catalogue.entries
    write([_row(entry, recipes.get(name), today) for name, entry in entries.items()], Plain.TABLE)
    lacking = [f"{name} ({one.table})" for name, one in recipes.items() if name not in entries]
    typer.echo()
    typer.echo(
        f"Edition {figures.edition} is in force, with figures of {figures.catalogue.updated}."
    )
    others = sorted(kept.editions() - {figures.edition})
    typer.echo(f"Kept beside it in {kept.folder}: {', '.join(others) or 'none'}.")
    if lacking:
        typer.echo(f"A refresh would add: {', '.join(lacking)}.")
