"""``python -m benchmarks [NAME…]``: print figures; nothing here passes or fails."""

import sys
from importlib import import_module

ALL = (
    "projection",
    "trajectories",
    "pathways",
    "solving",
    "shown",
    "moves",
    "councils",
    "first_figure",
    "living",
    "readers",
    "refresh",
    "weights",
    "embeds",
    "attacks",
    "cold",
    "news",
    "debate",
    "rooms",
    "rooms_killed",
)

for name in sys.argv[1:] or ALL:
    sys.stdout.write(f"\n{name}\n")
    import_module(f"benchmarks.{name}").main()
