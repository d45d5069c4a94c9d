"""How a meeting spread, read from the address of its protocol: counts alone, and nobody in them."""

from collections.abc import Iterator, Mapping

from msgspec import structs

from framtid.meeting.agenda import settings
from framtid.meeting.tally import ANSWERS, Tally, safe
from framtid.pathways.codec import decode
from framtid.pathways.pathway import Pathway

DIGITS = 4
"""Of the most that a protocol counts of one answer."""
LONGEST, LONGEST_GROUPS = 2000, 4000
"""Letters of an address that are read."""
Said = Mapping[str, Tally]
"""How a meeting spread, by question in order."""
Groups = dict[str, tuple[int, int, int]]


def read(written: str, met: Mapping[str, object]) -> dict[str, Tally]:
    """Return how a meeting spread, from an address: ``tillit.12.8.1~leiligheter.3.4.0``.

    What cannot be read, and questions that the place does not meet, are passed over.
    """
    return {
        name: Tally(*counts)
        for (name, *more), counts in _parts(written[:LONGEST])
        if name in met and not more
    }


def with_groups(said: Said, hands: Said, written: str) -> dict[str, Tally]:
    """Return a spread with that of its groups: ``tillit.youth.4.1.0~tillit.care.2.2.1``.

    The rule of the wall holds here too, whatever an address says: a group that few have answered
    for is left out, and all groups of a question where one could be worked out from the rest.
    """
    by = dict[str, Groups]()
    for names, counts in _parts(written[:LONGEST_GROUPS]):
        name, role = names if len(names) == len(("question", "role")) else ("", "")
        if role in settings().roles and sum(counts) >= settings().fewest:
            by.setdefault(name, {})[role] = counts
    return {
        name: structs.replace(tally, groups=_safe(by.get(name, {}), tally, hands.get(name)))
        for name, tally in said.items()
    }


def lever_groups(written: str, everybody: int) -> dict[str, tuple[int, Pathway]]:
    """Return how many of each group set the levers, and its middle: ``youth.6.2-he1``.

    Held to the same rule: none is told of where a small one could be worked out.
    """
    found = dict[str, tuple[int, Pathway]]()
    for each in written[:LONGEST_GROUPS].split("~"):
        role, many, code = (*each.split("."), "", "", "")[:3]
        way = decode(code)
        if role in settings().roles and _whole(many) and int(many) >= settings().fewest:
            found |= {role: (int(many), way.pathway)} if way.note is None else {}
    left = everybody - sum(many for many, _ in found.values())
    if left < 0 or not safe(left):
        return {}
    return {role: found[role] for role in settings().roles if role in found}


def _safe(groups: Groups, tally: Tally, hands: Tally | None) -> Groups:
    """Return groups in the order of the roles where none can be worked out; else none."""
    for at, answer in enumerate(ANSWERS):
        phones = getattr(tally, answer) - (getattr(hands, answer) if hands else 0)
        if sum(counts[at] for counts in groups.values()) > phones:
            return {}
    raised = sum(getattr(hands, answer) for answer in ANSWERS) if hands else 0
    everybody = sum(getattr(tally, answer) for answer in ANSWERS) - raised
    if not safe(everybody - sum(map(sum, groups.values()))):
        return {}
    return {role: groups[role] for role in settings().roles if role in groups}


def _parts(written: str) -> Iterator[tuple[list[str], tuple[int, int, int]]]:
    """Yield what can be read: names, and as many counts as there are answers."""
    for each in written.split("~"):
        *names, yes, no, blank = ["", "", "", *each.split(".")]
        names = [name for name in names if name]
        if names and all(map(_whole, (yes, no, blank))):
            yield names, (int(yes), int(no), int(blank))


def _whole(count: str) -> bool:
    return count.isascii() and count.isdigit() and len(count) <= DIGITS
