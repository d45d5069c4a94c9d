"""What was written on the phones of a room, told to who leads it: by screen, without names."""

from collections.abc import Iterable, Iterator

from framtid import addresses
from framtid.answers import Model
from framtid.language import Language, on_one_line
from framtid.meeting.agenda import Step
from framtid.meeting.ballots import LONGEST, Comment, comments
from framtid.meeting.errors import WrongRequestError
from framtid.meeting.rooms import Rooms
from framtid.meeting.said import plain
from framtid.pathways.dilemmas import dilemmas, in_words
from framtid.places import Place
from framtid.stories import tell

ELSE = "lobby"
"""Where a comment stands that was written while nothing was asked."""


class Written(Model, frozen=True):
    """What was written on one screen."""

    heading: str
    texts: list[str]


def written(
    rooms: Rooms, code: str, secret: str, place: Place, language: Language
) -> list[Written]:
    """Return what was written in a room and is not hidden, by screen in the order of the meeting.

    Raises:
        UnknownRoomError, NotFacilitatorError: there is no such room, or the secret is not its.
        WrongRequestError: the room is another place's.

    """
    said, room = comments(rooms, code, secret), rooms.room(code)
    if room.place != place.code:
        raise WrongRequestError("another place's room")
    return list(_by_screen(said, room.session.agenda, place, language))


def _by_screen(
    said: Iterable[Comment], agenda: Iterable[Step], place: Place, language: Language
) -> Iterator[Written]:
    by = dict[str, list[str]]()
    for each in said:
        text = plain(each.text, LONGEST)  # what was kept before a rule of today
        if text and not each.hidden:
            by.setdefault(each.step, []).append(text)
    screens = {step.id or step.kind: step for step in reversed(list(agenda))}
    order = [*(name for name in reversed(screens) if name != ELSE), ELSE]
    for name in order:
        if name in by:
            yield Written(_heading(screens[name], place, language), by[name])


def _heading(step: Step, place: Place, language: Language) -> str:
    if step.id in dilemmas():
        return in_words(step.id, language).title
    if step.kind == "story":
        told = tell(addresses.DEFAULT_STORY, place.code, language.code)
        for one in told.steps:
            if one.id == step.id:
                return one.heading
    key = "comments.else" if step.kind == ELSE else f"kinds.{step.kind}"
    return on_one_line(language.say(f"meeting.{key}"))
