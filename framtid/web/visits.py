"""Nothing of who visits in the log, whatever the server and Streamlit would write there."""

import logging

VISITS, SERVER = "uvicorn.access", "uvicorn.error"
"""What uvicorn writes of each answer, and of itself, connections that stay open among it."""
STREAM = '"WebSocket '
"""What its lines of those have in them, with the address of who asks and all of what is asked."""


def _of_itself(record: logging.LogRecord) -> bool:
    """Whether a line is of the server and not of somebody's connection."""
    return STREAM not in str(record.msg)


def forget_visitors() -> None:
    """Let the log have no line of a visit.

    ``--no-access-log`` is not enough: Streamlit gives uvicorn's logger a handler of its own, which
    uvicorn takes for a wish to have it, and a connection that stays open is told all the same.
    """
    logging.getLogger(VISITS).disabled = True
    logging.getLogger(SERVER).addFilter(_of_itself)
