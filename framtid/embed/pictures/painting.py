"""SVG pictures as PNG, drawn by a process of its own that is kept for the next one."""

import atexit
import json
import subprocess
import sys
from contextlib import suppress
from threading import Lock

from framtid.embed.pictures import painter
from framtid.views.drawing import fonts

NO_PICTURE = "this cannot be drawn as a picture"
TRIES = 2
"""A painter that has died is replaced once."""


class Painting:
    """The process that draws, started when the first picture is asked for."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        """None until a picture is asked for."""

    def png(self, svg: str) -> bytes:
        """Return an SVG picture as PNG, set in our own fonts whatever the machine has.

        Raises:
            ValueError: it is no picture, or drawing it ends the process every time.

        """
        with self._one_at_a_time:
            for _ in range(TRIES):
                with suppress(OSError):
                    return self._drawn(svg.encode())
                self._stop()
        raise ValueError(NO_PICTURE)

    def stop(self) -> None:
        """Let the process go; the next picture starts another."""
        with self._one_at_a_time:
            self._stop()

    def _drawn(self, svg: bytes) -> bytes:
        self.process = process = self.process or _started()
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise BrokenPipeError
        painter.sent(asked, svg)
        if picture := painter.received(answers):
            return picture
        raise BrokenPipeError

    def _stop(self) -> None:
        if self.process:
            self.process.kill()
            self.process.communicate()
            self.process = None


def _started() -> subprocess.Popen[bytes]:
    settings = {
        "skip_system_fonts": True,
        "font_files": list(fonts.files().values()),
        "sans_serif_family": fonts.OWN[fonts.SANS],
        "serif_family": fonts.OWN[fonts.SERIF],
    }
    command = [sys.executable, "-P", painter.__file__, json.dumps(settings)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603


PAINTING = Painting()
atexit.register(PAINTING.stop)
