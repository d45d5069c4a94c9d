"""What waiting costs in the words a writer needs: computed only where prose speaks of it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal

from framtid.language.numbers import Told
from framtid.pathways.outlook import Outlook
from framtid.pathways.waiting import waiting
from framtid.pathways.waiting_told import values_of


@dataclass(frozen=True)
class Price:
    """The same choices begun a council term later, and two: man-years gone without in sum."""

    outlook: Outlook

    @cached_property
    def _values(self) -> Mapping[str, Any]:
        return values_of(waiting(self.outlook))

    @property
    def now(self) -> Told:
        """Man-years gone without in sum when the choices begin in time."""
        return Told(self._values["now"])

    @property
    def late(self) -> Told:
        """The same when they begin two terms later."""
        return Told(self._values["late"])

    @property
    def course(self) -> Told:
        """The same on today's course."""
        return Told(self._values["course"])

    @property
    def term(self) -> Told:
        """Man-years more gone without when all begins a term later."""
        return Told(self._values["term"])

    @property
    def two(self) -> Told:
        """The same for two terms."""
        return Told(self._values["two"])

    @property
    def waits(self) -> tuple[int, int]:
        """How many years a term is, and two."""
        return tuple(self._values["waits"])

    @property
    def begins(self) -> int:
        """The year the choices begin."""
        return int(self._values["begins"])

    @property
    def reason(self) -> Literal["weaker", "people", "none"]:
        """Why waiting may leave fewer hands missing."""
        return self._values["reason"] or "none"
