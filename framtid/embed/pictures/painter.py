"""A process that does nothing but turn SVG into PNG, for as long as somebody writes to it.

Drawing holds the interpreter's lock for a tenth of a second a picture: in the process that serves
pages, all others would wait for it. Run as ``python painter.py <settings as JSON>``; what comes in
and goes out is a length in eight bytes and so many bytes. Before a picture that comes in stands a
line with its width in pixels, 0 for its own.
"""

import json
import sys
from typing import IO

HEAD = 8


def received(stream: IO[bytes]) -> bytes:
    """Return the next piece of a stream, empty where it has ended."""
    return stream.read(int.from_bytes(stream.read(HEAD), "big"))


def sent(stream: IO[bytes], piece: bytes) -> None:
    """Write a piece to a stream, its length first."""
    stream.write(len(piece).to_bytes(HEAD, "big") + piece)
    stream.flush()


def main() -> None:
    """Draw one picture after another until nobody asks any more."""
    import resvg_py  # noqa: PLC0415 - the process that asks has no need of it

    settings = json.loads(sys.argv[1])
    while asked := received(sys.stdin.buffer):
        width, _, svg = asked.decode().partition("\n")
        drawn = resvg_py.svg_to_bytes(svg_string=svg, width=int(width) or None, **settings)
        sent(sys.stdout.buffer, drawn)


if __name__ == "__main__":
    main()
