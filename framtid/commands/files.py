"""``python -m framtid files``: scripts, styles and fonts in a folder, for a web server to send."""

from pathlib import Path
from typing import Annotated

import typer

from framtid.web.written_files import write_files


def files(
    out: Annotated[Path, typer.Option(help="Folder to write to; made where it is missing.")],
) -> None:
    """Write the files that are the same for everybody; those of older programs stay."""
    typer.echo(f"{out}: {write_files(out)} written")
