"""``python -m framtid story``: a story held to its rules, and read as it will be read."""

from typing import TYPE_CHECKING, Annotated

import typer
import yaml

if TYPE_CHECKING:
    from framtid.language import Language
    from framtid.stories.workshop import Report

BROKEN = (yaml.YAMLError, LookupError, TypeError, ValueError)
"""What the list of steps may end in when it is read."""

app = typer.Typer(help="The author's workshop: check a story, and read it for a place.")

Name = Annotated[str, typer.Argument(help="The story's folder under stories/.")]
Lang = Annotated[str, typer.Option(help="nb, nn or en.")]


@app.command()
def check(
    name: Annotated[str, typer.Argument(help="The story's folder; every story without.")] = "",
    place: Annotated[
        list[str] | None, typer.Option(help="A place to read it for; some of each kind without.")
    ] = None,
    lang: Annotated[str, typer.Option(help="In which language the remarks are.")] = "nb",
) -> None:
    """Say what is wrong with a story, what might be better, and how it reads; faults end with 1.

    Placeholders, parts in every language, text alternatives, the figures' claims, whether text
    and figure are of the same thing, reading time, and the readability index LIX.
    """
    from framtid.language import language_of  # noqa: PLC0415 - a command reads only what it needs
    from framtid.stories.story import stories  # noqa: PLC0415 - as above
    from framtid.stories.workshop import SAMPLE, check  # noqa: PLC0415 - as above

    language, faults = language_of(lang), 0
    try:
        names = [name] if name else list(stories())
        stories()
    except BROKEN as error:
        typer.echo(language.say("workshop.order", reason=f"{type(error).__name__}: {error}"))
        raise typer.Exit(1) from error
    for each in names:
        for report in check(each, place or SAMPLE):
            _tell(each, report, language)
            faults += report.faults
    if faults:
        raise typer.Exit(1)


def _tell(name: str, report: "Report", language: "Language") -> None:
    from framtid.commands.writers import Plain, Row, write  # noqa: PLC0415 - as above
    from framtid.language.readability import measures  # noqa: PLC0415 - as above

    def say(key: str, **values: object) -> str:
        return language.say(f"workshop.{key}", **values)

    typer.echo(say("head", name=name, language=report.language, readings=report.readings))
    counted = [(step, read, report.times[step]) for step, read in report.steps.items()]
    counted += [(say("whole"), report.whole, report.readings)] if report.readings else []
    rows: list[Row] = [
        {
            say("columns.step"): step,
            say("columns.words"): round(read.words / times),
            say("columns.time"): "{}:{:02}".format(*divmod(read.seconds // times, 60)),
            "LIX": read.lix,
            say("columns.level"): say(f"levels.{read.level}"),
        }
        for step, read, times in counted
    ]
    if rows:
        write(rows, Plain.TABLE)
        typer.echo(say("limits", lix=measures()["lix"], speed=measures()["speed"]["value"]))
        typer.echo(say("claims", count=report.claims))
    for kind in ("fault", "advice"):
        remarks = [each for each in report.remarks if each.kind == kind]
        typer.echo(say(f"kinds.{kind}", count=len(remarks)))
        for remark in remarks:
            typer.echo(f"  {remark.said(language)}")
    typer.echo("")


@app.command()
def preview(
    name: Name,
    place: Annotated[str, typer.Option(help="Place: 0, ba-5, 46 or 4601.")] = "0",
    lang: Lang = "nb",
    path: Annotated[str, typer.Option(help="The path that was chosen, as lys-vei.")] = "",
    step: Annotated[str, typer.Option(help="One step's id; all steps without.")] = "",
) -> None:
    """Print a story as it reads in a place: the prose with its figures, and what is shown."""
    from framtid.stories.workshop import preview  # noqa: PLC0415 - a command reads what it needs

    lines = list(preview(name, place, lang, path, step))
    if not lines:
        raise typer.BadParameter(f"{name} has no step {step!r} for {place}", param_hint="--step")
    typer.echo("\n".join(lines))
