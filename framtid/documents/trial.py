"""``/forsok``: from a barrier to the sketch of a trial that departs from a rule."""

from collections.abc import Mapping

from framtid import addresses
from framtid.debate.trial import sketch
from framtid.documents.draft_page import DraftPage
from framtid.documents.reported import reported
from framtid.documents.serving import placed
from framtid.language import Language
from framtid.pathways.causes import barriers
from framtid.pathways.causes_told import title


def _barriers(language: Language) -> Mapping[str, str]:
    return {name: title(name, language) for name in barriers()}


def _everywhere(_name: str) -> str:
    return ""


PAGE = DraftPage(
    *(addresses.TRIAL, addresses.NODE, addresses.RULE, "trials.page"),
    subjects=_barriers,
    make=sketch,
    area=_everywhere,
    reports=reported,
)
ANSWER, AS_FILE = placed(PAGE.page, PAGE.for_place), placed(PAGE.file)
