"""Serve the stand-in: ``python -m tests.ssb [PORT [FOLDER]]``, and refresh against it.

It says what the committed edition says, or the snapshot in FOLDER.
"""

import socket
import sys
from pathlib import Path

import uvicorn

from framtid.statistics.snapshot import read_snapshot
from tests.ssb.country import Country
from tests.ssb.server import API, KLASS


def main() -> None:
    """Serve until stopped."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8600
    figures = read_snapshot(Path(sys.argv[2])) if len(sys.argv) > 2 else None
    app = Country(figures).stand_in().app()
    with socket.create_server(("127.0.0.1", port)) as listening:
        here = f"http://127.0.0.1:{port}"
        print(
            "FRAMTID_DATA=/tmp/editions python -m framtid statistics refresh "
            f"--api {here}{API} --klass {here}{KLASS}"
        )
        config = uvicorn.Config(app, log_level="warning", lifespan="off")
        uvicorn.Server(config).run(sockets=[listening])


if __name__ == "__main__":
    main()
