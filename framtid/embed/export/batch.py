"""The frames of one place, made together: the part of an export that a worker does."""

import gzip
import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import framtid
from framtid import addresses
from framtid.embed.archive import shelf
from framtid.embed.frame.net import NET, AskedNet, net_frame, read_net
from framtid.embed.frame.render import frame
from framtid.embed.request import Asked, read
from framtid.folders import PARAMETERS, TEXTS
from framtid.places import places
from framtid.statistics.snapshot import edition, pinned, snapshot
from framtid.views.registry import views

MADE_OF = ("*.py", "*.yml", "*.css", "*.js", "*.html")
"""Files of the program that a frame may come from."""


@dataclass(frozen=True, slots=True)
class Batch:
    """Everything that is to be made of one place."""

    code: str
    views: tuple[str, ...]
    languages: tuple[str, ...]
    edition: str
    frozen: bool
    """Whether each frame is also made for the address that never changes."""

    @property
    def frames(self) -> dict[str, Asked | AskedNet]:
        """The frames by the names of their files: views that fit the place, and the causal map."""
        level = places().get(self.code).level
        names = (name for name in self.views if name == NET or level in views()[name].levels)
        marks = ("", f"@{self.edition}") if self.frozen else ("",)
        return {
            file_name(name, f"{self.code}{mark}", spoken): _asked(
                name, f"{self.code}{mark}", spoken
            )
            for name in names
            for spoken in self.languages
            for mark in marks
        }


def _asked(name: str, place: str, spoken: str) -> Asked | AskedNet:
    query = {"lang": spoken}
    return read_net(place, query) if name == NET else read(name, place, query)


def file_name(view: str, place: str, spoken: str) -> str:
    """Return where a frame lies in an export; ``deploy/nginx.conf`` looks for it there."""
    return f"embed/{view}/{place}.{spoken}.html"


def basis() -> str:
    """Return a hash of all that a frame comes from: edition, parameters, program, our address."""
    seen = hashlib.sha256(f"{snapshot().edition} {addresses.host()}".encode())
    room = Path(framtid.__file__).parent
    for folder, kinds in ((room, MADE_OF), (PARAMETERS, ("*.yml",)), (TEXTS, ("*.yml",))):
        for file in sorted(path for kind in kinds for path in folder.rglob(kind)):
            seen.update(file.relative_to(folder).as_posix().encode())
            seen.update(file.read_bytes())
    return seen.hexdigest()[:16]


def _page(asked: Asked | AskedNet) -> bytes:
    """Return a frame as gzip; a frozen one as it was first shown, where the site has shown it."""
    earlier = () if isinstance(asked, AskedNet) else asked.earlier
    if asked.edition and (kept := shelf().first(asked.address, *earlier)):
        return kept
    page = net_frame(asked) if isinstance(asked, AskedNet) else frame(asked)
    return gzip.compress(page.encode(), 9, mtime=0)


def made(batch: Batch, wanted: Sequence[str]) -> list[tuple[str, bytes]]:
    """Return the wanted frames of a place: name, and page as gzip."""
    with pinned(edition(batch.edition)):
        frames = batch.frames
        return [(name, _page(frames[name])) for name in wanted]
