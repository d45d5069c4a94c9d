"""What is assumed of the world around: what the State pays for, and how use of care develops."""

from dataclasses import dataclass, replace
from typing import Literal, get_args

import numpy as np

from framtid.consequences.own_figures import NOTHING, OwnFigures, read_own
from framtid.consequences.parameters import parameters
from framtid.errors import UnknownOptionError
from framtid.projection.history import Floats

State = Literal["nothing", "history", "wholly"]
"""Whether free income follows the ageing of the nation: not at all, as it has done, or wholly."""
Use = Literal["constant", "healthier", "trend"]
"""Constant use of care by age, healthier ageing, or the development of recent years continued."""
STATES: tuple[State, ...] = get_args(State)
USES: tuple[Use, ...] = get_args(Use)


@dataclass(frozen=True, slots=True)
class Setting:
    """The switches beside the levers; the defaults are argued for in ``docs/method.md``."""

    state: State = "history"
    use: Use = "constant"
    own: OwnFigures = NOTHING
    """Figures that a municipality has put in; they are of no other place."""

    @property
    def is_default(self) -> bool:
        """Whether nothing is switched."""
        return self is USUAL or self == USUAL

    def followed(self, national: Floats) -> Floats:
        """Return free income per need as the State follows the nation's need per inhabitant.

        A rise and a fall are followed each in its own share; relative to the base year, (year,).
        """
        share = parameters("economy")["state_follows"].value[self.state]
        follows = np.where(national > 1, share["rise"], share["fall"])
        income: Floats = national**follows
        return income

    def at(self, code: str) -> "Setting":
        """Return the same for a place: the own figures of another are none of its."""
        return self if self.own.place in {"", code} else replace(self, own=NOTHING)

    @classmethod
    def of(cls, state: str = "", use: str = "", own: str = "") -> "Setting":
        """Return the setting of two names and a code of own figures; an empty one is the default.

        Raises:
            UnknownOptionError: a switch has no such setting.
            OwnFiguresError: the code of own figures cannot be used.

        """
        chosen_state = next((each for each in STATES if each == (state or cls().state)), None)
        chosen_use = next((each for each in USES if each == (use or cls().use)), None)
        if chosen_state is None:
            raise UnknownOptionError("state", state, STATES)
        if chosen_use is None:
            raise UnknownOptionError("use", use, USES)
        return cls(chosen_state, chosen_use, read_own(own))


USUAL = Setting()
