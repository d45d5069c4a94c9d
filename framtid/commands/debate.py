"""``python -m framtid brief``: what a councillor brings to the rostrum, as files."""

from collections.abc import Callable
from pathlib import Path as File
from typing import Annotated

import typer

from framtid.commands.outlook import (
    Alternative,
    Code,
    OwnFile,
    Path,
    State,
    Sure,
    Use,
    read_path,
    read_switches,
)
from framtid.consequences.setting import USUAL
from framtid.debate.files import FILES, Asked
from framtid.debate.motion import FIRST
from framtid.errors import UnknownOptionError
from framtid.language.current import reader_language, speaking
from framtid.language.texts import DEFAULT, OF_PAGES
from framtid.pathways.switches import Switches
from framtid.places import places

Spoken = Annotated[str, typer.Option("--lang", help="nb, nn or en.")]
Address = Annotated[
    str,
    typer.Option(
        envvar="FRAMTID_ADDRESS",
        help="Where the site is, https://…, for links and the QR code in the file.",
    ),
]
Out = Annotated[File | None, typer.Option(help="File to write; named by what it holds if none.")]

UNLINKED = frozenset({"workbook.xlsx"})
"""Files that lead to no page of ours."""


def _write(
    name: str,
    code: str,
    path: str,
    switches: Switches,
    language: str,
    out: File | None,
    address: str,
) -> None:
    if language not in OF_PAGES:
        raise UnknownOptionError("lang", language, OF_PAGES)
    pathway, made = read_path(path).pathway, FILES[name]
    with speaking(language):
        place = places().get(code).code
        asked = Asked(place, pathway, switches, reader_language(), address.rstrip("/"))
        file = out or File(made.called(asked))
        file.write_bytes(made.make(asked))
    if not address and name not in UNLINKED:
        typer.echo("framtid: no --address, so links are short and there is no QR code", err=True)
    typer.echo(file)


def _writing(name: str, does: str) -> Callable[..., None]:
    """Return the command that writes one file of ``FILES``; ``does`` is what its help says."""

    def write(
        code: Code,
        path: Path = FIRST,
        lang: Spoken = DEFAULT,
        out: Out = None,
        alternative: Alternative = "MMMM",
        state: State = USUAL.state,
        use: Use = USUAL.use,
        own: OwnFile = None,
        sure: Sure = False,
        address: Address = "",
    ) -> None:
        switches = read_switches(code, alternative, state, use, own, sure=sure)
        _write(name, code, path, switches, lang, out, address)

    write.__name__, write.__doc__ = name.partition(".")[0], does
    return write


brief = _writing(
    "brief.pdf", "Write a briefing of two to four pages for a debate, as a tagged PDF."
)
rostrum = _writing(
    "rostrum.pdf", "Write a page for each side of a path in large type, as a tagged PDF."
)
slides = _writing(
    "slides.pptx",
    "Write ten to fourteen slides with charts that can be edited, and notes to speak from.",
)
workbook = _writing(
    "workbook.xlsx",
    "Write every figure and an økonomiplan that counts by itself, as a spreadsheet.",
)


def draft(
    code: Code,
    path: Path = FIRST,
    lang: Spoken = DEFAULT,
    out: Out = None,
    text: Annotated[bool, typer.Option("--text", help="As plain text, and not for Word.")] = False,
    alternative: Alternative = "MMMM",
    state: State = USUAL.state,
    use: Use = USUAL.use,
    own: OwnFile = None,
    sure: Sure = False,
    address: Address = "",
) -> None:
    """Write drafts of an interpellation, a question and a proposal, to be corrected in Word."""
    name = "draft.txt" if text else "draft.docx"
    switches = read_switches(code, alternative, state, use, own, sure=sure)
    _write(name, code, path, switches, lang, out, address)
