"""One of every expected error, made from its own signature."""

import inspect
from collections.abc import Iterator

from framtid import errors

SAMPLES: dict[str, object] = {"int": 2031, "str": "0301 Oslo"}
TOLD_BRIEFLY = {"ssb", "snapshot", "unwritable", "busy", "not_ours", "unknown_alternative"}
"""Errors whose sentence leaves to the log what only an operator can use."""


def _sample(annotation: type) -> object:
    if "Sequence" in str(annotation):
        return [2006, 2026] if "int" in str(annotation) else ["Oslo", "Bærum"]
    return SAMPLES[annotation.__name__]


def every() -> Iterator[errors.FramtidError]:
    """Make one of each."""
    for error in errors.FramtidError.__subclasses__():
        made: type = error
        arguments = inspect.signature(made).parameters.values()
        yield made(*(_sample(argument.annotation) for argument in arguments))
