"""Serve the stand-in: ``python -m tests.ssb [PORT]``, and refresh against it."""

import sys

import uvicorn

from tests.ssb.country import Country
from tests.ssb.server import API, KLASS


def main() -> None:
    """Serve until stopped."""
    port = int(sys.argv[1]) if len(sys.argv) > 1 else 8600
    here = f"http://127.0.0.1:{port}"
    print(
        "FRAMTID_DATA=/tmp/editions python -m framtid statistics refresh "
        f"--api {here}{API} --klass {here}{KLASS}"
    )
    uvicorn.run(Country().stand_in().app(), port=port, log_level="warning", lifespan="off")


if __name__ == "__main__":
    main()
