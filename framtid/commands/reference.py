"""``python -m framtid reference``: what can be looked up, written from the code itself."""

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import cast

import typer
from starlette.routing import Route
from typer.core import TyperCommand, TyperGroup

app = typer.Typer(help="docs/reference.md: pages, addresses, views, indicators, levers, commands.")

FILE = Path(__file__).parents[2] / "docs/reference.md"
A_MUNICIPALITY = "3201"
"""Whose views tell which frames there are."""
HEAD = """# Reference

Written by `python -m framtid reference write`; `make check` holds it to the code.
"""


@app.command()
def write(context: typer.Context) -> None:
    """Write the reference."""
    FILE.write_text(reference(_root(context)), "utf-8")
    typer.echo(FILE)


@app.command()
def check(context: typer.Context) -> None:
    """Say whether the reference is as the code is; exit status 1 when it is not."""
    if not FILE.exists() or FILE.read_text("utf-8") != reference(_root(context)):
        typer.echo(f"{FILE}: run `python -m framtid reference write`", err=True)
        raise typer.Exit(1)


def _root(context: typer.Context) -> TyperGroup:
    return cast("TyperGroup", context.find_root().command)


def reference(verbs: TyperGroup) -> str:
    """Return the whole reference as Markdown, with the command line's verbs."""
    parts = (
        *(_pages(), _other_addresses(), _addresses(), _views(), _indicators()),
        *(_levers(), _goals(), _tables(), _commands(verbs)),
    )
    return "\n".join((HEAD, *parts))


def _table(title: str, names: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    """Return a section that is one table; a cell's bars and line breaks are made harmless."""
    lines = [names, ("---",) * len(names), *rows]
    cells = ((" ".join(cell.replace("|", "\\|").split()) for cell in line) for line in lines)
    told = "\n".join(f"| {' | '.join(line)} |" for line in cells)
    return f"## {title}\n\n{told}\n"


def _first(docstring: str | None) -> str:
    """Return the first sentence of a docstring, without its full stop."""
    return " ".join((docstring or "").split("\n\n")[0].split()).rstrip(".")


def _pages() -> str:
    from framtid.sitemap import pages  # noqa: PLC0415 - a command reads only what it needs

    rows = (
        (f"`{page.address}`", page.name, "yes" if page.menu else "", page.script or "")
        for page in pages().values()
    )
    return _table("Pages", ("address", "name", "in the menu", "script"), rows)


def _other_addresses() -> str:
    from framtid.api.contracts import ANSWERS  # noqa: PLC0415
    from framtid.api.routes import api_routes  # noqa: PLC0415
    from framtid.site.routes import routes  # noqa: PLC0415
    from framtid.sitemap import pages  # noqa: PLC0415

    told = {page.address for page in pages().values()} | ANSWERS.keys()
    told |= {route.path for route in api_routes()}
    ours = (route.path for route in routes() if isinstance(route, Route))
    rows = [(f"`{path}`",) for path in dict.fromkeys(ours) if path not in told]
    return _table("Other addresses", ("address",), rows)


def _indicators() -> str:
    from framtid.consequences.model import INDICATORS  # noqa: PLC0415
    from framtid.language import language_of  # noqa: PLC0415

    language = language_of("nb")
    rows = (
        (f"`{name}`", language.say(f"consequences.{name}.title"), each.unit, each.method)
        for name, each in INDICATORS.items()
    )
    return _table("Indicators", ("name", "in bokmål", "unit", "certainty"), rows)


def _addresses() -> str:
    from framtid.api.contracts import ANSWERS  # noqa: PLC0415
    from framtid.api.routes import api_routes  # noqa: PLC0415

    others = sorted({route.path for route in api_routes()} - ANSWERS.keys())
    rows = [(f"`{a}`", f"`{m.__name__}`", _first(m.__doc__)) for a, m in ANSWERS.items()]
    rows += [(f"`{path}`", "", f"a file: {path.rsplit('.', 1)[-1]}") for path in others]
    note = "\nThe models stand in `framtid/api/schema.json`. An error is an `ErrorAnswer`.\n"
    return _table("Answers for programs", ("address", "model", "what"), rows) + note


def _views() -> str:
    from framtid.language import language_of  # noqa: PLC0415
    from framtid.pathways.outlook import Outlook, outlook_of  # noqa: PLC0415
    from framtid.places import Level  # noqa: PLC0415
    from framtid.places.registry import NATION  # noqa: PLC0415
    from framtid.views.registry import views  # noqa: PLC0415

    def of(levels: frozenset[Level]) -> Outlook:
        return outlook_of(A_MUNICIPALITY if Level.MUNICIPALITY in levels else NATION)

    language = language_of("nb")
    rows = (
        (
            f"`{maker.id}`",
            language.say(f"views.{maker.id}.name"),
            ", ".join(f"`{frame.id}`" for frame in maker.make(of(maker.levels), language).frames),
            ", ".join(level for level in Level if level in maker.levels),
            "yes" if maker.along else "",
        )
        for maker in views().values()
    )
    return _table("Views", ("name", "in bokmål", "frames", "of", "shows a pathway"), rows)


def _levers() -> str:
    from framtid.pathways.levers import levers  # noqa: PLC0415

    rows = (
        (
            f"`{lever.id}`",
            lever.code,
            ", ".join(lever.decides),
            str(lever.start),
            ", ".join(effect.what for effect in lever.effects),
            lever.certainty,
            "; ".join(f"[{each.title}]({each.link})" for each in lever.told_from),
        )
        for lever in levers().values()
    )
    names = ("name", "code", "who decides", "begins", "acts on", "certainty", "sources")
    return _table("Levers", names, rows)


def _goals() -> str:
    from framtid.pathways.goals import goals  # noqa: PLC0415

    rows = (
        (f"`{goal.id}`", "; ".join(f"{c.indicator} {c.direction}" for c in goal.conditions))
        for goal in goals().values()
    )
    return _table("Goals", ("name", "indicators that must hold"), rows)


def _tables() -> str:
    from framtid.statistics.snapshot import snapshot  # noqa: PLC0415

    rows = (
        (
            f"`{entry.name}`",
            f"[{entry.source.id}]({entry.source.link})" if entry.source.link else entry.source.id,
            entry.source.publisher,
            entry.unit,
        )
        for entry in snapshot().catalogue.entries.values()
    )
    return _table("Tables of the snapshot", ("table", "source", "publisher", "unit"), rows)


def _verbs(group: TyperGroup, typed: str) -> Iterator[tuple[str, str]]:
    """Yield each verb of a group as it is typed, with what it does."""
    for name, each in sorted(group.commands.items()):
        if isinstance(each, TyperGroup):
            yield from _verbs(each, f"{typed} {name}")
        elif isinstance(each, TyperCommand) and not each.hidden:
            yield f"`{typed} {name}`", _first(each.help)


def _commands(verbs: TyperGroup) -> str:
    rows = _verbs(verbs, "python -m framtid")
    return _table("Commands", ("command", "what it does"), rows)
