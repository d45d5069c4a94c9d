"""``python -m framtid barriers``: read what is reported, and let it show or not."""

import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Literal

import typer

app = typer.Typer(help="Barriers that are reported: moderated here.", no_args_is_help=True)
Wish = Literal["waiting", "shown", "hidden", "all"]
Numbers = Annotated[list[int], typer.Argument(help="Numbers of reports, as `list` has them.")]


@app.command("list")
def list_(state: Annotated[Wish, typer.Option(help="Which of them.")] = "waiting") -> None:
    """Tell the reports that wait to be read, or all of them."""
    from framtid.meeting.reports import every  # noqa: PLC0415 - a command reads only what it needs
    from framtid.web.live_rooms import rooms  # noqa: PLC0415

    for each in every(rooms(), None if state == "all" else state):
        day = datetime.fromtimestamp(each.sent, UTC).date()
        about = f"node={each.node or '-'} place={each.place or '-'} {each.language}"
        typer.echo(f"{each.id} {each.state} {day} {about}\n  rule: {each.rule or '-'}")
        typer.echo("".join(f"  | {line}\n" for line in each.text.splitlines()))


@app.command()
def show(numbers: Numbers) -> None:
    """Let reports show on the site."""
    _moderate(numbers, "shown")


@app.command()
def hide(numbers: Numbers) -> None:
    """Let reports show no longer, or never; they are deleted when their time is out."""
    _moderate(numbers, "hidden")


def _moderate(numbers: list[int], state: Literal["shown", "hidden"]) -> None:
    from framtid.meeting.reports import moderate  # noqa: PLC0415
    from framtid.web.live_rooms import rooms  # noqa: PLC0415

    many = moderate(rooms(), numbers, state)
    typer.echo(f"{state}: {many} of {len(set(numbers))}")
    if many < len(set(numbers)):
        raise typer.Exit(1)


@app.command()
def sweep() -> None:
    """Delete the reports whose time is out."""
    from framtid.meeting import reports  # noqa: PLC0415
    from framtid.web.live_rooms import rooms  # noqa: PLC0415

    reports.sweep(rooms())


@app.command()
def export(
    out: Annotated[Path | None, typer.Option(help="A file; the screen where left out.")] = None,
    state: Annotated[Wish, typer.Option(help="Which of them.")] = "all",
) -> None:
    """Write the reports as CSV."""
    from framtid.documents.reported import reports_csv  # noqa: PLC0415
    from framtid.meeting.reports import every  # noqa: PLC0415
    from framtid.web.live_rooms import rooms  # noqa: PLC0415

    written = reports_csv(every(rooms(), None if state == "all" else state))
    if out is None:
        sys.stdout.write(written.decode())
    else:
        out.write_bytes(written)
