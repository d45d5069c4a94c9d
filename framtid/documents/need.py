"""``/behov``: a draft need statement for a purchase in dialogue with the market."""

from collections.abc import Mapping

from framtid import addresses
from framtid.debate.need import needs, statement
from framtid.documents.draft_page import DraftPage
from framtid.documents.serving import placed
from framtid.language import Language


def _needs(language: Language) -> Mapping[str, str]:
    return {name: language.say(f"needs.list.{name}.title") for name in needs()}


def _area(name: str) -> str:
    return needs()[name].area


PAGE = DraftPage(addresses.NEED, "behov", "ord", "needs.page", _needs, statement, _area)
ANSWER, AS_FILE = placed(PAGE.page, PAGE.for_place), placed(PAGE.file)
