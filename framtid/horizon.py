"""The years that everything is told of, read from ``data/parameters/horizon.yml``."""

from framtid.folders import PARAMETERS
from framtid.parameter_files import read_yaml

FILE = PARAMETERS / "parameters" / "horizon.yml"
_YEARS: dict[str, int] = read_yaml(FILE)
HORIZON = _YEARS["horizon"]
MIDWAY = _YEARS["midway"]
