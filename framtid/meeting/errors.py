"""What can go wrong in a room; the sentences stand with the other errors'."""

from framtid.errors import FramtidError


class UnknownRoomError(FramtidError):
    """No room has that code, or it has been deleted, or its time is out."""

    def __init__(self) -> None:
        super().__init__("unknown_room", "no room has that code")


class NotFacilitatorError(FramtidError):
    """What only the facilitator may do is asked without their secret, or with one of old."""

    def __init__(self) -> None:
        super().__init__("not_facilitator", "the facilitator's secret is missing or not valid")


class ClosedQuestionError(FramtidError):
    """A question is not asked yet, or its answers have been shown."""

    def __init__(self) -> None:
        super().__init__("closed_question", "the question does not take answers now")


class NothingSaidError(FramtidError):
    """A remark or a report has no text."""

    def __init__(self) -> None:
        super().__init__("nothing_said", "there is no text")


class WrongRequestError(FramtidError):
    """What was sent cannot be read, or is larger than anything that is sent here."""

    def __init__(self, problem: str) -> None:
        super().__init__("wrong_request", f"what was sent cannot be read: {problem}")


class RoomsUnwritableError(FramtidError):
    """The rooms cannot be written now: the disk is full, or the database is away or busy."""

    KEY = "rooms_unwritable"

    def __init__(self, problem: str) -> None:
        super().__init__(self.KEY, f"the rooms cannot be written: {problem}")


class RoomsDiskFullError(RoomsUnwritableError):
    """There is no room left on the disk: nothing of what was sent is kept."""

    KEY = "rooms_disk_full"


class RoomsVersionError(FramtidError):
    """The tables of the rooms are of another version than this program, and stay so."""

    def __init__(self, found: str, wanted: str) -> None:
        super().__init__(
            "rooms_version",
            f"the rooms' tables are of version {found}, and this program's of {wanted}; "
            "`python -m framtid rooms upgrade`, as one who may change them, mends what is older",
        )


class RoomsFullError(FramtidError):
    """A room holds as many answers or comments as any may."""

    def __init__(self) -> None:
        super().__init__("rooms_full", "the room holds as much as any may")
