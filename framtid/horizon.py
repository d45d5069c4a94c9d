"""The years that everything is told of, read from ``data/parameters/horizon.yml``."""

import yaml

from framtid.folders import PARAMETERS

FILE = PARAMETERS / "parameters" / "horizon.yml"
_YEARS: dict[str, int] = yaml.safe_load(FILE.read_text("utf-8"))
HORIZON = _YEARS["horizon"]
MIDWAY = _YEARS["midway"]
