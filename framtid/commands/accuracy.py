"""``python -m framtid accuracy``: put the measured accuracy into the files that tell it."""

import re
from pathlib import Path
from typing import Annotated

import typer

from framtid.commands.accuracy_tables import BLOCKS

FILES = tuple(Path(__file__).parents[2] / name for name in ("README.md", "docs/method.md"))
BLOCK = re.compile(
    r"(<!-- accuracy: (?P<name>[^>]+?) -->)(?P<gap>\s*).*?\s*(<!-- /accuracy -->)", re.S
)


def _block(match: re.Match[str]) -> str:
    gap = match["gap"]
    return f"{match[1]}{gap}{BLOCKS[match['name']]()}{gap}{match[4]}"


def filled(text: str) -> str:
    """Return a text with every figure of accuracy as it is now."""
    return BLOCK.sub(_block, text)


def accuracy(
    name: Annotated[str, typer.Argument(help=f"One of {', '.join(BLOCKS)}; all by default.")] = "",
    write: Annotated[
        bool, typer.Option(help="Put them into README.md and docs/method.md.")
    ] = False,
) -> None:
    """Print how near the projection comes, from the stored scores, as the documents tell it."""
    if name and name not in BLOCKS:
        raise typer.BadParameter(f"choose one of {', '.join(BLOCKS)}", param_hint="NAME")
    if write:
        for file in FILES:
            file.write_text(filled(file.read_text(encoding="utf-8")), encoding="utf-8")
        return
    for each in [name] if name else BLOCKS:
        typer.echo(f"{each}\n\n{BLOCKS[each]()}\n")
