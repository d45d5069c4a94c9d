"""Files of parameters (YAML), read with the parser in C, which takes a tenth of the time."""

from pathlib import Path
from typing import Any, TypeVar

import msgspec
import yaml

T = TypeVar("T")


def parse(text: str) -> Any:  # noqa: ANN401 - who asks knows what the file holds
    """Return what a text of YAML holds; raise ``yaml.YAMLError`` where it is none."""
    return yaml.load(text, yaml.CSafeLoader)


def read_yaml(file: Path) -> Any:  # noqa: ANN401 - as above
    """Return what a file of YAML holds; raise as ``parse`` does, and ``OSError``."""
    return parse(file.read_text(encoding="utf-8"))


def parse_as(text: str, kind: type[T]) -> T:
    """Return what a text of YAML holds as a model, or as a mapping of models by id.

    Raises:
        msgspec.ValidationError: something is not as the model says; the message says where.

    """
    return msgspec.convert(parse(text), kind)


def read_as(file: Path, kind: type[T]) -> T:
    """Return what a file of YAML holds as a model; raise as ``parse_as`` does, and ``OSError``."""
    return parse_as(file.read_text(encoding="utf-8"), kind)
