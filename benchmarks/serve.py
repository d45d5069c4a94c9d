"""Starting a server for a benchmark, and what it weighs."""

import os
import re
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).parents[1]
UNIT = ROOT / "deploy" / "framtid@.service"


def free_port() -> int:
    """Return a port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def answered(address: str) -> None:
    """Wait until a server of ours answers.

    Raises:
        TimeoutError: it does not, in three minutes.

    """
    latest = time.monotonic() + 180
    while time.monotonic() < latest:
        try:
            urlopen(address, timeout=1).close()  # noqa: S310 - our own address
        except (URLError, OSError):
            time.sleep(0.1)
        else:
            return
    raise TimeoutError(address)


def allocation() -> dict[str, str]:
    """Return how the unit for systemd lets a process take memory from the system."""
    set_there = re.findall(
        r"^Environment=(MALLOC_\w+)=(\d+)$", UNIT.read_text("utf-8"), re.MULTILINE
    )
    return dict(set_there)


@contextmanager
def serving(command: list[str], port: int, health: str) -> Iterator[tuple[str, int]]:
    """Run a server until the block ends, as the unit does; give its address and process id."""
    process = subprocess.Popen(
        [sys.executable, "-m", *command],
        cwd=ROOT,
        env=os.environ | allocation(),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    address = f"http://127.0.0.1:{port}"
    try:
        answered(address + health)
        yield address, process.pid
    finally:
        process.terminate()
        process.wait()


@contextmanager
def site() -> Iterator[tuple[str, int]]:
    """Run the site."""
    port = free_port()
    with serving(["uvicorn", "app:app", "--port", str(port)], port, "/health") as found:
        yield found


def memory(pid: int, field: str = "VmRSS") -> float:
    """Return a process's resident memory in megabytes, now or at its peak (``VmHWM``)."""
    status = Path(f"/proc/{pid}/status").read_text(encoding="utf-8")
    line = next(line for line in status.splitlines() if line.startswith(field))
    return int(line.split()[1]) / 1024
