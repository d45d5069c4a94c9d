"""``/forsok``: from a barrier to the sketch of a trial that departs from a rule."""

from collections.abc import Mapping, Sequence

from framtid import addresses
from framtid.debate.draft import Draft
from framtid.debate.trial import sketch
from framtid.documents.draft_page import DraftPage, OwnWords
from framtid.documents.reported import reported
from framtid.documents.serving import placed
from framtid.language import Language, on_one_line
from framtid.meeting.reports import LONGEST, LONGEST_RULE
from framtid.pathways.causes import barriers
from framtid.pathways.causes_told import title
from framtid.places import Place


def _barriers(language: Language) -> Mapping[str, str]:
    """Return the barriers of the map, and last one that is not there."""
    unnamed = on_one_line(language.say("trials.page.unnamed"))
    return {name: title(name, language) for name in barriers()} | {"": unnamed}


def _sketch(name: str, place: Place, language: Language, own: Sequence[str]) -> Draft:
    hinders, rule = own
    return sketch(name, place, language, rule, hinders)


def _everywhere(_name: str) -> str:
    return ""


PAGE = DraftPage(
    *(addresses.TRIAL, addresses.NODE, "trials.page"),
    own=(
        OwnWords(addresses.HINDERS, "hinders", LONGEST),
        OwnWords(addresses.RULE, "own", LONGEST_RULE),
    ),
    subjects=_barriers,
    make=_sketch,
    area=_everywhere,
    reports=reported,
)
ANSWER, AS_FILE = placed(PAGE.page, PAGE.for_place), placed(PAGE.file)
