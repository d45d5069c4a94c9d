"""``python -m framtid join``: the reader's scripts as few and short files, by esbuild."""

import shutil
import subprocess

import typer

from framtid.web.assets import PACKAGES
from framtid.web.joined import ENTRIES, FRONTEND, JOINED, joined

ESBUILD = PACKAGES / ".bin" / "esbuild"
HOW = (
    "--bundle",
    "--splitting",
    "--format=esm",
    "--minify",
    "--target=es2022",
    "--log-level=error",
)


def join() -> None:
    """Join the reader's scripts, and take away what was joined of older ones."""
    if not ESBUILD.is_file():
        typer.echo("esbuild is not here: the reader's scripts serve one by one", err=True)
        raise typer.Exit(1)
    shutil.rmtree(JOINED, ignore_errors=True)
    entries = [str(FRONTEND / name) for name in ENTRIES]
    command = [str(ESBUILD), *entries, *HOW, f"--outbase={FRONTEND}", f"--outdir={joined()}"]
    raise typer.Exit(subprocess.run(command, check=False).returncode)  # noqa: S603 - our own words
