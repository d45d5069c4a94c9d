"""``python -m framtid rooms``: the database of the live rooms."""

import typer

app = typer.Typer(help="The database of the live rooms.", no_args_is_help=True)


@app.command()
def upgrade() -> None:
    """Bring the tables of the rooms up to date, in the file or where DATABASE_URL says."""
    from framtid.meeting import database  # noqa: PLC0415 - a command reads only what it needs

    url = database.address()
    database.connect(url)
    typer.echo(f"the rooms are up to date: {url.render_as_string()}")


@app.command()
def sweep() -> None:
    """Delete the rooms whose time is out, with all that was answered and written in them."""
    from framtid.meeting import database  # noqa: PLC0415
    from framtid.meeting.rooms import Rooms  # noqa: PLC0415

    Rooms(database.connect(database.address())).sweep()
