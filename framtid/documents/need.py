"""``/behov``: a draft need statement for a purchase in dialogue with the market."""

from collections.abc import Mapping, Sequence

from framtid import addresses
from framtid.debate.draft import Draft
from framtid.debate.need import needs, statement
from framtid.documents.draft_page import DraftPage, OwnWords
from framtid.documents.serving import placed
from framtid.language import Language
from framtid.places import Place


def _needs(language: Language) -> Mapping[str, str]:
    return {name: language.say(f"needs.list.{name}.title") for name in needs()}


def _area(name: str) -> str:
    return needs()[name].area


def _statement(name: str, place: Place, language: Language, own: Sequence[str]) -> Draft:
    return statement(name, place, language, *own)


PAGE = DraftPage(
    *(addresses.NEED, "behov", "needs.page"),
    own=(OwnWords("ord", "own", 400),),
    subjects=_needs,
    make=_statement,
    area=_area,
)
ANSWER, AS_FILE = placed(PAGE.page, PAGE.for_place), placed(PAGE.file)
