"""Many readers at once: rerun times of Min kommune, and what the server weighs."""

import asyncio
import sys
from time import perf_counter

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect

from benchmarks.serve import memory, site
from framtid.places import places

READERS, RERUNS, PAUSE = (1, 30, 100), 6, 5.0
"""Numbers of readers, reruns of each, and seconds between a reader's reruns."""


def rerun(code: str) -> bytes:
    """Return the message with which a browser asks for the page of a place."""
    message = BackMsg()
    message.rerun_script.query_string = f"sted={code}"
    message.rerun_script.page_name = "kommune"
    sent: bytes = message.SerializeToString()
    return sent


async def answered(socket: ClientConnection) -> None:
    """Wait until the script of this rerun has finished."""
    while True:
        received = await socket.recv()
        message = ForwardMsg()
        message.ParseFromString(received if isinstance(received, bytes) else received.encode())
        if message.WhichOneof("type") == "script_finished":
            return


async def reader(address: str, number: int, of: int, taken: list[float]) -> None:
    """Open Min kommune and go from place to place."""
    codes = [place.code for place in places().municipalities]
    uri = address.replace("http", "ws") + "/_stcore/stream"
    async with connect(uri, max_size=None, subprotocols=["streamlit"]) as socket:  # type: ignore[list-item]
        await asyncio.sleep(PAUSE * number / of)
        for turn in range(RERUNS):
            start = perf_counter()
            await socket.send(rerun(codes[(number * 7 + turn) % len(codes)]))
            await answered(socket)
            if turn:
                taken.append((perf_counter() - start) * 1000)
            await asyncio.sleep(PAUSE)


async def crowd(address: str, count: int) -> list[float]:
    """Return rerun times in milliseconds of so many readers at once."""
    taken: list[float] = []
    await asyncio.gather(*(reader(address, number, count, taken) for number in range(count)))
    return sorted(taken)


async def weigh(address: str, pid: int, count: int) -> float:
    """Return megabytes per open, idle session."""
    before = memory(pid)
    uri = address.replace("http", "ws") + "/_stcore/stream"
    sockets = [await connect(uri, max_size=None) for _ in range(count)]
    for socket in sockets:
        await socket.send(rerun("3201"))
        await answered(socket)
    grown = memory(pid) - before
    for socket in sockets:
        await socket.close()
    return grown / count


def main() -> None:
    """Print rerun times for each number of readers, then memory."""
    with site() as (address, pid):
        sys.stdout.write(f"  server after start                {memory(pid):6.0f} MB\n")
        for count in READERS:
            taken = asyncio.run(crowd(address, count))
            p50, p95 = taken[len(taken) // 2], taken[int(len(taken) * 0.95)]
            sys.stdout.write(
                f"  {count:4} readers, rerun of Min kommune  p50 {p50:5.0f} ms  p95 {p95:5.0f} ms\n"
            )
        sys.stdout.write(f"  server after that                 {memory(pid):6.0f} MB\n")
        sys.stdout.write(
            f"  per idle session                  {asyncio.run(weigh(address, pid, 100)):6.2f} MB\n"
        )
