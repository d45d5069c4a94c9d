"""``python -m framtid VERB``: everything the library does, from a terminal."""

import sys

import typer

from framtid.commands import (
    accuracy,
    backtest,
    bands,
    barriers,
    causes,
    choose,
    claims,
    councils,
    coverage,
    debate,
    export,
    files,
    fonts,
    join,
    outlook,
    projection,
    reconcile,
    reference,
    rooms,
    schema,
    similar,
    statistics,
    story,
    trajectories,
    waiting,
)
from framtid.errors import FramtidError

app = typer.Typer(
    help="2040 begynner nå: official figures and projections of Norway's municipalities.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
app.add_typer(statistics.app, name="statistics")
app.add_typer(bands.app, name="bands")
app.add_typer(choose.app, name="choose")
app.add_typer(schema.app, name="schema")
app.add_typer(reference.app, name="reference")
app.add_typer(story.app, name="story")
app.add_typer(rooms.app, name="rooms")
app.add_typer(barriers.app, name="barriers")
app.command()(projection.project)
app.command()(projection.compare)
app.command()(backtest.backtest)
app.command()(claims.claims)
app.command()(coverage.coverage)
app.command()(accuracy.accuracy)
app.command()(trajectories.trajectories)
app.command()(outlook.outlook)
app.command()(reconcile.reconcile)
app.command()(similar.similar)
app.command()(causes.causes)
app.command()(export.export)
app.command()(files.files)
app.command("fonts", hidden=True)(fonts.cut)
app.command(hidden=True)(join.join)
app.command("ways")(outlook.ways_to)
app.command("wait")(waiting.wait)
app.command("councils")(councils.councils)
app.command()(debate.brief)
app.command()(debate.rostrum)
app.command()(debate.slides)
app.command()(debate.workbook)
app.command()(debate.draft)


def main() -> None:
    """Run a verb; an expected error is one line on standard error and exit status 2."""
    try:
        app()
    except FramtidError as error:
        typer.echo(f"framtid: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()
