"""What every JSON answer is made of: a typed model, and one way to write it as compact JSON."""

from typing import Annotated, Any

import msgspec
from msgspec import Meta

Text = Annotated[str, Meta(min_length=1)]
Id = Annotated[str, Meta(pattern="^[a-z0-9_-]+$")]
Day = Annotated[str, Meta(extra_json_schema={"format": "date"})]
"""An ISO date."""


class Model(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """An object of an answer; its members are written in the order they are declared.

    A member that may be ``UNSET`` is left out where it is.
    """


class ErrorAnswer(Model, frozen=True):
    """What is answered when something that was asked for is not here, or not right."""

    error: Id
    """Key of the error; the same in every language."""
    message: Text
    """A sentence in the reader's language."""
    fault: str = ""
    """Under which number it stands in the log, where it is a refusal or a fault."""


class Health(Model, frozen=True):
    """The answer of ``/health``."""

    ok: bool
    edition: str
    uptime: float
    """Seconds since the program opened."""


class Ready(Model, frozen=True):
    """The answer of ``/ready``."""

    ready: bool
    edition: str
    problem: str = ""
    """What is wrong with the figures, or with the tables of the rooms, in English."""


def encode(content: object) -> bytes:
    """Write an answer as compact JSON.

    Raises:
        TypeError: it holds something that JSON has no form for.

    """
    return _encoder.encode(content)


def as_data(content: Model) -> dict[str, Any]:
    """Return an answer as plain data, as it is once it has travelled."""
    made: dict[str, Any] = msgspec.to_builtins(content, enc_hook=_plain)
    return made


def _plain(value: object) -> float:
    """Return a number of numpy's as Python's own, which it is a kind of."""
    if isinstance(value, float):
        return float(value)
    message = f"{type(value).__name__} has no form in JSON"
    raise TypeError(message)


_encoder = msgspec.json.Encoder(enc_hook=_plain)
