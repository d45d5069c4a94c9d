"""The reader's scripts as few files, where they have been joined: three instead of forty-six.

`python -m framtid join` does it with esbuild. What is joined lies in a folder named by the scripts
it was made of, so that it serves only as long as they are as they were.
"""

import hashlib
from collections.abc import Sequence
from pathlib import Path

FRONTEND = Path(__file__).resolve().parents[1] / "reader" / "frontend"
"""The front end of both components: scripts and style sheets as they are written."""
JOINED = FRONTEND.with_name("joined")
ENTRIES = ("index.js", "simulator/index.js", "hundred.js")
"""The scripts that pages ask for by name."""


def mark(*files: Path) -> str:
    """Return what stands in a name for the content of files."""
    return hashlib.sha256(b"\0".join(path.read_bytes() for path in files)).hexdigest()[:8]


def joined() -> Path:
    """Return the folder for what is joined of the scripts as they are now; it may not be there."""
    return JOINED / mark(*sorted(FRONTEND.rglob("*.js")))


FOLDERS = (joined(), FRONTEND)
"""Where the reader's files are: the first that has one serves."""


def first(name: str, folders: Sequence[Path] = FOLDERS) -> Path | None:
    """Return the file that serves under a name, or None where no folder has one."""
    for folder in folders:
        path = (folder / name).resolve()
        if path.is_relative_to(folder.resolve()) and path.is_file():
            return path
    return None
