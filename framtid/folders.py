"""Where the files stand that people write: parameters and texts, here or in a folder of one's own.

``FRAMTID_PARAMETERS`` is a folder like ``data/`` (the committed figures stay where they are), and
``FRAMTID_TEXTS`` one like ``framtid/language/``. Both are read once, when the program starts.
"""

import os
from pathlib import Path

ROOM = Path(__file__).parent
PARAMETERS = Path(os.environ.get("FRAMTID_PARAMETERS") or ROOM.parent / "data")
TEXTS = Path(os.environ.get("FRAMTID_TEXTS") or ROOM / "language")
