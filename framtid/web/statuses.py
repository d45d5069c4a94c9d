"""Which status an expected error is answered with."""

from framtid.errors import FramtidError

MISSING, WRONG, MANY, FAULT, BUSY = 404, 400, 429, 500, 503
FORBIDDEN, CLOSED = 403, 409
STATUS = {
    "unknown_option": WRONG,
    "unknown_parameter": WRONG,
    "broken_path": WRONG,
    "own_figures": WRONG,
    "too_busy": BUSY,
    "too_many": MANY,
    "snapshot": BUSY,
    "rooms_unwritable": BUSY,
    "rooms_disk_full": BUSY,
    "rooms_full": BUSY,
    "rooms_version": BUSY,
    "wrong_request": WRONG,
    "not_facilitator": FORBIDDEN,
    "closed_question": CLOSED,
    "nothing_said": WRONG,
    "unexpected": FAULT,
}
"""By what went wrong; everything else asks for what is not here."""


def status(error: FramtidError) -> int:
    """Return the HTTP status that says what kind of error it is."""
    return STATUS.get(error.key, MISSING)
