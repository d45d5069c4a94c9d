"""Nobody who visits stands in the log, whatever writes to it."""

import logging
import logging.config
from collections.abc import Iterator

import pytest
from streamlit.logger import init_uvicorn_logs
from uvicorn.config import LOGGING_CONFIG

from framtid.web.visits import SERVER, VISITS, forget_visitors

VISITOR = "203.0.113.9:443"
LINES = (
    (VISITS, '%s - "%s %s HTTP/%s" %d', (VISITOR, "GET", "/historie?sted=5610", "1.1", 200)),
    (SERVER, '%s - "WebSocket %s" [accepted]', (VISITOR, "/_stcore/stream?sted=5610")),
    (SERVER, '%s - "WebSocket %s" 403', (VISITOR, "/_stcore/stream?sted=5610")),
)


@pytest.fixture
def loggers() -> Iterator[None]:
    """Leave the server's loggers as they were."""
    before = {
        name: (log.disabled, log.propagate, log.level, log.handlers[:], log.filters[:])
        for name in (VISITS, SERVER, "uvicorn")
        for log in [logging.getLogger(name)]
    }
    yield
    for name, (off, up, level, handlers, filters) in before.items():
        log = logging.getLogger(name)
        log.disabled, log.propagate, log.handlers, log.filters = off, up, handlers, filters
        log.setLevel(level)


@pytest.mark.usefixtures("loggers")
def test_no_visit_is_written_whoever_gave_the_server_a_log(
    caplog: pytest.LogCaptureFixture,
) -> None:
    logging.config.dictConfig(LOGGING_CONFIG)
    forget_visitors()
    init_uvicorn_logs()
    for name in (VISITS, SERVER):
        logging.getLogger(name).addHandler(caplog.handler)
    for name, line, values in LINES:
        logging.getLogger(name).info(line, *values)
    logging.getLogger(SERVER).info("Application startup complete.")
    assert [record.getMessage() for record in caplog.records] == ["Application startup complete."]
