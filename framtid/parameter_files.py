"""Files of parameters (YAML), read with the parser in C, which takes a tenth of the time."""

from pathlib import Path
from typing import Any

import yaml


def parse(text: str) -> Any:  # noqa: ANN401 - who asks knows what the file holds
    """Return what a text of YAML holds; raise ``yaml.YAMLError`` where it is none."""
    return yaml.load(text, yaml.CSafeLoader)


def read_yaml(file: Path) -> Any:  # noqa: ANN401 - as above
    """Return what a file of YAML holds; raise as ``parse`` does, and ``OSError``."""
    return parse(file.read_text(encoding="utf-8"))
