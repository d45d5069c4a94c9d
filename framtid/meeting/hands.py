"""Raised hands, as who leads the room has counted them: numbers alone, kept with the room."""

from collections.abc import Mapping
from typing import Annotated

import msgspec
from msgspec import Meta

from framtid.answers import Model

MOST = 9_999
"""Hands that are counted for one answer."""
Count = Annotated[int, Meta(ge=0, le=MOST)]


class Hands(Model, frozen=True):
    """The hands of one question."""

    yes: Count = 0
    no: Count = 0
    blank: Count = 0
    turn: Annotated[int, Meta(ge=0, le=2**53)] = 0
    """How many times they have been counted: the later counts, not the last that comes."""


Counted = Mapping[str, Hands]
"""By question."""


def later(kept: Counted, sent: Counted) -> dict[str, Hands]:
    """Return what stands when some are sent: of each question those that were counted last."""
    nothing = Hands(turn=-1)
    return {**kept} | {
        name: hands for name, hands in sent.items() if hands.turn > kept.get(name, nothing).turn
    }


def written(hands: Counted) -> str:
    """Return hands as a room keeps them."""
    return msgspec.json.encode(hands, order="sorted").decode()


def read(kept: str) -> dict[str, Hands]:
    """Return hands from how a room keeps them."""
    return msgspec.json.decode(kept, type=dict[str, Hands])
