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
PRINT = 2400
"""Pixels across of a picture for print: 20 centimetres at 300 to the inch."""
TRIES = 2
"""A painter that has died is replaced once."""


class Painting:
    """The process that draws, started when the first picture is asked for."""

    def __init__(self) -> None:
        self._one_at_a_time = Lock()
        self.process: subprocess.Popen[bytes] | None = None
        """None until a picture is asked for."""

    def png(self, svg: str, width: int = 0) -> bytes:
        """Return an SVG picture as PNG, set in our own fonts whatever the machine has.

        It is so many pixels across, or as many as it says itself.

        Raises:
            ValueError: it is no picture, or drawing it ends the process every time.

        """
        with self._one_at_a_time:
            for _ in range(TRIES):
                with suppress(OSError):
                    return self._drawn(f"{width}\n{svg}".encode())
                self._stop()
        raise ValueError(NO_PICTURE)

    def stop(self) -> None:
        """Let the process go; the next picture starts another."""
        with self._one_at_a_time:
            self._stop()

    def _drawn(self, picture: bytes) -> bytes:
        self.process = process = self.process or _started()
        asked, answers = process.stdin, process.stdout
        if asked is None or answers is None:
            raise BrokenPipeError
        painter.sent(asked, picture)
        if drawn := painter.received(answers):
            return drawn
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
