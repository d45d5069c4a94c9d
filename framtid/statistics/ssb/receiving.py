"""Receiving an answer bit by bit: unpacked here, so that a small one cannot grow without end."""

import zlib
from collections.abc import Callable, Iterable, Iterator

import httpx2

from framtid.statistics.ssb.answers import Answer, PassingError, SsbError

LARGEST = 64 * 1024 * 1024
"""Bytes of one answer, unpacked; 800 000 figures, the most SSB gives, take some 10 MB."""
STEP = 1024 * 1024
"""Bytes that are unpacked at a time."""
PACKINGS = {"": None, "identity": None, "gzip": zlib.MAX_WBITS | 16}
"""What we say that we can unpack; the only one we ask for is gzip."""


def _unpacked(chunks: Iterable[bytes], window: int) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(window)
    for chunk in chunks:
        left = chunk
        while left and not unpacker.eof:
            yield unpacker.decompress(left, STEP)
            left = unpacker.unconsumed_tail
    if not unpacker.eof:
        raise PassingError("an answer that was cut off")


def received(
    response: httpx2.Response, in_time: Callable[[], object], largest: int = LARGEST
) -> Answer:
    """Return a whole answer.

    Args:
        response: an answer whose body has not been read.
        in_time: called for every part that comes; raises where there is no more time.
        largest: bytes it may be, unpacked.

    Raises:
        SsbError: it is too large, or packed in a way we did not ask for.
        PassingError: it was cut off or damaged on the way.

    """
    packing = response.headers.get("content-encoding", "").strip().lower()
    if packing not in PACKINGS:
        raise SsbError(f"the answer is packed as «{packing[:40]}», which was not asked for")
    window = PACKINGS[packing]
    parts = response.iter_raw()
    body = bytearray()
    try:
        for part in _unpacked(parts, window) if window else parts:
            in_time()
            body += part
            if len(body) > largest:
                raise SsbError(f"the answer is larger than {largest // 1024 // 1024} MB")
    except zlib.error as error:
        raise PassingError("an answer that was damaged on the way") from error
    headers = {name.lower(): value for name, value in response.headers.items()}
    return Answer(response.status_code, headers, bytes(body))
