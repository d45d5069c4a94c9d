"""The years that everything is told of, read from ``data/parameters/horizon.yml``."""

from pathlib import Path

import yaml

PARAMETERS = Path(__file__).parents[1] / "data" / "parameters" / "horizon.yml"
_YEARS: dict[str, int] = yaml.safe_load(PARAMETERS.read_text("utf-8"))
HORIZON = _YEARS["horizon"]
MIDWAY = _YEARS["midway"]
